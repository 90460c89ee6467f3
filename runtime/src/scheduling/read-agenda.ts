import { Temporal } from "@js-temporal/polyfill";
import { entryDocument } from "../audit/entry-document.ts";
import { isoInstant } from "../clock.ts";
import { runDueDeadlines } from "../deadlines/run-due-deadlines.ts";
import { notFound, ProtocolError } from "../errors.ts";
import { toMoney } from "../money.ts";
import type { Credential } from "../pipeline/caller.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrganizationRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";
import { localDate, spanOfDates } from "./local-time.ts";

/** Name of this extension in the capabilities document, and JSON:API type of its items. */
export const AGENDA = "x-agenda";

/** Sessions of one day that are listed at most; how many there are is told in full. */
export const MOST_OF_A_DAY = 500;

/** Audit entries of one session that are shown at most, newest first. */
const MOST_ENTRIES = 100;

/** The sessions of an organization that begin on one of its local days. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  readonly organization: Pick<OrganizationRow, "id" | "slug" | "name">;
  /** IANA zone that the day is one of. */
  readonly time_zone: string;
  /** `YYYY-MM-DD`, with the days around it. */
  readonly date: string;
  readonly previous_date: string;
  readonly next_date: string;
  /** The day that it is now. */
  readonly today: string;
  /** The node's time. */
  readonly now: string;
  /** How many sessions there are in each state that occurs, also those that are not listed. */
  readonly by_state: Readonly<Record<string, number>>;
  readonly total: number;
}

/** One session as an agenda shows it: names and moments, no evidence. */
export type AgendaItem = ReturnType<typeof agendaItem>;

/**
 * The sessions that begin on a local day of the organization, in their order.
 * @param date `YYYY-MM-DD`; without it, the day that it is now where the organization is
 * @throws {ProtocolError} `FORBIDDEN` for other credentials than the organization's; `VALIDATION_ERROR` for no date
 */
export async function readAgenda(
  services: NodeServices,
  credential: Credential,
  date: string | undefined,
): Promise<Agenda> {
  return reading(services, credential, async (tx, organization) => {
    const { timezone: zone } = organization;
    const now = services.clock.now();
    const today = localDate(now, zone);
    const day = date ?? today;
    const { start, end } = spanOfDay(day, zone);
    const rows = await shownSessions(tx, organization)
      .where((row) => row.between("sessions.startsAt", start, end - 1))
      .orderBy("sessions.startsAt")
      .orderBy("sessions.id")
      .limit(MOST_OF_A_DAY)
      .execute();
    const counts = await sessionsOf(tx, organization)
      .where((row) => row.between("sessions.startsAt", start, end - 1))
      .select(["sessions.state", ({ fn }) => fn.countAll<number>().as("count")])
      .groupBy("sessions.state")
      .execute();
    const plain = Temporal.PlainDate.from(day);
    return {
      items: rows.map(agendaItem),
      organization: { id: organization.id, slug: organization.slug, name: organization.name },
      time_zone: zone,
      date: day,
      previous_date: plain.subtract({ days: 1 }).toString(),
      next_date: plain.add({ days: 1 }).toString(),
      today,
      now: isoInstant(now),
      by_state: Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])),
      total: counts.reduce((sum, { count }) => sum + Number(count), 0),
    };
  });
}

/** What is around one session: its evidence without any content, what agents did to it, the sales that charge it. */
export type SessionSurroundings = Awaited<ReturnType<typeof surroundingsOf>>;

/**
 * One session as an agenda shows it, with what is around it. Evidence is named, never opened: so nobody has read it.
 * @throws {ProtocolError} `FORBIDDEN` for other credentials than the organization's; `NOT_FOUND` for a session that is
 *   unknown or somebody else's
 */
export async function readAgendaSession(
  services: NodeServices,
  credential: Credential,
  sessionId: string,
): Promise<{ readonly item: AgendaItem; readonly around: SessionSurroundings }> {
  return reading(services, credential, async (tx, organization) => {
    const row = await shownSessions(tx, organization).where("sessions.id", "=", sessionId).executeTakeFirst();
    if (!row) throw notFound("session");
    return { item: agendaItem(row), around: await surroundingsOf(tx, organization, row) };
  });
}

async function reading<Result>(
  services: NodeServices,
  { organizationId, subjectType }: Credential,
  work: (tx: Tx, organization: OrganizationRow) => Promise<Result>,
): Promise<Result> {
  if (subjectType !== "organization") {
    throw new ProtocolError("FORBIDDEN", { detail: "This takes a credential of the organization." });
  }
  await runDueDeadlines(services);
  return services.database.read(async (all) => {
    const tx = confine(all, organizationId);
    const organization = await tx.db
      .selectFrom("organizations")
      .selectAll()
      .where("id", "=", organizationId)
      .executeTakeFirstOrThrow();
    return work(tx, organization);
  });
}

function spanOfDay(date: string, zone: string) {
  try {
    return spanOfDates({ from: date, to: date, zone, mostDays: 1 });
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "date",
      detail: `"${date}" is no date, such as 2026-03-16.`,
    });
  }
}

const SHOWN = [
  "sessions.id",
  "sessions.name",
  "sessions.state",
  "sessions.startsAt",
  "sessions.endsAt",
  "sessions.requestedAt",
  "sessions.verificationDeadline",
  "sessions.billingStatus",
  "sessions.amountMinor",
  "sessions.currency",
  "sessions.orderId",
  "sessions.providerId",
  "sessions.clientId",
  "sessions.payerId",
  "sessions.resourceId",
  "providers.name as providerName",
  "clients.name as clientName",
  "resources.name as resourceName",
] as const;

function sessionsOf({ db }: Tx, { id }: OrganizationRow) {
  return db
    .selectFrom("sessions")
    .innerJoin("providers", "providers.id", "sessions.providerId")
    .innerJoin("clients", "clients.id", "sessions.clientId")
    .leftJoin("resources", "resources.id", "sessions.resourceId")
    .where("sessions.organizationId", "=", id);
}

type AgendaRow = Awaited<ReturnType<ReturnType<typeof shownSessions>["executeTakeFirstOrThrow"]>>;

function shownSessions(tx: Tx, organization: OrganizationRow) {
  return sessionsOf(tx, organization).select(SHOWN);
}

function agendaItem(row: AgendaRow) {
  const isOver = row.state === "verified" || row.state === "cancelled";
  return {
    session_id: row.id,
    name: row.name,
    state: row.state,
    starts_at: isoInstant(row.startsAt),
    ends_at: isoInstant(row.endsAt),
    requested_at: isoInstant(row.requestedAt),
    provider: { id: row.providerId, name: row.providerName },
    client: { id: row.clientId, name: row.clientName },
    ...(row.resourceId !== null && { resource: { id: row.resourceId, name: row.resourceName ?? row.resourceId } }),
    billing: { status: row.billingStatus, amount: toMoney(row.amountMinor, row.currency) },
    ...(row.orderId !== null && { service_order_id: row.orderId }),
    ...(row.verificationDeadline !== null &&
      !isOver && { verification_deadline: isoInstant(row.verificationDeadline) }),
  };
}

async function surroundingsOf({ db }: Tx, organization: OrganizationRow, session: AgendaRow) {
  const sessionId = session.id;
  const evidence = await db
    .selectFrom("evidence")
    .select(["id", "type", "capturedAt", "recordedAt", "actorType", "actorId", "dataSensitivity"])
    .where("sessionId", "=", sessionId)
    .orderBy("recordedAt")
    .orderBy("id")
    .execute();
  const parties = [organization.id, session.clientId, session.providerId, session.payerId].filter((id) => id !== null);
  const entries = await db
    .selectFrom("audit_entries")
    .selectAll()
    .where("organizationId", "=", organization.id)
    .where("principalId", "in", parties)
    .where("resourceId", "=", sessionId)
    .orderBy("position", "desc")
    .limit(MOST_ENTRIES)
    .execute();
  const sales = await db.selectFrom("sale_sessions").select("saleId").where("sessionId", "=", sessionId).execute();
  return {
    organization: { id: organization.id, slug: organization.slug, name: organization.name },
    time_zone: organization.timezone,
    evidence: evidence.map((item) => ({
      id: item.id,
      type: item.type,
      captured_at: isoInstant(item.capturedAt),
      recorded_at: isoInstant(item.recordedAt),
      actor: { type: item.actorType, id: item.actorId },
      data_sensitivity: item.dataSensitivity,
    })),
    audit: entries.map(entryDocument),
    sale_ids: sales.map(({ saleId }) => saleId),
  };
}

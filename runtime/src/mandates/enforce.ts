import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { MandateConstraints, PrincipalType } from "@servicialo/schema/0.8/types";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { MandateRow } from "../storage/rows.ts";
import { checkStatus } from "./checks/2-status.ts";
import { checkTime } from "./checks/3-time.ts";
import { checkAgent } from "./checks/4-agent.ts";
import { checkScope } from "./checks/5-scope.ts";
import { checkContext, type Extent, type Thing, type Touched } from "./checks/6-context.ts";
import { checkConflictOfInterest, isInteraction } from "./checks/7-conflict-of-interest.ts";
import { checkConstraints } from "./checks/8-constraints.ts";
import { refuse, type Verdict } from "./checks/refuse.ts";
import { dayOf, type LocalDay } from "./constraints/daily-limit.ts";
import { extentOf } from "./extent-of.ts";
import { statusOf } from "./mandate-status.ts";
import { PRINCIPALS_OF, sideOf } from "./sides.ts";

/** Everything that the checks of one call look at, as it is in the call's own transaction. */
export interface Enforcement {
  /** Confined to the organization of the mandate. */
  readonly tx: Tx;
  readonly mandate: MandateRow;
  readonly operationId: OperationId;
  /** Agent of the credential. */
  readonly agentId: string;
  readonly address: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a mandate is limited to. */
export function constraintsOf({ constraints }: MandateRow): MandateConstraints {
  return (constraints as MandateConstraints | null) ?? {};
}

/**
 * Checks 2 to 5: judged before anything is looked up, so that who may do nothing learns nothing (errors page, step 7).
 * @throws {ProtocolError} of the first check that fails
 */
export function enforceBeforeLookup({ mandate, operationId, agentId, now }: Enforcement): void {
  require(checkStatus(statusOf(mandate, now)));
  require(checkTime(mandate, now));
  require(checkAgent(mandate.agentId, agentId));
  require(checkScope(mandate.scopes as string[], operations[operationId].scopes, operationId));
}

/** What a call touches, with the types of service that it names. */
export type TouchedByCall = Touched & { readonly serviceTypes: readonly string[] };

/**
 * Checks 6 to 8, once it is known what the call touches (errors page, step 9). Answers the day that its action counts on.
 * @throws {ProtocolError} of the first check that fails
 */
export async function enforceAfterLookup(enforcement: Enforcement, touched: TouchedByCall): Promise<LocalDay> {
  const { tx, mandate, address, now } = enforcement;
  require(checkContext(await requiredExtent(tx, mandate), touched));
  require(checkConflictOfInterest(await involvementOf(enforcement, touched.things), touched.things));
  const day = dayOf(now, await zoneOfCounting(tx, mandate));
  const counted = await countedOn.first(tx, { mandateId: mandate.id, day: day.date });
  const executedToday = counted?.executed ?? 0;
  const { serviceTypes } = touched;
  require(checkConstraints(constraintsOf(mandate), { address, now, serviceTypes, day, executedToday }));
  return day;
}

const countedOn = preparedQuery((db, { mandateId, day }: { readonly mandateId: string; readonly day: string }) =>
  db.selectFrom("mandate_actions").select("executed").where("mandateId", "=", mandateId).where("day", "=", day),
);

/** Counts one executed action. The mandate's row is locked, so that no two calls count at once. */
export async function countAction(tx: Tx, mandate: MandateRow, { date: day }: LocalDay): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable("mandate_actions")
    .set((row) => ({ executed: row("executed", "+", 1) }))
    .where("mandateId", "=", mandate.id)
    .where("day", "=", day)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const { id: mandateId, organizationId } = mandate;
  await tx.db.insertInto("mandate_actions").values({ mandateId, day, organizationId, executed: 1 }).execute();
}

/** @throws {ProtocolError} `CONTEXT_MISMATCH` when the place that the mandate holds in is gone */
export async function requiredExtent(tx: Tx, mandate: MandateRow): Promise<Extent> {
  const extent = await extentOf(tx, mandate.context, mandate);
  if (!extent) throw refuse(6, "CONTEXT_MISMATCH", "The context of the mandate leads nowhere any more.");
  return extent;
}

function require(verdict: Verdict): void {
  if (verdict) throw verdict;
}

/** What check 7 looks at: the agent's other mandates of the other side, and for whom it has acted on this interaction. */
async function involvementOf({ tx, mandate, now }: Enforcement, things: readonly Thing[]) {
  const { actingFor } = mandate;
  const interactions = things.filter(isInteraction);
  if (interactions.length === 0) return { actingFor, otherMandates: [], actedFor: [] };
  const opposite = PRINCIPALS_OF[sideOf(actingFor) === "client" ? "provider" : "client"];
  const others = await tx.db
    .selectFrom("mandates")
    .selectAll()
    .where("agentId", "=", mandate.agentId)
    .where("actingFor", "in", opposite)
    .where("expiresAt", ">", now)
    .where("revokedAt", "is", null)
    .execute();
  const otherMandates: Extent[] = [];
  for (const other of others.filter((each) => statusOf(each, now) === "active")) {
    const extent = await extentOf(tx, other.context, other);
    if (extent) otherMandates.push(extent);
  }
  return { actingFor, otherMandates, actedFor: await actedFor(tx, mandate.agentId, interactions) };
}

/** For whom an agent has acted with success on an interaction: one session, or one order with its sessions. */
async function actedFor({ db }: Tx, agentId: string, things: readonly Thing[]): Promise<PrincipalType[]> {
  const ids = things.flatMap(({ id, sessionIds, orderId }) => [id, orderId, ...sessionIds]).filter((id) => id !== null);
  if (ids.length === 0) return [];
  const orders = things.filter(({ kind, id }) => kind === "order" && id !== null).map(({ id }) => id ?? "");
  const rows = await db
    .selectFrom("audit_entries")
    .select("actingFor")
    .distinct()
    .where("agentId", "=", agentId)
    .where("actionResult", "=", "success")
    .where((row) =>
      row.or([
        row("resourceId", "in", ids),
        ...(orders.length === 0
          ? []
          : [
              row(
                "resourceId",
                "in",
                row.selectFrom("sessions").select("sessions.id").where("sessions.orderId", "in", orders),
              ),
            ]),
      ]),
    )
    .execute();
  return rows.map((row) => row.actingFor);
}

/** The zone of `allowed_hours`, else of the organization that the context names, else UTC (M-09). */
async function zoneOfCounting({ db }: Tx, mandate: MandateRow): Promise<string> {
  const hours = constraintsOf(mandate).allowed_hours;
  if (hours) return hours.timezone;
  if (!mandate.context.startsWith("org:")) return "UTC";
  const organization = await db
    .selectFrom("organizations")
    .select("timezone")
    .where("id", "=", mandate.organizationId)
    .executeTakeFirst();
  return organization?.timezone ?? "UTC";
}

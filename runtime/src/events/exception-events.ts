import type { DisputeData, ExceptionData } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import {
  type NoticeOf,
  noticeOfBeginning,
  noticeOfSettlement,
  type Party,
  type TellingRecord,
} from "../rules/notices.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { ExceptionRow, SessionRow } from "../storage/rows.ts";
import { type NewEvent, NOTIFICATION_REQUESTED, recordEvents } from "./record-events.ts";

type Told = Pick<ExceptionRow, "type" | "at" | "initiatedBy" | "resolution" | "details">;
type Concerned = Pick<SessionRow, "id" | "organizationId" | "clientId" | "providerId">;

/** Tells that an exception began: subscribers by events, the parties that lifecycle 6 names by notices. */
export async function tellOfBeginning(work: Work, session: Concerned, record: Told): Promise<void> {
  const began: ExceptionData = {
    session_id: session.id,
    exception: { type: record.type, at: isoInstant(record.at) },
  };
  const events: NewEvent[] = [{ name: "service.exception", data: { ...began } }];
  if (record.type === "dispute") events.push({ name: "dispute.opened", data: disputeData(session, record, "open") });
  const notice = noticeOfBeginning(await tellingRecord(work, session, record));
  await recordEvents(work, subjectOf(session), [...events, ...(await takeNotice(work, session, notice))]);
}

/** Tells that an open exception was settled. */
export async function tellOfSettlement(work: Work, session: Concerned, record: Told): Promise<void> {
  const events: NewEvent[] =
    record.type === "dispute" ? [{ name: "dispute.resolved", data: disputeData(session, record, "resolved") }] : [];
  const notice = noticeOfSettlement(await tellingRecord(work, session, record));
  await recordEvents(work, subjectOf(session), [...events, ...(await takeNotice(work, session, notice))]);
}

function subjectOf(session: Concerned) {
  return { organizationId: session.organizationId, sessionId: session.id };
}

function disputeData(session: Concerned, { details }: Told, status: DisputeData["dispute"]["status"]): JsonObject {
  const data: DisputeData = {
    session_id: session.id,
    dispute: { id: String((details as JsonObject)["id"]), status },
  };
  return { ...data };
}

async function tellingRecord(work: Work, session: Concerned, record: Told): Promise<TellingRecord> {
  const details = record.details as JsonObject;
  const by = partyOf(session, record.initiatedBy);
  const replaced = record.resolution === "resource_replaced";
  return { ...record, details, by, isMaterial: replaced && (await isMaterial(work, details)) };
}

function partyOf(session: Concerned, id: string): Party | null {
  if (id === session.clientId) return "client";
  if (id === session.providerId) return "provider";
  return id === session.organizationId ? "organization" : null;
}

/** A client has to know of another place, and of equipment that is not there any more. */
async function isMaterial({ tx }: Work, { previous, new: next }: JsonObject): Promise<boolean> {
  const ids = [previous, next].filter((id) => typeof id === "string");
  const resources = await tx.db
    .selectFrom("resources")
    .select(["id", "location", "equipment"])
    .where("id", "in", ids)
    .execute();
  const [before, after] = ids.map((id) => resources.find((resource) => resource.id === id));
  if (!before || !after || before.location !== after.location) return true;
  const equipment = new Set(after.equipment as string[]);
  return !(before.equipment as string[]).every((item) => equipment.has(item));
}

/** Puts a notice in line for each party; answers the events that say so, by ids alone. */
async function takeNotice(work: Work, session: Concerned, notice: NoticeOf | null): Promise<NewEvent[]> {
  if (notice === null) return [];
  const now = work.clock.now();
  const ids = { client: session.clientId, provider: session.providerId, organization: session.organizationId };
  const rows = notice.to.map((party) => ({
    id: newId("ntc", work.clock),
    organizationId: session.organizationId,
    sessionId: session.id,
    occasion: notice.occasion,
    recipientType: party,
    recipientId: ids[party],
    createdAt: now,
    nextAttemptAt: now,
    claimedUntil: null,
    attempts: 0,
    sentAt: null,
  }));
  await work.tx.db.insertInto("notices").values(rows).execute();
  return rows.map(({ id, recipientType, recipientId }) => ({
    name: NOTIFICATION_REQUESTED,
    data: {
      session_id: session.id,
      notification: { id, occasion: notice.occasion, recipient: { type: recipientType, id: recipientId } },
    },
  }));
}

import { randomUUID } from "node:crypto";
import type { WebhookEventName } from "@servicialo/schema/0.8/types";
import type { Work } from "../lifecycle/author.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { EventRow } from "../storage/rows.ts";
import { queueDeliveries } from "../webhooks/queue-deliveries.ts";

/** A party has to be told of something: an event of this node's own, in the stream only. */
export const NOTIFICATION_REQUESTED = "x-notification.requested";

export interface NewEvent {
  readonly name: WebhookEventName | typeof NOTIFICATION_REQUESTED;
  readonly data: JsonObject;
}

/** What an event is about. */
export interface EventSubject {
  readonly organizationId: string;
  /** Null: it concerns no session, or several. */
  readonly sessionId: string | null;
}

/**
 * Stores events together with what they tell of, in the same transaction: both are there afterwards, or neither. The
 * next numbers of the organization are taken under a lock, so that its stream has no gaps and no event appears behind
 * one that was read already. What subscribers want is put in line for them.
 */
export async function recordEvents(work: Work, subject: EventSubject, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { organizationId, sessionId } = subject;
  const last = await takeNumbers(work, organizationId, events.length);
  const emittedAt = work.clock.now();
  const rows = events.map(({ name, data }, index): EventRow => {
    const seq = last - events.length + 1 + index;
    return { organizationId, seq, id: newEventId(), name, sessionId, data, emittedAt };
  });
  await work.tx.db.insertInto("events").values(rows).execute();
  await queueDeliveries(work, organizationId, rows);
}

export function newEventId(): string {
  return `evt_${randomUUID()}`;
}

const nextNumbers = preparedQuery(
  (db, { organizationId, count }: { readonly organizationId: string; readonly count: number }) =>
    db
      .updateTable("event_counters")
      .set((row) => ({ lastSeq: row("lastSeq", "+", count) }))
      .where("organizationId", "=", organizationId)
      .returning("lastSeq"),
);

/** Takes so many numbers of an organization's stream; answers the last of them. */
async function takeNumbers({ tx }: Work, organizationId: string, count: number): Promise<number> {
  const take = () => nextNumbers.first(tx, { organizationId, count });
  const taken = await take();
  if (taken) return taken.lastSeq;
  await tx.db
    .insertInto("event_counters")
    .values({ organizationId, lastSeq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const first = await take();
  if (!first) throw new Error(`The organization ${organizationId} has no counter of events.`);
  return first.lastSeq;
}

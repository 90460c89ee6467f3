import { isoInstant } from "../clock.ts";
import { runDueDeadlines } from "../deadlines/run-due-deadlines.ts";
import { notFound, ProtocolError } from "../errors.ts";
import type { Credential } from "../pipeline/caller.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import type { EventRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";

/** Name of this extension in the capabilities document, and JSON:API type of its items. */
export const EVENT_STREAM = "x-events";

/** Which part of a stream is wanted. */
export interface EventQuery {
  /** Only this session's events. */
  readonly sessionId?: string;
  /** Only those behind this number of the organization's stream; 0: from the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** A part of the stream, oldest first. */
export interface EventPage {
  readonly events: readonly EventRow[];
  /** Number to go on after, also when there is nothing new yet. */
  readonly cursor: number;
  /** Whether more is there already. */
  readonly hasMore: boolean;
}

/**
 * An organization's events in their order, as far as they are recorded: whoever keeps the cursor misses nothing and
 * sees nothing twice.
 * @throws {ProtocolError} `FORBIDDEN` for other credentials than the organization's; `NOT_FOUND` for an unknown session
 */
export async function readEvents(
  services: NodeServices,
  credential: Credential,
  query: EventQuery,
): Promise<EventPage> {
  const { organizationId, subjectType } = credential;
  if (subjectType !== "organization") {
    throw new ProtocolError("FORBIDDEN", { detail: "This takes a credential of the organization." });
  }
  await runDueDeadlines(services);
  const { sessionId, after, limit } = query;
  return services.database.read(async (all) => {
    const { db } = confine(all, organizationId);
    if (sessionId !== undefined) {
      const known = await db.selectFrom("sessions").select("id").where("id", "=", sessionId).executeTakeFirst();
      if (!known) throw notFound("session");
    }
    const found = await db
      .selectFrom("events")
      .selectAll()
      .where("organizationId", "=", organizationId)
      .where("seq", ">", after)
      .$if(sessionId !== undefined, (events) => events.where("sessionId", "=", sessionId ?? ""))
      .orderBy("seq")
      .limit(limit + 1)
      .execute();
    const events = found.slice(0, limit);
    return { events, cursor: events.at(-1)?.seq ?? after, hasMore: found.length > limit };
  });
}

/** One event as the stream shows it. */
export function eventDocument(event: EventRow) {
  return {
    event: event.name,
    event_id: event.id,
    emitted_at: isoInstant(event.emittedAt),
    sequence: event.seq,
    ...(event.sessionId !== null && { session_id: event.sessionId }),
    data: event.data,
  };
}

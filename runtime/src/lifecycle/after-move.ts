import { watchForNoShow } from "../deadlines/no-show.ts";
import { recordEvents } from "../events/record-events.ts";
import { eventsOfMove } from "../rules/session-events.ts";
import type { SessionRow } from "../storage/rows.ts";
import type { Work } from "./author.ts";
import type { ServiceState } from "./states.ts";

/**
 * What every recorded move entails: its events, and the timers that begin with it.
 * @param from state before; null for a session that was just opened
 */
export async function afterMove(work: Work, from: ServiceState | null, session: SessionRow): Promise<void> {
  if (session.state === "confirmed") await watchForNoShow(work, session);
  const subject = { organizationId: session.organizationId, sessionId: session.id };
  await recordEvents(work, subject, eventsOfMove(from, session, session.lastTransitionAt));
}

import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { ContractView } from "./contract-view.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { startOf } from "./near-slots.ts";
import { moveAs } from "./session-acts.ts";
import type { SessionView } from "./session-view.ts";

const MINUTE_MS = 60_000;

/** Moves the clock to so many minutes after the grace period of a session; before its end when they are negative. */
export async function afterGrace(
  context: CaseContext,
  session: OwnedSession,
  ...[contract, minutes = 1]: readonly [Pick<ContractView, "graceMinutes">, number?]
): Promise<void> {
  await context.world.moveClockTo(startOf(session) + (contract.graceMinutes + minutes) * MINUTE_MS);
}

/** The organization says that the client did not come (operations 3). */
export function tryMarkAbsent(context: CaseContext, session: OwnedSession): Promise<Answer> {
  const attributes = { reason: "no_show", no_show_type: "client" };
  return moveAs(context, session, { to: "cancelled", party: "organization", attributes });
}

/** The same, unless the node's own timer has found the client absent before (lifecycle 6.1), read back. */
export async function markAbsent(
  context: CaseContext,
  session: OwnedSession,
): Promise<{ answer: Answer; session: SessionView }> {
  const before = await context.journeys.read(session.id);
  if (before.session.state === "cancelled") return before;
  await tryMarkAbsent(context, session);
  return context.journeys.read(session.id);
}

import type { SingleResult } from "@servicialo/schema/0.8/handlers";
import type { Session } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { Tx } from "../storage/open-database.ts";
import type { SessionRow, TransitionRow } from "../storage/rows.ts";
import { readTransitions, sessionDocument } from "./session-document.ts";

/**
 * The answer to a command on a session: the session as it is now, and every move recorded since it was `before`
 * (lifecycle 4). Without moves there is no `transition`.
 * @param before the session as the command found it; null when the command opened it
 */
export async function sessionAnswer(
  context: OperationContext,
  before: SessionRow | null,
  after: SessionRow,
  meta: Record<string, unknown> = {},
): Promise<SingleResult<Session>> {
  const transitions = await readTransitions(context.tx, after.id);
  const all = { ...movesAmong(transitions, before), ...meta };
  return {
    id: after.id,
    attributes: await sessionDocument(context, after, transitions),
    ...(Object.keys(all).length > 0 && { meta: all }),
  } as SingleResult<Session>;
}

/** What `meta` says of the moves since a session was `before`; nothing when there were none. */
export async function movesMeta(
  tx: Tx,
  before: SessionRow | null,
  after: SessionRow,
): Promise<Record<string, unknown>> {
  return movesAmong(await readTransitions(tx, after.id), before);
}

function movesAmong(transitions: readonly TransitionRow[], before: SessionRow | null): Record<string, unknown> {
  const recorded = transitions
    .filter((transition) => transition.seq > (before?.transitionCount ?? 0))
    .map((transition) => ({ from: transition.fromState, to: transition.toState, at: isoInstant(transition.at) }));
  return {
    ...(recorded.length > 0 && { transition: recorded.at(-1) }),
    ...(recorded.length > 1 && { transitions: recorded }),
  };
}

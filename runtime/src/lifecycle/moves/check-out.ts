import { startVerificationWindow } from "../../deadlines/verification.ts";
import { recordPosition } from "../../evidence/record-position.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";
import { endOfDelivery, momentOf, type PresenceInput } from "../presence.ts";

/** The provider states that the service was delivered: in_progress → delivered (L-07, D-07). */
export async function checkOut(
  context: OperationContext,
  session: SessionRow,
  input: PresenceInput,
): Promise<SessionRow> {
  judgeMove(context, session, "delivered");
  const at = momentOf(context, input);
  const end = endOfDelivery(session, at);
  const window = await startVerificationWindow(context, session);
  const moved = await moveSession(context, session, {
    to: "delivered",
    author: authorOf(actorOf(context.caller)),
    set: { ...end, ...window },
  });
  if (input.location) await recordPosition(context, moved, { event: "checkout", position: input.location, at });
  return moved;
}

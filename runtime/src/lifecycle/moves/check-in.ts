import { recordPosition } from "../../evidence/record-position.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";
import { momentOf, type PresenceInput } from "../presence.ts";

/** Delivery begins: confirmed → in_progress (L-06). A position that came along becomes GPS evidence (P-20). */
export async function checkIn(
  context: OperationContext,
  session: SessionRow,
  input: PresenceInput,
): Promise<SessionRow> {
  judgeMove(context, session, "in_progress");
  const at = momentOf(context, input);
  const actor = actorOf(context.caller);
  const moved = await moveSession(context, session, {
    to: "in_progress",
    author: authorOf(actor),
    set: { checkinAt: at },
  });
  if (input.location) await recordPosition(context, moved, { event: "checkin", position: input.location, at });
  return moved;
}

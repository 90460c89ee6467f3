import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { isVerificationDue } from "../../rules/verification-deadline.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession, theSystem, type Work } from "../move-session.ts";

/** The client accepts the delivery: charged → verified (L-14, SVC-VERI-005). */
export async function verify(context: OperationContext, session: SessionRow): Promise<SessionRow> {
  judgeMove(context, session, "verified");
  return moveSession(context, session, { to: "verified", author: authorOf(actorOf(context.caller)) });
}

/** Silence is acceptance: verifies a charged session whose deadline has passed; leaves every other as it is (D-08). */
export async function verifyIfDue(work: Work, session: SessionRow): Promise<SessionRow> {
  if (!isVerificationDue(session, work.clock.now())) return session;
  return moveSession(work, session, { to: "verified", author: theSystem });
}

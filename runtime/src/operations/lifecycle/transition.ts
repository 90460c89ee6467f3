import { ProtocolError } from "../../errors.ts";
import { recordEvidence, type SubmittedEvidence } from "../../evidence/record-evidence.ts";
import { findSession } from "../../lifecycle/find-session.ts";
import { judgeMove } from "../../lifecycle/judge-move.ts";
import { cancelByTransition, type Outcome } from "../../lifecycle/moves/cancel.ts";
import { charge } from "../../lifecycle/moves/charge.ts";
import { checkIn } from "../../lifecycle/moves/check-in.ts";
import { checkOut } from "../../lifecycle/moves/check-out.ts";
import { clientNoShow } from "../../lifecycle/moves/client-no-show.ts";
import { confirmByTransition } from "../../lifecycle/moves/confirm.ts";
import { deliverPartly } from "../../lifecycle/moves/deliver-partly.ts";
import { document } from "../../lifecycle/moves/document.ts";
import { openDispute } from "../../lifecycle/moves/open-dispute.ts";
import { reassign } from "../../lifecycle/moves/reassign.ts";
import { awaitNewTime } from "../../lifecycle/moves/reschedule.ts";
import { resolveForClient, resolveForProvider } from "../../lifecycle/moves/resolve-dispute.ts";
import { schedule } from "../../lifecycle/moves/schedule.ts";
import { verify } from "../../lifecycle/moves/verify.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { ServiceState } from "../../lifecycle/states.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

type Input = Parameters<Handler<"lifecycle.transition">>[1];
type MoveTo = (context: OperationContext, session: SessionRow, input: Input) => Promise<Outcome>;

const only = (move: (context: OperationContext, session: SessionRow, input: Input) => Promise<SessionRow>): MoveTo => {
  return async (context, session, input) => ({ session: await move(context, session, input) });
};

/** No caller moves a session there: judging it gives the reason. */
const unreachable =
  (to: ServiceState): MoveTo =>
  async (context, session) => {
    judgeMove(context, session, to);
    throw new Error(`The move to ${to} was judged possible, but nothing does it.`);
  };

/** What leads to each state. A state of the machine that is missing here does not compile. */
const moveTo: Record<ServiceState, MoveTo> = {
  requested: unreachable("requested"),
  pending_confirmation: unreachable("pending_confirmation"),
  scheduled: only(schedule),
  confirmed: confirmByTransition,
  in_progress: only(checkIn),
  delivered: only(checkOut),
  documented: only((context, session, input) => document(context, session, input, input.evidence !== undefined)),
  charged: only((context, session, input) =>
    session.state === "disputed" ? resolveForProvider(context, session, input) : charge(context, session, input),
  ),
  verified: only(verify),
  cancelled: cancelled,
  disputed: only(openDispute),
  reassigning: only(reassign),
  rescheduling: only(awaitNewTime),
  partial: only(deliverPartly),
};

/** One move to another state; exceptions are expressed by it, too (operations 3 and 4.5). */
export const transition: Handler<"lifecycle.transition"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  try {
    if (input.evidence !== undefined) await recordFirst(context, session, input);
    const { session: after, meta } = await moveTo[input.to_state](context, session, input);
    return sessionAnswer(context, session, after, meta);
  } catch (error) {
    throw pointedAtState(error);
  }
};

async function cancelled(context: OperationContext, session: SessionRow, input: Input): Promise<Outcome> {
  if (session.state === "disputed") return { session: await resolveForClient(context, session, input) };
  const absent = input.reason === "no_show" || input.no_show_type !== undefined;
  return absent
    ? { session: await clientNoShow(context, session, input) }
    : cancelByTransition(context, session, input);
}

/** Evidence that comes along is recorded before the move, in the same transaction. */
async function recordFirst(context: OperationContext, session: SessionRow, input: Input): Promise<void> {
  judgeMove(context, session, input.to_state);
  const { evidence } = input;
  if (evidence === undefined) return;
  if (!("items" in evidence)) {
    await recordEvidence(context, session, evidence as SubmittedEvidence, "/evidence");
    return;
  }
  for (const [index, item] of (evidence.items as SubmittedEvidence[]).entries()) {
    await recordEvidence(context, session, item, `/evidence/items/${index}`);
  }
}

/** A refused move points at the state that was asked for (lifecycle 2, rule 1). */
function pointedAtState(error: unknown): unknown {
  const refused =
    error instanceof ProtocolError && error.code === "INVALID_TRANSITION" && error.details.pointer === undefined;
  return refused ? new ProtocolError(error.code, { ...error.details, pointer: "/to_state" }) : error;
}

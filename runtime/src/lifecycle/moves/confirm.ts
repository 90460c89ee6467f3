import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { confirmationsMissing } from "../../rules/confirmation-policy.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { acknowledge, directConfirmations } from "../acknowledgements.ts";
import { judgeMove, judgeState } from "../judge-move.ts";
import { authorOf, moveSession, theSystem, type Work } from "../move-session.ts";
import type { Outcome } from "./cancel.ts";
import { commitHeldSlot } from "./schedule.ts";

/**
 * A party confirms: scheduled → confirmed, and from `requested` the commitment by the system first (L-05, D-06). Where
 * the contract wants another party's word too, this one is stored and the state waits (P-03).
 */
export async function confirm(context: OperationContext, session: SessionRow): Promise<Outcome> {
  if (session.state === "pending_confirmation") return { session: await confirmPublicBooking(context, session) };
  const role =
    session.state === "requested"
      ? judgeMove(context, { ...session, state: "scheduled" }, "confirmed")
      : judgeMove(context, session, "confirmed");
  const scheduled = session.state === "requested" ? await commitHeldSlot(context, session, theSystem) : session;
  return confirmScheduled(context, scheduled, role === "client" ? "client" : "provider");
}

/** confirmed by transition: never from `requested`, which would skip a state. */
export async function confirmByTransition(context: OperationContext, session: SessionRow): Promise<Outcome> {
  const role = judgeMove(context, session, "confirmed");
  return confirmScheduled(context, session, role === "client" ? "client" : "provider");
}

async function confirmScheduled(
  context: OperationContext,
  session: SessionRow,
  party: "client" | "provider",
): Promise<Outcome> {
  const author = authorOf(actorOf(context.caller));
  // Also a word that moves nothing yet is one that an agent may have to ask for.
  await author.watch?.onSession(context, { session, to: "confirmed" });
  await acknowledge(context, session, { party, by: author.by, source: "direct_confirm" });
  const { confirmation_policy: policy } = session.contract as ContractTerms;
  const missing = confirmationsMissing(policy, await directConfirmations(context, session));
  if (missing.length > 0) return { session, meta: { confirmations_missing: missing } };
  return { session: await moveSession(context, session, { to: "confirmed", author }) };
}

/** Under the policy `auto` the node confirms at booking; no state is skipped (P-03, D-06). */
export async function confirmIfAutomatic(work: Work, session: SessionRow): Promise<SessionRow> {
  if ((session.contract as ContractTerms).confirmation_policy !== "auto") return session;
  const scheduled = session.state === "scheduled" ? session : await commitHeldSlot(work, session, theSystem);
  return moveSession(work, scheduled, { to: "confirmed", author: theSystem });
}

/** The holder of the confirmation credential says yes: pending_confirmation → scheduled, and its word is kept (L-04, P-03). */
export async function confirmByCredential(context: OperationContext, session: SessionRow): Promise<SessionRow> {
  judgeState(context, session, "scheduled");
  await acknowledge(context, session, { party: "client", by: session.clientId, source: "credential" });
  const scheduled = await commitHeldSlot(context, session, { by: session.clientId, method: "manual" });
  return confirmIfAutomatic(context, scheduled);
}

/** The organization confirms for the holder of the credential: pending_confirmation → scheduled (L-04). */
async function confirmPublicBooking(context: OperationContext, session: SessionRow): Promise<SessionRow> {
  judgeMove(context, session, "scheduled");
  return confirmIfAutomatic(context, await commitHeldSlot(context, session, authorOf(actorOf(context.caller))));
}

import { paidForSession } from "../../billing/session-money.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { toMoney } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { clientNoShowOutcome, graceEndsAt } from "../../rules/no-show.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException } from "../exceptions.ts";
import { invalidTransition, judgeMove } from "../judge-move.ts";
import { authorOf } from "../move-session.ts";
import { endSession } from "./cancel.ts";

export interface NoShowInput {
  no_show_type?: "client" | "provider";
}

/**
 * The client did not come: confirmed → cancelled with the contract's penalty, after the grace period (lifecycle 6.1).
 * Provider and organization mark it; the client cannot.
 * @throws {ProtocolError} `INVALID_TRANSITION` before the grace period is over
 */
export async function clientNoShow(context: OperationContext, session: SessionRow, input: NoShowInput): Promise<SessionRow> {
  const role = judgeMove(context, session, "cancelled");
  if (role === "client") throw new ProtocolError("FORBIDDEN", { detail: "A no-show is marked by the provider or the organization." });
  if (input.no_show_type !== "client") {
    throw invalid("/no_show_type", "A session is cancelled for the absence of its client; an absent provider leads to reassigning.");
  }
  const terms = session.contract as ContractTerms;
  if (session.state !== "confirmed") throw invalidTransition(session.state, "cancelled", "Only a confirmed session can be a no-show.");
  if (context.clock.now() < graceEndsAt(session.startsAt, terms)) {
    throw invalidTransition(session.state, "cancelled", `The grace period of ${terms.no_show_policy.grace_minutes} minutes is not over.`);
  }
  const actor = actorOf(context.caller);
  const paidMinor = await paidForSession(context, session);
  const { penaltyMinor, resolution } = clientNoShowOutcome(terms, { amountMinor: session.amountMinor, paidMinor });
  const moved = await endSession(context, session, {
    author: authorOf(actor),
    reason: "no_show",
    metadata: { no_show_type: "client" },
    penaltyMinor,
    paidMinor,
  });
  await recordException(context, moved, {
    type: "no_show",
    initiatedBy: actor.id,
    resolution,
    details: { no_show_type: "client", penalty: toMoney(penaltyMinor, session.currency) },
  });
  await context.tx.db
    .updateTable("clients")
    .set((row) => ({ noShowCount: row("noShowCount", "+", 1) }))
    .where("id", "=", session.clientId)
    .execute();
  return moved;
}

import { paidForSession } from "../../billing/session-money.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { toMoney } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { clientNoShowOutcome, graceEndsAt } from "../../rules/no-show.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { type Author, authorOf, type Work } from "../author.ts";
import { recordException } from "../exceptions.ts";
import { invalidTransition, judgeMove } from "../judge-move.ts";
import { endSession } from "./cancel.ts";

export interface NoShowInput {
  no_show_type?: "client" | "provider";
}

/**
 * The client did not come: confirmed → cancelled with the contract's penalty, after the grace period (lifecycle 6.1).
 * Provider and organization mark it; the client cannot.
 * @throws {ProtocolError} `INVALID_TRANSITION` before the grace period is over
 */
export async function clientNoShow(
  context: OperationContext,
  session: SessionRow,
  input: NoShowInput,
): Promise<SessionRow> {
  const role = judgeMove(context, session, "cancelled");
  if (role === "client")
    throw new ProtocolError("FORBIDDEN", { detail: "A no-show is marked by the provider or the organization." });
  if (input.no_show_type !== "client") {
    throw invalid(
      "/no_show_type",
      "A session is cancelled for the absence of its client; an absent provider leads to reassigning.",
    );
  }
  const terms = session.contract as ContractTerms;
  if (session.state !== "confirmed")
    throw invalidTransition(session.state, "cancelled", "Only a confirmed session can be a no-show.");
  if (context.clock.now() < graceEndsAt(session.startsAt, terms)) {
    throw invalidTransition(
      session.state,
      "cancelled",
      `The grace period of ${terms.no_show_policy.grace_minutes} minutes is not over.`,
    );
  }
  return recordClientNoShow(context, session, authorOf(actorOf(context.caller)));
}

/** confirmed → cancelled by whoever found the client absent, with penalty, record and counter. */
export async function recordClientNoShow(work: Work, session: SessionRow, author: Author): Promise<SessionRow> {
  const terms = session.contract as ContractTerms;
  const paidMinor = await paidForSession(work, session);
  const { penaltyMinor, resolution } = clientNoShowOutcome(terms, { amountMinor: session.amountMinor, paidMinor });
  const moved = await endSession(work, session, {
    author,
    reason: "no_show",
    metadata: { no_show_type: "client" },
    penaltyMinor,
    paidMinor,
  });
  await recordException(work, moved, {
    type: "no_show",
    initiatedBy: author.by,
    resolution,
    details: { no_show_type: "client", penalty: toMoney(penaltyMinor, session.currency) },
  });
  await work.tx.db
    .updateTable("clients")
    .set((row) => ({ noShowCount: row("noShowCount", "+", 1) }))
    .where("id", "=", session.clientId)
    .execute();
  return moved;
}

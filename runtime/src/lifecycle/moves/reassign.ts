import { invalid } from "../../errors.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { graceEndsAt } from "../../rules/no-show.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException } from "../exceptions.ts";
import { invalidTransition, judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";

export interface AbsenceInput {
  reason?: string;
  no_show_type?: "client" | "provider";
}

/**
 * The provider does not come: confirmed → reassigning. The provider may say so early; others only after the grace
 * period (L-20, lifecycle 6.2).
 */
export async function reassign(
  context: OperationContext,
  session: SessionRow,
  input: AbsenceInput,
): Promise<SessionRow> {
  const role = judgeMove(context, session, "reassigning");
  if (input.reason === undefined) throw invalid("/reason", "Say why the provider is replaced.");
  if (input.no_show_type !== "provider" && (input.no_show_type !== undefined || input.reason === "no_show")) {
    throw invalid("/no_show_type", "Only the absence of a provider leads to reassigning; say so (P-13).");
  }
  const early = context.clock.now() < graceEndsAt(session.startsAt, session.contract);
  if (early && role !== "provider" && input.reason === "no_show") {
    throw invalidTransition(session.state, "reassigning", "The grace period is not over.");
  }
  const actor = actorOf(context.caller);
  const moved = await moveSession(context, session, {
    to: "reassigning",
    author: authorOf(actor),
    metadata: { reason: input.reason, no_show_type: "provider" },
  });
  await recordException(context, moved, {
    type: "no_show",
    initiatedBy: actor.id,
    details: { no_show_type: "provider" },
  });
  await context.tx.db
    .updateTable("providers")
    .set((row) => ({ noShowCount: row("noShowCount", "+", 1) }))
    .where("id", "=", session.providerId)
    .execute();
  return moved;
}

import { theSystem, type Work } from "../lifecycle/author.ts";
import { openException } from "../lifecycle/exceptions.ts";
import { ACCREDITED, providerPrevails } from "../lifecycle/moves/resolve-dispute.ts";
import type { EvaluationShape } from "../rules/evidence-resolution.ts";
import type { JsonObject } from "../storage/json-shapes.ts";

/** When nobody has decided a dispute in time, the evidence rule does, where it can (lifecycle 6.4, evidence 5). */
export async function onDisputeDue(work: Work, sessionId: string): Promise<void> {
  const session = await work.tx.db.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
  if (session?.state !== "disputed") return;
  const dispute = await openException(work, session, "dispute");
  const { evaluation } = (dispute?.details ?? {}) as JsonObject & { evaluation?: EvaluationShape };
  if (evaluation?.outcome !== "accredited") return;
  await providerPrevails(work, session, { author: theSystem, method: "algorithmic", note: ACCREDITED });
}

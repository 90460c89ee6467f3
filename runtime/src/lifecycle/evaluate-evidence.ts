import { parseInstant } from "../clock.ts";
import { scheduleDeadline } from "../deadlines/schedule-deadline.ts";
import { catalogue } from "../evidence/catalogue.ts";
import type { Vault } from "../evidence/vault.ts";
import { toMinorUnits } from "../money.ts";
import { ruleDecidesAt } from "../rules/dispute-window.ts";
import { type EvaluationShape, type ResolutionQuestion, resolveByEvidence } from "../rules/evidence-resolution.ts";
import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import type { ExceptionRow, SessionRow } from "../storage/rows.ts";
import type { Work } from "./author.ts";
import { changeDetails, openException } from "./exceptions.ts";
import { readEvidence } from "./session-document.ts";

/** Evaluating looks into sealed payloads; none of them leaves the node by it. */
type Evaluating = Work & { readonly vault: Vault };

/** What the evidence of a session says about its delivery by now (evidence 5). */
export async function evaluateEvidence(
  work: Pick<Evaluating, "tx" | "vault">,
  session: SessionRow,
  disputed: ResolutionQuestion["disputed"] = null,
): Promise<EvaluationShape> {
  const items = await readEvidence(work.tx, session.id);
  return resolveByEvidence({
    vertical: session.vertical,
    contract: session.contract as ContractTerms,
    items: items.map((item) => ({
      type: item.type,
      method: item.method,
      kind: item.kind,
      capturedAt: item.capturedAt,
      data: item.sealedData === null ? ((item.data ?? {}) as JsonObject) : work.vault.open(item.id, item.sealedData),
    })),
    catalogue,
    disputed,
    clientId: session.clientId,
    expectedMinutes: session.durationMinutes,
    actualMinutes: session.durationActualMinutes,
    orderBudgetMinutes: await authorizedMinutes(work.tx, session),
  });
}

/**
 * Evaluates an open dispute anew, when it is opened and with each further item: what cannot be accredited is escalated
 * to people; what can is decided for the provider by the system, unless the organization has decided before the
 * contract's time for that is over.
 */
export async function evaluateDispute(work: Evaluating, session: SessionRow): Promise<void> {
  const dispute = await openException(work, session, "dispute");
  if (!dispute) return;
  const evaluation = await evaluateEvidence(work, session, disputedAmount(dispute));
  const status = evaluation.outcome === "accredited" ? "open" : "escalated";
  await changeDetails(work, dispute, { status, evaluation });
  if (evaluation.outcome !== "accredited") return;
  const openedAt = parseInstant(String((dispute.details as JsonObject)["opened_at"]));
  await scheduleDeadline(work, {
    kind: "dispute",
    organizationId: session.organizationId,
    subjectId: session.id,
    dueAt: ruleDecidesAt(openedAt, session.contract as ContractTerms),
  });
}

/** What the evidence rule found last about an open dispute. */
export async function lastEvaluation(work: Work, session: SessionRow): Promise<EvaluationShape | undefined> {
  const dispute = await openException(work, session, "dispute");
  return (dispute?.details as { evaluation?: EvaluationShape } | undefined)?.evaluation;
}

function disputedAmount({ details }: ExceptionRow): ResolutionQuestion["disputed"] {
  const { amount } = details as { amount?: { value: number; currency: string } };
  return amount === undefined
    ? null
    : { amountMinor: toMinorUnits(amount.value, amount.currency), currency: amount.currency };
}

/** Hours that the session's order is limited to, in minutes. */
async function authorizedMinutes(tx: Work["tx"], session: SessionRow): Promise<number | null> {
  if (session.orderId === null) return null;
  const order = await tx.db
    .selectFrom("service_orders")
    .select("scope")
    .where("id", "=", session.orderId)
    .executeTakeFirst();
  const { hours_limit: hours } = (order?.scope ?? {}) as { hours_limit?: number | null };
  return typeof hours === "number" ? hours * 60 : null;
}

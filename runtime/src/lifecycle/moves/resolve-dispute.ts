import { createSale } from "../../billing/create-sale.ts";
import { paidForSession, returnPrepayment, salesOfSession } from "../../billing/session-money.ts";
import { withdrawCharge } from "../../billing/settlement.ts";
import { isoInstant } from "../../clock.ts";
import { invalid } from "../../errors.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { billingStatusAfter } from "../../rules/billing-status.ts";
import type { JsonObject } from "../../storage/json-shapes.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { lastEvaluation } from "../evaluate-evidence.ts";
import { openException, settleException } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { type Author, authorOf, moveSession, theSystem, type Work } from "../move-session.ts";
import { verifyIfDue } from "./verify.ts";

export interface ResolutionInput {
  resolution?: { method: "manual" | "arbitration"; note: string };
  reason?: string;
}

/** Note of a resolution by rule. */
export const ACCREDITED = "The evidence that the contract asks for is there and accredits the delivery.";

interface Resolution {
  readonly author: Author;
  readonly method: "algorithmic" | "manual" | "arbitration";
  readonly note: string;
}

/**
 * The organization settles for the provider: disputed → charged; verification goes on (L-16, P-06). Without a word of
 * its own it asks for the evidence rule, which then decides by the system where it can (evidence 5).
 */
export async function resolveForProvider(
  context: OperationContext,
  session: SessionRow,
  input: ResolutionInput,
): Promise<SessionRow> {
  judgeMove(context, session, "charged");
  const byRule = input.resolution === undefined && (await lastEvaluation(context, session))?.outcome === "accredited";
  const resolution: Resolution = byRule
    ? { author: theSystem, method: "algorithmic", note: ACCREDITED }
    : requiredResolution(context, input);
  return providerPrevails(context, session, resolution);
}

/** The provider prevails, by whoever decided it: the charge stands, a missing one is made. */
export async function providerPrevails(work: Work, session: SessionRow, resolution: Resolution): Promise<SessionRow> {
  const before = session.billingStatusBeforeDispute ?? "pending";
  const known = await salesOfSession(work, session);
  const sales =
    known.length > 0
      ? known
      : [
          await createSale(work, {
            sessions: [session],
            quantity: 1,
            unitPriceMinor: session.amountMinor,
            purpose: "delivery",
          }),
        ];
  const restored = billingStatusAfter(session.billingStatus, { type: "provider_prevailed", before });
  const isPaid = sales.some((sale) => sale.transactional && sale.status === "paid");
  const moved = await moveSession(work, session, {
    to: "charged",
    author: resolution.author,
    set: {
      billingStatus: isPaid ? billingStatusAfter(restored, { type: "settled" }) : restored,
      billingStatusBeforeDispute: null,
      chargedAt: session.chargedAt ?? work.clock.now(),
    },
  });
  await settle(work, session, "provider_prevails", resolution);
  return verifyIfDue(work, moved);
}

/** The organization settles for the client: disputed → cancelled, the sale voided, money returned (L-17, lifecycle 6.4). */
export async function resolveForClient(
  context: OperationContext,
  session: SessionRow,
  input: ResolutionInput,
): Promise<SessionRow> {
  judgeMove(context, session, "cancelled");
  const resolution = requiredResolution(context, input);
  await giveBack(context, session, resolution.author.by);
  const moved = await moveSession(context, session, {
    to: "cancelled",
    author: resolution.author,
    metadata: { reason: input.reason ?? resolution.note },
    set: {
      billingStatus: billingStatusAfter(session.billingStatus, { type: "client_prevailed" }),
      billingStatusBeforeDispute: null,
    },
  });
  await settle(context, session, "client_prevails", resolution);
  return moved;
}

/** Restores the balance: the charge is withdrawn, and what was paid before or since goes back. */
async function giveBack(work: Work, session: SessionRow, by: string): Promise<void> {
  const reason = "dispute resolved for the client";
  const sales = await salesOfSession(work, session);
  for (const sale of sales) await withdrawCharge(work, sale, { by, reason, sessionId: session.id });
  if (sales.length === 0) await returnPrepayment(work, session, await paidForSession(work, session), by, reason);
}

function requiredResolution(context: OperationContext, input: ResolutionInput): Resolution {
  if (input.resolution === undefined)
    throw invalid("/resolution", "Say how the dispute was resolved: method and note.");
  return { author: authorOf(actorOf(context.caller)), ...input.resolution };
}

async function settle(
  work: Work,
  session: SessionRow,
  outcome: "provider_prevails" | "client_prevails",
  resolution: Resolution,
): Promise<void> {
  const open = await openException(work, session, "dispute");
  if (!open) return;
  const { author, method, note } = resolution;
  const details: JsonObject = {
    status: "resolved",
    resolution: { outcome, method, note, by: author.by, at: isoInstant(work.clock.now()) },
  };
  await settleException(work, open, outcome, details);
}

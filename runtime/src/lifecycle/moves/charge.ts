import { chargeSession } from "../../billing/charge-session.ts";
import { createSale } from "../../billing/create-sale.ts";
import { readAmount } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf } from "../move-session.ts";

export interface ChargeInput {
  unit_price?: number | { value: number; currency: string };
}

/** documented → charged with a sale of one, at the price given, else at the session's amount (L-12). */
export async function charge(context: OperationContext, session: SessionRow, input: ChargeInput): Promise<SessionRow> {
  judgeMove(context, session, "charged");
  const unitPriceMinor =
    input.unit_price === undefined
      ? session.amountMinor
      : readAmount(input.unit_price, session.currency, "/unit_price");
  const sale = await createSale(context, { sessions: [session], quantity: 1, unitPriceMinor, purpose: "delivery" });
  return chargeSession(context, session, sale, authorOf(actorOf(context.caller)));
}

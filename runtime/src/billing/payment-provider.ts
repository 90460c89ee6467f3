import { type NodeConfig, publicUrlOf } from "../config.ts";
import type { PaymentIntentRow } from "../storage/rows.ts";

/** Who takes prepayments. It says where to pay; that it was paid, it tells `settleIntent`. */
export interface PaymentProvider {
  readonly name: string;
  /** Address at which the payer pays. */
  checkoutUrl(intent: Pick<PaymentIntentRow, "id">): string;
}

/**
 * The provider that needs no contract with anybody: the payer pays the organization itself, at the desk or by transfer,
 * and its staff settles the intent with `servicialo-node payments settle`. The address shows what is to be paid.
 */
export function localPayments(config: NodeConfig): PaymentProvider {
  return {
    name: "local",
    checkoutUrl: ({ id }) => `${publicUrlOf(config)}/checkout/${encodeURIComponent(id)}`,
  };
}

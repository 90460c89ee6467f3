import type { Sale } from "@servicialo/schema/0.8/types";
import { dataOf, expectThat } from "../expect.ts";
import { minorUnits } from "../money.ts";
import { as, type Scene } from "./cast.ts";

interface Account {
  /** What the client owes, minor units; below 0 when the organization owes. */
  readonly owed: number;
  /** Newest first. */
  readonly sales: readonly Sale[];
}

/** The client's account, as the client reads it. */
export async function readAccount({ cast }: Scene): Promise<Account> {
  const answer = await cast.client.call("payments.get_status", { client_id: cast.client.id });
  const { total, paid, sales = [] } = dataOf("payments.get_status", answer).attributes;
  return { owed: minorUnits(total) - minorUnits(paid), sales };
}

/** The sale that charges a session. */
export async function saleOf(scene: Scene, sessionId: string): Promise<Sale> {
  const sale = (await readAccount(scene)).sales.find((one) => one.session_ids.includes(sessionId));
  expectThat(`a sale charges ${sessionId}`, sale !== undefined);
  return sale;
}

/** The organization takes a payment; the answer may be a refusal. */
export function tryToPay(scene: Scene, saleId: string, amount: number) {
  const { node, actor } = as(scene, "organization");
  return node.call("payments.record_payment", { sale_id: saleId, amount, method: "transferencia", actor });
}

/** The organization takes a payment, in the sale's currency. */
export async function pay(scene: Scene, saleId: string, amount: number): Promise<void> {
  dataOf("payments.record_payment", await tryToPay(scene, saleId, amount), 201);
}

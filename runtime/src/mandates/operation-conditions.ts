import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import type { OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Tx } from "../storage/open-database.ts";
import type { ConditionHolds } from "./move-conditions.ts";

/** Operations that leave an agent alone under a condition of their own, as generated from the specification. */
type ConditionalOperation = {
  [Id in OperationId]: (typeof operations)[Id]["agent"] extends { readonly autonomy: "conditional" } ? Id : never;
}[OperationId];

/** Each such condition. One that is missing here does not compile. */
const conditions: {
  readonly [Id in ConditionalOperation]: (tx: Tx, input: OperationInputs[Id]) => Promise<ConditionHolds>;
} = {
  // Payment systems give notice to this node of prepayments only, so that of a payment there never is one.
  "payments.record_payment": async () => "fails",
  "service_orders.update": async ({ db }, input) => {
    const order = await db
      .selectFrom("service_orders")
      .select("state")
      .where("id", "=", input.order_id)
      .executeTakeFirst();
    return order?.state === "draft" ? "holds" : "fails";
  },
};

/** Asks the condition that an operation names for agents, if it does. */
export async function conditionOfOperation(tx: Tx, operationId: OperationId, input: object): Promise<ConditionHolds> {
  const condition = conditions[operationId as ConditionalOperation] as
    | ((tx: Tx, input: object) => Promise<ConditionHolds>)
    | undefined;
  return condition ? condition(tx, input) : "fails";
}

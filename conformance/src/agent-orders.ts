import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { pickText } from "./json-path.ts";
import { orderTerms } from "./order-terms.ts";
import { Unmet } from "./verdict.ts";

/**
 * A draft of the organization's.
 * @throws NotApplicable when orders are not declared; Unmet when the node does not make one
 */
export async function draftOrder(context: CaseContext): Promise<string> {
  await context.world.needs("service_orders.create", "service_orders.propose", "service_orders.get");
  const answer = await context.node.call("service_orders.create", { attributes: await orderTerms(context) });
  const id = pickText(answer.body, "data.id");
  if (answer.status !== 201 || id === undefined)
    throw new Unmet(`an order was needed, and answered ${answer.describe()}`);
  return id;
}

/** An order that waits for its client. @throws as `draftOrder` */
export async function proposedOrder(context: CaseContext): Promise<string> {
  const id = await draftOrder(context);
  const answer = await context.node.call("service_orders.propose", {
    path: { order_id: id },
    attributes: { actor: await context.world.actorOf("organization") },
  });
  if (!answer.ok) throw new Unmet(`proposing an order was needed, and answered ${answer.describe()}`);
  return id;
}

/** State of an order as the organization reads it. */
export async function readOrder(
  context: CaseContext,
  id: string,
): Promise<{ answer: Answer; state: string | undefined }> {
  const answer = await context.node.call("service_orders.get", { path: { order_id: id } });
  return { answer, state: pickText(answer.body, "data.attributes.lifecycle.current_state") };
}

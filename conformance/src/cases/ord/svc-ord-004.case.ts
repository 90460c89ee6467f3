import type { CaseContext } from "../../case-context.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { type OrderDesk as Desk, OrderDesk, type OwnedOrder, orderState } from "../../order-steps.ts";
import { Unmet } from "../../verdict.ts";

type State = "draft" | "proposed" | "active" | "cancelled";
type Move = "service_orders.propose" | "service_orders.activate";

/** From every other state that can be reached with the operations that are demanded, and the optional one. */
const FORBIDDEN: readonly { readonly move: Move; readonly from: readonly State[] }[] = [
  { move: "service_orders.propose", from: ["proposed", "active", "cancelled"] },
  { move: "service_orders.activate", from: ["draft", "active", "cancelled"] },
];

async function orderIn(context: CaseContext, desk: Desk, state: State): Promise<OwnedOrder> {
  if (state === "active") return desk.active();
  const order = await desk.draft();
  if (state === "proposed") {
    const answer = await desk.move(order, "service_orders.propose");
    if (!answer.ok) throw new Unmet(`proposing an order answered ${answer.describe()}`);
  }
  if (state === "cancelled") {
    await context.world.needs("service_orders.transition");
    const actor = await context.world.actorOf("organization");
    const answer = await context.node.call("service_orders.transition", {
      path: { order_id: order.id },
      attributes: { to_state: "cancelled", reason: "certification run", actor },
    });
    if (!answer.ok) throw new Unmet(`cancelling an order answered ${answer.describe()}`);
  }
  return order;
}

export default defineCase({
  requirement: "SVC-ORD-004",
  title: "a draft is proposed, a proposed order is accepted, and nothing else",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const control = await context.positive("draft, proposed, active", async (check) => {
        const order = await desk.draft();
        await expectMoved(desk, check, { order, move: "service_orders.propose", to: "proposed" });
        await expectMoved(desk, check, { order, move: "service_orders.activate", to: "active" });
        const transitions = (await desk.read(order)).at("data.attributes.lifecycle.transitions");
        const moves = Array.isArray(transitions) ? transitions.map((one) => [one.from, one.to]) : transitions;
        check.equal("records", {
          expected: [
            [null, "draft"],
            ["draft", "proposed"],
            ["proposed", "active"],
          ],
          actual: moves,
        });
      });
      for (const { move, from } of FORBIDDEN) {
        for (const state of from) {
          await context.negative(`${move} from ${state}`, control, async (check) => {
            const order = await orderIn(context, desk, state);
            const before = (await desk.read(order)).at("data.attributes.lifecycle");
            check.refused(await desk.move(order, move), "INVALID_TRANSITION");
            const answer = await desk.read(order);
            check.equal("lifecycle", { expected: before, actual: answer.at("data.attributes.lifecycle"), answer });
          });
        }
      }
    });
  },
});

async function expectMoved(
  desk: Desk,
  check: Check,
  wish: { order: OwnedOrder; move: Move; to: State },
): Promise<void> {
  const answer = await desk.move(wish.order, wish.move);
  check.resource(answer, 200, "service_orders");
  const read = await desk.read(wish.order);
  check.equal(`state after ${wish.move}`, { expected: wish.to, actual: orderState(read), answer: read });
}

import { draftOrder, readOrder } from "../../agent-orders.ts";
import { expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-AUTO-004",
  title: "an agent proposes an order when a human has agreed",
  async run(context) {
    const propose = (mandate: HeldMandate, id: string) => (confirmation?: string) =>
      context.agents.call(mandate, "service_orders.propose", {
        path: { order_id: id },
        attributes: {},
        ...(confirmation === undefined ? {} : { confirmation }),
      });
    const { offer } = await context.world.bookable();
    const generous = { require_confirmation_above: { amount: 1_000_000_000, currency: offer.price.currency } };
    const control = await context.positive("after approval", async (check) => {
      const id = await draftOrder(context);
      const mandate = await context.agents.issue({ scopes: ["order:write"], constraints: generous });
      check.status(await expectAfterApproval(context, check, propose(mandate, id), "organization"), 200);
      const { answer, state } = await readOrder(context, id);
      check.equal("state of the order", { expected: "proposed", actual: state, answer });
    });
    await context.negative("before, whatever amount is approved in advance", control, async (check) => {
      const id = await draftOrder(context);
      const mandate = await context.agents.issue({ scopes: ["order:write"], constraints: generous });
      expectAsked(check, await propose(mandate, id)());
      const { answer, state } = await readOrder(context, id);
      check.equal("state of the order", { expected: "draft", actual: state, answer });
    });
  },
});

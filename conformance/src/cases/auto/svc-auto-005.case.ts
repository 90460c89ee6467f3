import { proposedOrder, readOrder } from "../../agent-orders.ts";
import { bookRequested, decide, expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-AUTO-005",
  title: "no agent of the organization accepts an order",
  async run(context) {
    const activate = (mandate: HeldMandate, id: string) => (confirmation?: string) =>
      context.agents.call(mandate, "service_orders.activate", {
        path: { order_id: id },
        attributes: {},
        ...(confirmation === undefined ? {} : { confirmation }),
      });
    const control = await context.positive(
      "the client accepts, and so does its agent after approval",
      async (check) => {
        await context.world.needs("service_orders.activate");
        const own = await proposedOrder(context);
        const actor = await context.world.actorOf("client");
        const accepted = await context.node.call("service_orders.activate", {
          path: { order_id: own },
          attributes: { actor },
          as: "client",
        });
        check.status(accepted, 200);
        const id = await proposedOrder(context);
        const mandate = await context.agents.issue({ principal: "client", scopes: ["order:write"] });
        check.status(await expectAfterApproval(context, check, activate(mandate, id), "client"), 200);
        for (const order of [own, id]) {
          const { answer, state } = await readOrder(context, order);
          check.equal("state of the order", { expected: "active", actual: state, answer });
        }
      },
    );
    await context.negative("an agent of the organization", control, async (check) => {
      const id = await proposedOrder(context);
      const mandate = await context.agents.issue({ scopes: ["order:write", "schedule:write"] });
      check.refused(await activate(mandate, id)(), "FORBIDDEN");
      const session = await bookRequested(context);
      const asked = expectAsked(
        check,
        await context.agents.call(mandate, "scheduling.cancel", {
          path: { session_id: session.id },
          attributes: { reason: "certification run" },
        }),
      );
      check.status(await decide(context, asked, "organization"), 200);
      check.refused(await activate(mandate, id)(asked.id), "FORBIDDEN", "CONFIRMATION_INVALID");
      const { answer, state } = await readOrder(context, id);
      check.equal("state of the order", { expected: "proposed", actual: state, answer });
    });
  },
});

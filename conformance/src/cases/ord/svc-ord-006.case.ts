import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";
import { OrderDesk } from "../../order-steps.ts";

const STRANGERS = ["second_client", "second_provider", "foreign_organization", "foreign_client"] as const;

export default defineCase({
  requirement: "SVC-ORD-006",
  title: "an order is private unless it says otherwise",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const control = await context.positive(
        "without visibility it is private, and its parties read it",
        async (check) => {
          const order = await desk.draft();
          for (const as of ["organization", "client"] as const) {
            const answer = await desk.read(order, as);
            check.resource(answer, 200, "service_orders");
            const visibility = pickText(answer.body, "data.attributes.visibility");
            check.equal(`visibility as the ${as} reads it`, { expected: "private", actual: visibility, answer });
          }
          return order;
        },
      );
      for (const as of STRANGERS) {
        await context.negative(`the ${as.replace("_", " ")} looks for it`, control, async (check) => {
          const order = need(control.value);
          const answer = await desk.read(order, as);
          check.refused(answer, "NOT_FOUND");
          const leaks = answer.text.includes(order.id);
          check.holds("nothing of it in the refusal", !leaks, { expected: "no id", actual: answer.text, answer });
          if (await context.world.declares("service_orders.list")) {
            const list = await context.node.call("service_orders.list", { query: { per_page: 100 }, as });
            const ids = pickList(list.body, "data").map((item) => pickText(item, "id"));
            check.holds("it is in no list of theirs", !ids.includes(order.id), {
              expected: `without ${order.id}`,
              actual: ids,
              answer: list,
            });
          }
          const ledger = await context.node.call("service_orders.get_ledger", { path: { order_id: order.id }, as });
          check.refused(ledger, "NOT_FOUND");
        });
      }
    });
  },
});

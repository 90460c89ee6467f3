import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { OrderDesk, orderState } from "../../order-steps.ts";

export default defineCase({
  requirement: "SVC-ORD-002",
  title: "an order begins as a draft, whatever lifecycle is sent along",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const sent = [undefined, "active", "completed", "proposed"];
      for (const state of sent) {
        await context.positive(`sent along: ${state ?? "nothing"}`, async (check) => {
          const at = new Date(context.world.now()).toISOString();
          const transitions = [{ from: null, to: state, at, by: "system", method: "auto" }];
          const lifecycle = state === undefined ? undefined : { current_state: state, transitions };
          const created = await desk.tryDraft({ lifecycle }, { deliberate: true });
          if (!check.resource(created, 201, "service_orders")) return;
          const answer = await desk.read({ id: String(created.at("data.id")) });
          check.equal("state", { expected: "draft", actual: orderState(answer), answer });
          const records = pickList(answer.body, "data.attributes.lifecycle.transitions");
          check.holds("no record but the first", records.length <= 1, {
            expected: "one record at most",
            actual: records,
            answer,
          });
        });
      }
      const control = await context.positive("a draft", (check) => {
        return desk.draft().then((order) => {
          check.equal("state", { expected: "draft", actual: orderState(order.created), answer: order.created });
          return order;
        });
      });
      await context.negative("a session under an order that was sent as active", control, async (check) => {
        const created = await desk.tryDraft({ lifecycle: { current_state: "active" } }, { deliberate: true });
        const { answer } = await desk.tryBook({ id: String(created.at("data.id")) });
        check.refused(answer, "VALIDATION_ERROR", "INVALID_TRANSITION");
      });
    });
  },
});

import { readOrder } from "../../agent-orders.ts";
import { expectRefusedBy } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";
import { orderTerms } from "../../order-terms.ts";

export default defineCase({
  requirement: "SVC-AUTO-006",
  title: "an agent drafts orders under a mandate of the organization with order:write",
  async run(context) {
    const terms = async () => {
      const { actor: _, ...rest } = await orderTerms(context);
      return rest;
    };
    /** Ids of the orders of the client; no draft may be added to them by a refused call. */
    const orders = async () => {
      const query = { client_id: await context.world.clientId(), state: "draft", per_page: 100 };
      const answer = await context.node.call("service_orders.list", { query });
      return {
        answer,
        ids: pickList(answer.body, "data")
          .map((item) => pickText(item, "id"))
          .sort(),
      };
    };
    const control = await context.positive("a mandate of the organization", async (check) => {
      await context.world.needs("service_orders.create", "service_orders.list", "service_orders.get");
      const mandate = await context.agents.issue({ scopes: ["order:write"] });
      const answer = await context.agents.call(mandate, "service_orders.create", { attributes: await terms() });
      check.resource(answer, 201, "service_orders");
      const id = need(pickText(answer.body, "data.id"), "the order");
      const { answer: read, state } = await readOrder(context, id);
      check.equal("state of the order", { expected: "draft", actual: state, answer: read });
    });
    await context.negative("a mandate of the client", control, async (check) => {
      const mandate = await context.agents.issue({ principal: "client", scopes: ["order:write", "order:read"] });
      const before = await orders();
      const answer = await context.agents.call(mandate, "service_orders.create", { attributes: await terms() });
      check.refused(answer, "FORBIDDEN", "CONTEXT_MISMATCH");
      const after = await orders();
      check.equal("drafts of the client", { expected: before.ids, actual: after.ids, answer: after.answer });
    });
    await context.negative("a mandate of the organization without order:write", control, async (check) => {
      const mandate = await context.agents.issue({ scopes: ["order:read", "service:write"] });
      const before = await orders();
      const answer = await context.agents.call(mandate, "service_orders.create", { attributes: await terms() });
      expectRefusedBy(context, check, answer, { code: "SCOPE_INSUFFICIENT", by: 5 });
      const after = await orders();
      check.equal("drafts of the client", { expected: before.ids, actual: after.ids, answer: after.answer });
    });
  },
});

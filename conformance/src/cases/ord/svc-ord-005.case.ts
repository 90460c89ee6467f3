import { defineCase } from "../../define-case.ts";
import { OrderDesk, orderState } from "../../order-steps.ts";
import { Unmet } from "../../verdict.ts";

const OTHERS = ["organization", "provider", "second_client", "foreign_organization"] as const;

export default defineCase({
  requirement: "SVC-ORD-005",
  title: "an order is activated by its client, and by nobody in its place",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const proposed = async () => {
        const order = await desk.draft();
        const answer = await desk.move(order, "service_orders.propose");
        if (!answer.ok) throw new Unmet(`proposing an order answered ${answer.describe()}`);
        return order;
      };
      const control = await context.positive("the client", async (check) => {
        const order = await proposed();
        check.resource(await desk.move(order, "service_orders.activate", "client"), 200, "service_orders");
        const answer = await desk.read(order);
        check.equal("state", { expected: "active", actual: orderState(answer), answer });
      });
      for (const as of OTHERS) {
        await context.negative(`the ${as.replace("_", " ")}`, control, async (check) => {
          const order = await proposed();
          const answer = await desk.move(order, "service_orders.activate", as);
          // Who is no party to a private order need not learn that there is one.
          if (as === "organization") check.refused(answer, "FORBIDDEN");
          else check.refused(answer, "FORBIDDEN", "NOT_FOUND");
          const read = await desk.read(order);
          check.equal("state", { expected: "proposed", actual: orderState(read), answer: read });
        });
      }
    });
  },
});

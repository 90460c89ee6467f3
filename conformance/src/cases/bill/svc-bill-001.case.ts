import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-BILL-001",
  title: "a payment does not move the lifecycle",
  async run(context) {
    await context.world.needs("payments.record_payment");
    await context.positive("a sale is paid in two parts", async (check) => {
      const session = await context.journeys.walkTo("documented");
      const sale = await context.journeys.charge(session);
      check.resource(sale, 201, "sales");
      const total = session.offer.price.value;
      const half = Math.floor(total / 2);
      for (const amount of [half, total - half].filter((part) => part > 0)) {
        const { session: before } = await context.journeys.read(session.id);
        const payment = await context.node.call("payments.record_payment", {
          path: { sale_id: pickText(sale.body, "data.id") ?? "" },
          attributes: { amount, method: "transferencia" },
        });
        check.resource(payment, 201, "payments");
        const { answer, session: after } = await context.journeys.read(session.id);
        check.equal("state", { expected: "charged", actual: after.state, answer });
        check.equal("records", { expected: before.transitions, actual: after.transitions, answer });
      }
      const { answer } = await context.journeys.read(session.id);
      check.equal("billing.status", { expected: "paid", actual: answer.at("data.attributes.billing.status"), answer });
    });
    await context.positive("a booking is not moved by its billing", async (check) => {
      const session = await expectBooking(context, check);
      const { answer } = await context.journeys.read(session.id);
      check.equal("billing.status", {
        expected: "pending",
        actual: answer.at("data.attributes.billing.status"),
        answer,
      });
    });
  },
});

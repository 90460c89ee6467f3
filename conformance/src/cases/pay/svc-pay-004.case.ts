import { need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";
import { expectAccount, expectSale, pay } from "../../payment-steps.ts";

export default defineCase({
  requirement: "SVC-PAY-004",
  title: "a payment belongs to the sale that it names",
  async run(context) {
    await context.world.needs("payments.record_payment");
    const control = await context.positive("a payment of a known sale", async (check) => {
      const sale = await expectSale(context, check);
      const answer = await pay(context, sale, { units: 1 });
      check.resource(answer, 201, "payments");
      check.equal("sale_id", { expected: sale.id, actual: answer.at("data.attributes.sale_id"), answer });
      if (await context.world.declares("payments.get_status")) {
        const account = await expectAccount(context, check, { sale, paid: 1, status: "partially_paid" });
        const ids = pickList(account.body, "data.attributes.payments").map((one) =>
          isRecord(one) ? one.id : undefined,
        );
        check.equal("payments of the sale", {
          expected: [pickText(answer.body, "data.id")],
          actual: ids,
          answer: account,
        });
      }
      return sale;
    });
    await context.negative("a payment of a sale that nobody has", control, async (check) => {
      const sale = need(control.value);
      check.refused(await pay(context, { ...sale, id: unknownId(context) }, { units: 1 }), "NOT_FOUND");
      if (await context.world.declares("payments.get_status"))
        await expectAccount(context, check, { sale, paid: 1, status: "partially_paid" });
    });
    await context.negative("a payment by another organization", control, async (check) => {
      const sale = need(control.value);
      const answer = await context.node.call("payments.record_payment", {
        path: { sale_id: sale.id },
        attributes: { amount: { value: 1, currency: sale.currency }, method: "transferencia" },
        as: "foreign_organization",
      });
      check.refused(answer, "NOT_FOUND");
    });
  },
});

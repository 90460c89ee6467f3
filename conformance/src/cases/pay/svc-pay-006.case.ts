import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { expectAccount, expectSale, pay } from "../../payment-steps.ts";

export default defineCase({
  requirement: "SVC-PAY-006",
  title: "a sale is paid when its payments reach its total, not before and not beyond",
  async run(context) {
    await context.world.needs("payments.record_payment", "payments.get_status");
    const billing = async (id: string) => {
      const { session } = await context.journeys.read(id);
      return { status: pickText(session.attributes, "billing.status"), state: session.state };
    };
    const half = await context.positive("after the first half it is not paid", async (check) => {
      const sale = await expectSale(context, check);
      await expectAccount(context, check, { sale, paid: 0, status: "open" });
      const units = Math.floor(sale.units / 2);
      check.resource(await pay(context, sale, { units }), 201, "payments");
      await expectAccount(context, check, { sale, paid: units, status: "partially_paid" });
      check.equal("billing and state", {
        expected: { status: "charged", state: "charged" },
        actual: await billing(sale.session.id),
      });
      return { sale, units };
    });
    await context.negative("more than the balance", half, async (check) => {
      const { sale, units } = need(half.value);
      check.refused(await pay(context, sale, { units: sale.units - units + 1 }), "VALIDATION_ERROR");
      await expectAccount(context, check, { sale, paid: units, status: "partially_paid" });
    });
    const nearly = await context.positive("one unit short it is not paid", async (check) => {
      const { sale, units } = need(half.value);
      check.resource(await pay(context, sale, { units: sale.units - units - 1 }), 201, "payments");
      await expectAccount(context, check, { sale, paid: sale.units - 1, status: "partially_paid" });
      return sale;
    });
    const paid = await context.positive("with the last unit it is", async (check) => {
      const sale = need(nearly.value);
      check.resource(await pay(context, sale, { units: 1 }), 201, "payments");
      await expectAccount(context, check, { sale, paid: sale.units, status: "paid" });
      check.equal("billing and state", {
        expected: { status: "paid", state: "charged" },
        actual: await billing(sale.session.id),
      });
      return sale;
    });
    await context.negative("a payment after that", paid, async (check) => {
      const sale = need(paid.value);
      check.refused(await pay(context, sale, { units: 1 }), "VALIDATION_ERROR", "CONFLICT");
      await expectAccount(context, check, { sale, paid: sale.units, status: "paid" });
    });
  },
});

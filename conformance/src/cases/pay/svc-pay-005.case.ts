import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { expectAccount, expectSale, pay } from "../../payment-steps.ts";
import { expectInvalid } from "../../refusals.ts";

const METHODS = ["efectivo", "transferencia", "mercadopago", "tarjeta"];
/** Other words that a node may understand; what it records is the published one (errors page E-06). */
const ALIASES: Readonly<Record<string, string>> = { cash: "efectivo", transfer: "transferencia", card: "tarjeta" };
const UNKNOWN = ["bitcoin", "Efectivo", ""];

export default defineCase({
  requirement: "SVC-PAY-005",
  title: "a payment is made by one of four methods",
  async run(context) {
    await context.world.needs("payments.record_payment");
    const control = await context.positive("each of the four", async (check) => {
      const sale = await expectSale(context, check);
      for (const method of METHODS) {
        const answer = await pay(context, sale, { units: 1, method });
        check.resource(answer, 201, "payments");
        check.equal("method", { expected: method, actual: answer.at("data.attributes.method"), answer });
      }
      return sale;
    });
    await context.positive("other words, where they are understood", async (check) => {
      const sale = await expectSale(context, check);
      for (const [word, method] of Object.entries(ALIASES)) {
        const answer = await pay(context, sale, { units: 1, method: word });
        if (!check.status(answer, 201, 422) || answer.status === 422) continue;
        const seen = pickText(answer.body, "data.attributes.method") ?? "";
        check.holds("method", [word, method].includes(seen), { expected: method, actual: seen, answer });
      }
    });
    for (const method of UNKNOWN) {
      await context.negative(`"${method}"`, control, async (check) => {
        const sale = need(control.value);
        expectInvalid(check, await pay(context, sale, { units: 1, method, deliberate: true }), "method");
        if (await context.world.declares("payments.get_status"))
          await expectAccount(context, check, { sale, paid: METHODS.length, status: "partially_paid" });
      });
    }
  },
});

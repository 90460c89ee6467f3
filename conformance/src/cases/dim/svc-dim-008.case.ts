import type { Answer } from "../../answer.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickNumber, pickText } from "../../json-path.ts";

/** Decimals of a currency's minor unit: none for CLP, two for USD. */
function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function expectMoney(check: Check, sale: Answer, wanted: { member: string; value: number; currency: string }): void {
  const path = `data.attributes.${wanted.member}`;
  // Compared as printed: a float residue such as 0.30000000000000004 must show.
  check.equal(`${wanted.member}.value`, {
    expected: String(wanted.value),
    actual: String(pickNumber(sale.body, `${path}.value`)),
    answer: sale,
  });
  check.equal(`${wanted.member}.currency`, {
    expected: wanted.currency,
    actual: pickText(sale.body, `${path}.currency`),
    answer: sale,
  });
}

export default defineCase({
  requirement: "SVC-DIM-008",
  title: "money is exact in the currency's minor unit",
  async run(context) {
    const one = await context.positive("the total of one session", async (check) => {
      const session = await context.journeys.walkTo("documented");
      const { value, currency } = session.offer.price;
      const sale = await context.journeys.charge(session);
      check.resource(sale, 201, "sales");
      for (const member of ["unit_price", "total", "due"]) expectMoney(check, sale, { member, value, currency });
      expectMoney(check, sale, { member: "paid", value: 0, currency });
      return session.offer;
    });
    await context.positive("the total of three sessions", async (check) => {
      const clientId = await context.world.newClient();
      const sessions = [];
      for (let count = 0; count < 3; count += 1)
        sessions.push(await context.journeys.walkTo("documented", { clientId }));
      const first = need(sessions[0]);
      const { currency, value } = first.offer.price;
      const digits = decimalsOf(currency);
      const unit = digits === 0 ? value : 10 ** (1 - digits) * (digits === 2 ? 1 : 10 ** (digits - 2));
      const sale = await context.journeys.charge(first, { session_id: undefined, quantity: 3, unit_price: unit });
      check.resource(sale, 201, "sales");
      expectMoney(check, sale, {
        member: "total",
        value: Math.round(unit * 3 * 10 ** digits) / 10 ** digits,
        currency,
      });
    });
    await context.negative("a price with more decimals than its currency has", one, async (check) => {
      const session = await context.journeys.walkTo("documented");
      const unitPrice = session.offer.price.value + 0.5 / 10 ** decimalsOf(session.offer.price.currency);
      const answer = await context.journeys.charge(session, { unit_price: unitPrice });
      check.refused(answer, "VALIDATION_ERROR");
    });
  },
});

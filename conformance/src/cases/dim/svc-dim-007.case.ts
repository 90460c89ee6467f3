import { defineCase } from "../../define-case.ts";
import { pickNumber, pickText } from "../../json-path.ts";

/** Currencies that the runtime of the suite knows (ISO 4217). */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export default defineCase({
  requirement: "SVC-DIM-007",
  title: "billing.amount is non-negative money with an ISO 4217 currency",
  async run(context) {
    const control = await context.positive("the amount of a session, and its sale", async (check) => {
      const session = await context.journeys.walkTo("documented");
      const { answer } = await context.journeys.read(session.id);
      const value = pickNumber(answer.body, "data.attributes.billing.amount.value");
      check.holds("billing.amount.value", value !== undefined && value >= 0, {
        expected: "a number from 0",
        actual: value,
        answer,
      });
      const currency = pickText(answer.body, "data.attributes.billing.amount.currency") ?? "";
      check.holds("billing.amount.currency", CURRENCIES.has(currency), {
        expected: "ISO 4217",
        actual: currency,
        answer,
      });
      const { value: unitPrice } = session.offer.price;
      check.resource(
        await context.journeys.charge(session, { unit_price: { value: unitPrice, currency } }),
        201,
        "sales",
      );
    });
    const { currency } = (await context.world.bookable()).offer.price;
    const wrong = [
      { name: "a negative price", unit_price: -1 },
      { name: "a negative money value", unit_price: { value: -1, currency } },
      { name: "the currency XX", unit_price: { value: 1000, currency: "XX" } },
      { name: "a currency in lower case", unit_price: { value: 1000, currency: currency.toLowerCase() } },
    ];
    const session = await context.journeys.walkTo("documented");
    for (const { name, unit_price } of wrong) {
      await context.negative(`a sale with ${name}`, control, async (check) => {
        const { offer } = session;
        const attributes = {
          client_id: session.clientId,
          service_id: offer.serviceId,
          provider_id: offer.providerId,
          session_id: session.id,
          unit_price,
        };
        check.refused(
          await context.node.call("payments.create_sale", { attributes, deliberate: true }),
          "VALIDATION_ERROR",
        );
        const { session: read, answer } = await context.journeys.read(session.id);
        check.equal("the session stays documented", { expected: "documented", actual: read.state, answer });
      });
    }
  },
});

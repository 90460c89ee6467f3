import type { CaseContext } from "../../case-context.ts";
import { defineCase } from "../../define-case.ts";
import { pick } from "../../json-path.ts";
import { OrderDesk } from "../../order-steps.ts";
import { expectInvalid } from "../../refusals.ts";

interface Rule {
  readonly name: string;
  /** Member that must be there, and the object that it stands in. */
  readonly member: "fixed_amount" | "rate_card" | "installments";
  readonly inside: "pricing" | "payment_schedule";
  readonly terms: Readonly<Record<string, Record<string, unknown>>>;
}

async function rules(context: CaseContext): Promise<readonly Rule[]> {
  const { currency, value } = (await context.world.bookable()).offer.price;
  const installments = [{ trigger: "acceptance", percentage: 100 }];
  const rate_card = [{ level: "senior", billable_rate: value }];
  const later = { type: "on_delivery" };
  const byRate = (model: string): Rule => ({
    name: `rate_card of the model ${model}`,
    member: "rate_card",
    inside: "pricing",
    terms: { pricing: { model, currency, rate_card }, payment_schedule: later },
  });
  const byPart = (type: string): Rule => ({
    name: `installments of a ${type} schedule`,
    member: "installments",
    inside: "payment_schedule",
    terms: { payment_schedule: { type, installments } },
  });
  const fixed: Rule = {
    name: "fixed_amount of the model fixed",
    member: "fixed_amount",
    inside: "pricing",
    terms: { pricing: { model: "fixed", currency, fixed_amount: value }, payment_schedule: later },
  };
  return [fixed, byRate("t&m"), byRate("rate_card"), byPart("milestone"), byPart("custom")];
}

export default defineCase({
  requirement: "SVC-ORD-003",
  title: "each price model and each schedule has the member that it needs",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      for (const { name, member, inside, terms } of await rules(context)) {
        const control = await context.positive(`${name}: there`, async (check) => {
          const answer = await desk.tryDraft(terms);
          check.resource(answer, 201, "service_orders");
          const shown = pick(answer.at(`data.attributes.${inside}`), member);
          check.equal(member, { expected: terms[inside]?.[member], actual: shown, answer });
        });
        await context.negative(`${name}: absent`, control, async (check) => {
          const before = await countOrders(context);
          const without = { ...terms, [inside]: { ...terms[inside], [member]: undefined } };
          expectInvalid(check, await desk.tryDraft(without, { deliberate: true }), member);
          const after = await countOrders(context);
          check.equal("orders of the client", { expected: before, actual: after });
        });
      }
    });
  },
});

/** How many orders the client of the run has; null where the list is not declared. */
async function countOrders(context: CaseContext): Promise<unknown> {
  if (!(await context.world.declares("service_orders.list"))) return null;
  const query = { client_id: await context.world.clientId(), per_page: 1 };
  return (await context.node.call("service_orders.list", { query })).at("meta.total");
}

import type { CaseContext } from "../../case-context.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";
import { OrderDesk } from "../../order-steps.ts";

/** Orders of every price model and every schedule, as changes of a plain one. */
async function kinds(context: CaseContext): Promise<Readonly<Record<string, Record<string, unknown>>>> {
  const { price } = (await context.world.bookable()).offer;
  const rates = [{ level: "senior", billable_rate: price.value, cost_rate: 1 }];
  const pricing = (model: string) => ({ model, currency: price.currency });
  const later = { type: "on_delivery" };
  const halves = [
    { trigger: "acceptance", percentage: 50 },
    { trigger: "completion", percentage: 50, due_days: 30 },
  ];
  return {
    "a fixed price, upfront": {},
    "a fixed price, by milestones": { payment_schedule: { type: "milestone", installments: halves } },
    "a fixed price, on delivery": { payment_schedule: later },
    "by the hour": { pricing: { ...pricing("t&m"), rate_card: rates }, payment_schedule: later },
    "a rate card": { pricing: { ...pricing("rate_card"), rate_card: rates }, payment_schedule: later },
    "a mixed price": {
      pricing: { ...pricing("mixed"), fixed_amount: price.value, rate_card: rates },
      payment_schedule: later,
    },
    "monthly for a year": {
      term: {
        type: "monthly",
        starts_at: new Date(context.world.now()).toISOString(),
        ends_at: new Date(context.world.now() + 365 * 86_400_000).toISOString(),
      },
      payment_schedule: { type: "periodic" },
    },
  };
}

export default defineCase({
  requirement: "SVC-ORD-001",
  title: "an order fits the published schema, with all that was agreed in it",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      for (const [name, changes] of Object.entries(await kinds(context))) {
        await context.positive(name, async (check) => {
          const created = await desk.tryDraft(changes);
          if (!check.resource(created, 201, "service_orders")) return;
          const answer = await desk.read({ id: String(created.at("data.id")) });
          check.resource(answer, 200, "service_orders");
          const attributes = answer.at("data.attributes");
          const findings = context.validator.findings("service-order", attributes);
          check.equal("what the schema finds wrong", { expected: [], actual: findings, answer });
          const order = isRecord(attributes) ? attributes : {};
          check.equal("id", { expected: answer.at("data.id"), actual: order.id, answer });
          for (const [member, sent] of Object.entries(changes)) {
            const kept = containsAll(order[member], sent);
            check.holds(`${member} as it was sent`, kept, {
              expected: JSON.stringify(sent),
              actual: order[member],
              answer,
            });
          }
        });
      }
      await context.positive("one that is active, with a session", async (check) => {
        const order = await desk.active();
        const session = await desk.sessionIn(order, "scheduled");
        const answer = await desk.read(order);
        const findings = context.validator.findings("service-order", answer.at("data.attributes"));
        check.equal("what the schema finds wrong", { expected: [], actual: findings, answer });
        const ids = answer.at("data.attributes.service_ids");
        check.equal("service_ids", { expected: [session.id], actual: ids, answer });
      });
    });
  },
});

/** Whether everything that was sent is there; moments may be written in another way, and more may have been added. */
function containsAll(seen: unknown, sent: unknown): boolean {
  if (typeof sent === "string") {
    const moment = /^\d{4}-\d\d-\d\dT/.test(sent) ? Date.parse(sent) : Number.NaN;
    return seen === sent || (!Number.isNaN(moment) && Math.abs(Date.parse(String(seen)) - moment) < 1_000);
  }
  if (Array.isArray(sent))
    return Array.isArray(seen) && seen.length === sent.length && sent.every((item, at) => containsAll(seen[at], item));
  if (!isRecord(sent)) return seen === sent;
  return isRecord(seen) && Object.entries(sent).every(([name, member]) => containsAll(seen[name], member));
}

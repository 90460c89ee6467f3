import { pay, type SaleView } from "../../accounts.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { deliverFor } from "../../delivery-steps.ts";
import { ledgerOf, type OrderEvents } from "../../ledger-model.ts";
import { fromMinor, toMinor } from "../../money-amounts.ts";
import { walkOn } from "../../near-slots.ts";
import { OrderDesk, type OwnedOrder } from "../../order-steps.ts";

const SESSIONS = 3;
/** Nothing of this ever happened. */
const WRITTEN = {
  services_verified: 7,
  hours_consumed: 7,
  amount_consumed: 7_000,
  amount_billed: 7_000,
  amount_collected: 7_000,
  amount_remaining: 1,
};

/** A price that does not divide by the sessions, so that the shares have a rest. */
async function terms(context: CaseContext): Promise<{ total: number; changes: Record<string, unknown> }> {
  const { type, price } = (await context.world.bookable()).offer;
  const total = toMinor(price.value, price.currency) * SESSIONS + 1;
  return {
    total,
    changes: {
      scope: { description: "Certification run", service_types: [need(type)], quantity_limit: SESSIONS },
      pricing: { model: "fixed", currency: price.currency, fixed_amount: fromMinor(total, price.currency) },
    },
  };
}

export default defineCase({
  requirement: "SVC-LEDG-001",
  title: "the ledger follows from what happened, figure by figure, and from nothing that is written to it",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const { total, changes } = await terms(context);
      let events: OrderEvents = { total, sessions: SESSIONS, accepted: false, verifiedMinutes: [], payments: [] };
      const expectNow = (name: string, act: (order: OwnedOrder) => Promise<Partial<OrderEvents>>, order?: OwnedOrder) =>
        context.positive(name, async (check) => {
          const owned = need(order, "the order");
          events = { ...events, ...(await act(owned)) };
          await desk.expectLedger(check, owned, name, ledgerOf(events));
          const shown = (await desk.read(owned)).at("data.attributes.ledger");
          const { answer } = await desk.ledger(owned);
          check.equal("the ledger inside the order", { expected: answer.at("data.attributes"), actual: shown, answer });
        });
      const drafted = await context.positive("a ledger that is sent with the draft", async (check) => {
        const created = await desk.tryDraft({ ...changes, ledger: WRITTEN }, { deliberate: true });
        check.resource(created, 201, "service_orders");
        const order = { id: String(created.at("data.id")), clientId: await context.world.clientId(), created };
        const owned = { ...order, currency: String(created.at("data.attributes.pricing.currency")) };
        await desk.expectLedger(check, owned, "of the draft", ledgerOf(events));
        return owned;
      });
      const order = drafted.value;
      await expectNow("a ledger that is sent with a change", (one) => writeLedger(context, one), order);
      const accept = async (one: OwnedOrder) => {
        await desk.move(one, "service_orders.propose");
        await desk.move(one, "service_orders.activate");
        return { accepted: true };
      };
      await expectNow("the client accepts", accept, order);
      const payPart = async (one: OwnedOrder, part: number) => {
        const [sale] = await desk.sales(one);
        await pay(context, need<SaleView>(sale, "the sale of the order"), part);
        return { payments: [...events.payments, part] };
      };
      await expectNow("a third is paid", (one) => payPart(one, Math.floor(total / 3)), order);
      for (const minutes of [30, 45, 20]) {
        const verify = async (one: OwnedOrder) => {
          const session = await desk.sessionIn(one, "requested");
          const counted = await deliverFor(context, session, minutes);
          await walkOn(context, session, "verified");
          return { verifiedMinutes: [...events.verifiedMinutes, counted] };
        };
        await expectNow(`a session of ${minutes} minutes is verified`, verify, order);
      }
      await expectNow("the rest is paid", (one) => payPart(one, total - Math.floor(total / 3)), order);
    });
  },
});

/** Tries to write figures where terms can be changed. Whatever the answer is, nothing happened. */
async function writeLedger(context: CaseContext, order: OwnedOrder): Promise<Partial<OrderEvents>> {
  if (await context.world.declares("service_orders.update")) {
    await context.node.call("service_orders.update", {
      path: { order_id: order.id },
      attributes: { ledger: WRITTEN, actor: await context.world.actorOf("organization") },
      deliberate: true,
    });
  }
  return {};
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chargeBackSale, refundSale, writeOffSale } from "../../billing/settlement.ts";
import { reachMilestone } from "../../orders/issue-sale.ts";
import { CLINICAL_RECORD, Clinic, PLACE, succeeded } from "../../testing/clinic.ts";
import { activeOrder, expectLedgerToHold, ledgerOf, pay, salesOf } from "../../testing/orders.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeEach(async () => {
  clinic = await Clinic.open();
});
afterEach(async () => {
  await expectLedgerToHold(clinic);
  await clinic.close();
});

const DAY = 86_400_000;
const decision = { by: "org_test", reason: "agreed" };
const types = ["physical_therapy_session"];
const unlimited = { scope: { description: "open", service_types: types } };

const stateOf = async (id: string) =>
  succeeded(await clinic.call("organization", "service_orders.get", { order_id: id })).body.data.attributes.lifecycle;

async function settle(saleId: string, act: typeof refundSale, amount?: number): Promise<void> {
  await clinic.demo.node.services.database.transaction(async (tx) => {
    const sale = await tx.db.selectFrom("sales").selectAll().where("id", "=", saleId).executeTakeFirstOrThrow();
    await act(
      { tx, clock: clinic.demo.clock },
      sale,
      decision,
      ...((amount === undefined ? [] : [amount]) as [number?]),
    );
  });
}

async function verifiedPartly(order: string, minutes: number): Promise<void> {
  const id = await clinic.sessionIn("in_progress", { order });
  const partial = { description: "the first part", delivered_minutes: minutes };
  succeeded(await clinic.transition("provider", id, { to_state: "partial", reason: "power cut", partial }));
  succeeded(await clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }));
  succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
  succeeded(await clinic.transition("client", id, { to_state: "verified" }));
}

describe("the valid ledgers of an order (lifecycle 11, rule 5)", () => {
  it("prepayment before the first delivery: collected above 0 with 0 services verified (SVC-LEDG-003)", async () => {
    const order = await activeOrder(clinic);
    const [sale] = await salesOf(clinic, order);
    expect(sale).toMatchObject({
      service_order_id: order,
      session_ids: [],
      total: { value: 360_000 },
      status: "open",
      transactional: true,
    });
    succeeded(await pay(clinic, sale.id, 360_000));
    expect(await ledgerOf(clinic, order)).toEqual({
      services_verified: 0,
      hours_consumed: 0,
      amount_consumed: 0,
      amount_billed: 360_000,
      amount_collected: 360_000,
      amount_remaining: 360_000,
    });
  });

  it("free service: services verified with 0 billed and 0 collected (SVC-LEDG-004)", async () => {
    const order = await activeOrder(clinic, { pricing: { model: "fixed", currency: "CLP", fixed_amount: 0 } });
    await clinic.sessionIn("verified", { order });
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 1,
      amount_consumed: 0,
      amount_billed: 0,
      amount_collected: 0,
    });
    expect(await salesOf(clinic, order)).toEqual([]);
  });

  it("partial payment: collected below billed (SVC-LEDG-005)", async () => {
    const order = await activeOrder(clinic);
    const [sale] = await salesOf(clinic, order);
    succeeded(await pay(clinic, sale.id, 100_000));
    await clinic.sessionIn("verified", { order });
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 1,
      amount_billed: 360_000,
      amount_collected: 100_000,
    });
  });

  it("several deliveries, one invoice (SVC-LEDG-006)", async () => {
    const order = await activeOrder(clinic);
    for (let n = 0; n < 3; n++) await clinic.sessionIn("verified", { order });
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 3,
      amount_consumed: 90_000,
      amount_billed: 360_000,
      amount_remaining: 270_000,
    });
    expect(await salesOf(clinic, order)).toHaveLength(1);
  });

  it("partial delivery: a proportional amount (SVC-LEDG-007)", async () => {
    const order = await activeOrder(clinic, { payment_schedule: { type: "on_delivery" } });
    await verifiedPartly(order, 15);
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 1,
      amount_consumed: 10_000,
      amount_billed: 10_000,
    });
  });

  it("later refund, and chargeback: only what was collected goes down (SVC-LEDG-008, SVC-LEDG-009)", async () => {
    const order = await activeOrder(clinic);
    const [sale] = await salesOf(clinic, order);
    succeeded(await pay(clinic, sale.id, 360_000));
    await clinic.sessionIn("verified", { order });
    const before = await ledgerOf(clinic, order);
    await settle(sale.id, refundSale, 60_000);
    expect(await ledgerOf(clinic, order)).toEqual({ ...before, amount_collected: 300_000 });
    await settle(sale.id, chargeBackSale, 100_000);
    expect(await ledgerOf(clinic, order)).toEqual({ ...before, amount_collected: 200_000 });
    const [after] = await salesOf(clinic, order);
    expect(after).toMatchObject({ paid: { value: 200_000 }, due: { value: 100_000 } });
  });

  it("periodic billing advances by period, regardless of deliveries (SVC-LEDG-010)", async () => {
    const order = await activeOrder(clinic, {
      term: { type: "monthly", starts_at: "2026-03-02T00:00:00-03:00" },
      payment_schedule: { type: "periodic" },
      pricing: { model: "fixed", currency: "CLP", fixed_amount: 50_000 },
      ...unlimited,
    });
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 0 });
    clinic.demo.clock.advance(32 * DAY);
    expect(await ledgerOf(clinic, order)).toMatchObject({ services_verified: 0, amount_billed: 50_000 });
    clinic.demo.clock.advance(61 * DAY);
    expect(await ledgerOf(clinic, order)).toMatchObject({ services_verified: 0, amount_billed: 150_000 });
  });

  it("counts a session when it is verified, and not before (SVC-LEDG-002)", async () => {
    const order = await activeOrder(clinic);
    const id = await clinic.sessionIn("charged", { order });
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 0,
      hours_consumed: 0,
      amount_consumed: 0,
    });
    succeeded(await clinic.transition("client", id, { to_state: "verified" }));
    expect(await ledgerOf(clinic, order)).toMatchObject({ services_verified: 1, amount_consumed: 30_000 });
  });

  it("counts the hours that were really delivered, at the rate of the order", async () => {
    const order = await activeOrder(clinic, {
      ...unlimited,
      pricing: { model: "t&m", currency: "CLP", rate_card: [{ level: "senior", billable_rate: 40_000 }] },
      payment_schedule: { type: "on_delivery" },
    });
    const id = await clinic.sessionIn("in_progress", { order });
    clinic.demo.clock.advance(90 * 60_000);
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id: id, location: PLACE }));
    succeeded(await clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }));
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    expect((await salesOf(clinic, order)).map((sale) => [sale.session_ids, sale.total.value])).toEqual([
      [[id], 60_000],
    ]);
    succeeded(await clinic.transition("client", id, { to_state: "verified" }));
    const ledger = await ledgerOf(clinic, order);
    expect(ledger).toEqual({
      services_verified: 1,
      hours_consumed: 1.5,
      amount_consumed: 60_000,
      amount_billed: 60_000,
      amount_collected: 0,
    });
  });
});

describe("the charge of a session in an order (P-17, SVC-ORD-009)", () => {
  it("only informs: it takes no payment and makes no debt", async () => {
    const order = await activeOrder(clinic);
    const id = await clinic.sessionIn("documented", { order });
    const parties = {
      client_id: clinic.id("María"),
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
    };
    const answer = await clinic.call("organization", "payments.create_sale", {
      ...parties,
      unit_price: 30_000,
      session_id: id,
    });
    const sale = succeeded(answer).body.data;
    expect(sale.attributes).toMatchObject({
      transactional: false,
      service_order_id: order,
      session_ids: [id],
      due: { value: 0 },
    });
    expectRefusal(await pay(clinic, sale.id, 30_000), "CONFLICT");
    const account = succeeded(
      await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") }),
    ).body.data.attributes;
    expect(account.total.value).toBe(360_000);
    expect((await clinic.session(id)).billing.status).toBe("charged");
  });

  it("bills each delivery once where the schedule says so, and takes that back when its client prevails", async () => {
    const order = await activeOrder(clinic, { payment_schedule: { type: "on_delivery" } });
    const kept = await clinic.sessionIn("charged", { order });
    const contested = await clinic.sessionIn("charged", { order });
    const sales = await salesOf(clinic, order);
    expect(sales.map((sale) => sale.session_ids)).toEqual([[kept], [contested]]);
    succeeded(await pay(clinic, sales[0].id, 30_000));
    expect((await clinic.session(kept)).billing.status).toBe("paid");
    succeeded(await pay(clinic, sales[1].id, 10_000));
    succeeded(await clinic.transition("client", contested, { to_state: "disputed", reason: "too short" }));
    expectRefusal(await pay(clinic, sales[1].id, 10_000), "CONFLICT");
    const resolution = { method: "manual", note: "not delivered as agreed" };
    succeeded(
      await clinic.transition("organization", contested, {
        to_state: "cancelled",
        reason: "not delivered",
        resolution,
      }),
    );
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 30_000, amount_collected: 30_000 });
  });
});

describe("the payment schedule", () => {
  it("bills installments at the signature, on a day, at a milestone and at the end, each once", async () => {
    const order = await activeOrder(clinic, {
      payment_schedule: {
        type: "custom",
        installments: [
          { trigger: "contract_signed", percentage: 50 },
          { trigger: "2026-03-20", percentage: 20, due_days: 10 },
          { trigger: "first report", amount: 36_000 },
          { trigger: "completion", percentage: 20 },
        ],
      },
    });
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 180_000 });
    clinic.moveTimeTo("2026-03-20T00:00:00-03:00", -1);
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 180_000 });
    clinic.moveTimeTo("2026-03-20T00:00:00-03:00");
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 252_000 });
    const reach = () =>
      clinic.demo.node.services.database.transaction(async (tx) => {
        const row = await tx.db
          .selectFrom("service_orders")
          .selectAll()
          .where("id", "=", order)
          .executeTakeFirstOrThrow();
        return reachMilestone({ tx, clock: clinic.demo.clock }, row, "First report");
      });
    expect([await reach(), await reach()]).toEqual([1, 0]);
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 288_000 });
    succeeded(
      await clinic.call("organization", "service_orders.transition", { order_id: order, to_state: "completed" }),
    );
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 360_000 });
  });

  it("bills a milestone that the evidence of a charged delivery shows as done", async () => {
    const installments = ["discovery", "rollout"].map((trigger) => ({ trigger, percentage: 50 }));
    const order = await activeOrder(clinic, { payment_schedule: { type: "milestone", installments } });
    const id = await clinic.sessionIn("delivered", { order });
    for (const [milestone, percent] of [
      ["discovery", 100],
      ["rollout", 60],
    ] as const) {
      const data = {
        uri: "https://records.example/m",
        document_type: "milestone_progress",
        milestone_id: milestone,
        progress_percent: percent,
      };
      succeeded(
        await clinic.call("provider", "delivery.record_evidence", { session_id: id, evidence_type: "document", data }),
      );
    }
    succeeded(await clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }));
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 0 });
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 180_000 });
  });

  it("shares a fixed amount over the periods of its term, and rests while the order is paused", async () => {
    const order = await activeOrder(clinic, {
      term: { type: "monthly", starts_at: "2026-03-02T08:00:00-03:00", ends_at: "2026-06-02T08:00:00-04:00" },
      payment_schedule: { type: "periodic" },
      pricing: { model: "fixed", currency: "CLP", fixed_amount: 100_000 },
      ...unlimited,
    });
    clinic.moveTimeTo("2026-04-02T08:00:00-03:00");
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 33_333 });
    const pause = { order_id: order, to_state: "paused", reason: "a journey" };
    succeeded(await clinic.call("client", "service_orders.transition", pause));
    clinic.moveTimeTo("2026-05-03T08:00:00-04:00");
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 33_333 });
    succeeded(await clinic.call("client", "service_orders.transition", { order_id: order, to_state: "active" }));
    clinic.moveTimeTo("2026-06-02T08:00:00-04:00");
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 66_666 });
    expect(await stateOf(order)).toMatchObject({ current_state: "completed" });
  });

  it("bills the hours of each period by the rate", async () => {
    const order = await activeOrder(clinic, {
      ...unlimited,
      term: { type: "monthly", starts_at: "2026-03-02T08:00:00-03:00" },
      payment_schedule: { type: "periodic" },
      pricing: { model: "rate_card", currency: "CLP", rate_card: [{ level: "senior", billable_rate: 40_000 }] },
    });
    const id = await clinic.sessionIn("in_progress", { order });
    clinic.demo.clock.advance(60 * 60_000);
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id: id, location: PLACE }));
    succeeded(await clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }));
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    succeeded(await clinic.transition("client", id, { to_state: "verified" }));
    clinic.moveTimeTo("2026-04-02T08:00:00-03:00");
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 40_000, amount_consumed: 40_000 });
    clinic.moveTimeTo("2026-05-02T08:00:00-04:00");
    expect(await salesOf(clinic, order)).toHaveLength(1);
  });
});

describe("the end of an order (O-08)", () => {
  it("comes by the system when its sessions are used up, and the next booking is refused (SVC-ORD-007)", async () => {
    const scope = { description: "two", service_types: types, quantity_limit: 2 };
    const order = await activeOrder(clinic, {
      scope,
      pricing: { model: "fixed", currency: "CLP", fixed_amount: 70_001 },
    });
    await clinic.sessionIn("verified", { order });
    expect(await stateOf(order)).toMatchObject({ current_state: "active" });
    await clinic.sessionIn("verified", { order });
    const { current_state: state, transitions } = await stateOf(order);
    expect(state).toBe("completed");
    expect(transitions.at(-1)).toMatchObject({
      from: "active",
      to: "completed",
      by: "system",
      method: "auto",
      metadata: { reason: "scope_used_up" },
    });
    expect(await ledgerOf(clinic, order)).toMatchObject({
      services_verified: 2,
      amount_consumed: 70_001,
      amount_remaining: 0,
    });
    expectRefusal(await clinic.book({ order }), "SERVICE_ORDER_EXHAUSTED");
  });

  it("comes by the system when its term is over, active or paused", async () => {
    const term = { type: "per_event", starts_at: "2026-03-01T00:00:00-03:00", ends_at: "2026-03-10T00:00:00-03:00" };
    const active = await activeOrder(clinic, { term });
    const paused = await activeOrder(clinic, { term });
    succeeded(
      await clinic.call("client", "service_orders.transition", {
        order_id: paused,
        to_state: "paused",
        reason: "a journey",
      }),
    );
    clinic.moveTimeTo(term.ends_at, -1);
    expect((await stateOf(active)).current_state).toBe("active");
    clinic.moveTimeTo(term.ends_at);
    for (const order of [active, paused]) {
      expect((await stateOf(order)).transitions.at(-1)).toMatchObject({
        to: "completed",
        by: "system",
        metadata: { reason: "term_over" },
      });
    }
  });

  it("is put off by a renewal, month by month", async () => {
    const order = await activeOrder(clinic, {
      ...unlimited,
      term: {
        type: "monthly",
        starts_at: "2026-03-02T00:00:00-03:00",
        ends_at: "2026-04-02T00:00:00-03:00",
        auto_renews: true,
      },
    });
    clinic.moveTimeTo("2026-05-20T00:00:00-04:00");
    const { body } = succeeded(await clinic.call("client", "service_orders.get", { order_id: order }));
    expect(body.data.attributes).toMatchObject({
      lifecycle: { current_state: "active" },
      term: { ends_at: "2026-06-02T04:00:00Z" },
    });
  });
});

describe("the account of a client (objects 16)", () => {
  const account = async () =>
    succeeded(await clinic.call("client", "payments.get_status", { client_id: clinic.id("María") })).body;

  async function paidSale(): Promise<string> {
    const id = await clinic.sessionIn("charged");
    const { sales } = (await account()).data.attributes;
    const sale = sales.find((one: { session_ids: string[] }) => one.session_ids.includes(id));
    succeeded(await pay(clinic, sale.id, 35_000));
    return sale.id;
  }

  it("is settled again after a refund, which stands in the statement; the sale stays paid", async () => {
    const saleId = await paidSale();
    await settle(saleId, refundSale, 10_000);
    const { data, meta } = await account();
    expect(data.attributes).toMatchObject({
      total: { value: 25_000 },
      paid: { value: 25_000 },
      balance: { value: 0 },
      status: "settled",
    });
    expect(meta.settlements).toMatchObject([
      { type: "refund", sale_id: saleId, amount: { value: 10_000, currency: "CLP" }, reason: "agreed" },
    ]);
    const { body } = succeeded(await clinic.call("client", "payments.get_status", { sale_id: saleId }));
    expect(body.data.attributes).toMatchObject({
      total: { value: 25_000 },
      paid: { value: 25_000 },
      balance: { value: 0 },
      status: "paid",
    });
    expectRefusal(await pay(clinic, saleId, 1), "VALIDATION_ERROR");
  });

  it("owes again after a chargeback, until it is paid or written off", async () => {
    const saleId = await paidSale();
    await settle(saleId, chargeBackSale);
    expect((await account()).data.attributes).toMatchObject({
      paid: { value: 0 },
      balance: { value: 35_000 },
      status: "owing",
    });
    succeeded(await pay(clinic, saleId, 5_000));
    await settle(saleId, writeOffSale);
    expect((await account()).data.attributes).toMatchObject({
      total: { value: 5_000 },
      balance: { value: 0 },
      status: "settled",
    });
    await expect(settle(saleId, writeOffSale)).rejects.toThrow("Nothing is due");
    await expect(settle(saleId, refundSale, 5_001)).rejects.toThrow("above what was received");
  });
});

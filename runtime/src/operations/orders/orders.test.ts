import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { activeOrder, draftOrder, expectLedgerToHold, packageTerms } from "../../testing/orders.ts";
import type { Party } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterEach(() => expectLedgerToHold(clinic));
afterAll(() => clinic.close());

const move = (party: Party, id: string, to: string, reason?: string) =>
  clinic.call(party, "service_orders.transition", {
    order_id: id,
    to_state: to,
    ...(reason !== undefined && { reason }),
  });
const propose = (id: string, party: Party = "organization") =>
  clinic.call(party, "service_orders.propose", { order_id: id });
const activate = (id: string, party: Party = "client") =>
  clinic.call(party, "service_orders.activate", { order_id: id });
const read = async (id: string, party: Party = "organization") =>
  succeeded(await clinic.call(party, "service_orders.get", { order_id: id })).body.data.attributes;
const stateOf = async (id: string) => (await read(id)).lifecycle.current_state;

describe("drafting an order", () => {
  it("begins as a draft, private and with an empty ledger, whatever is sent (SVC-ORD-002, SVC-ORD-006, SVC-LEDG-001)", async () => {
    const sent = {
      lifecycle: { current_state: "active" },
      ledger: { services_verified: 9, amount_collected: 1_000_000 },
      id: "ord_mine",
    };
    const answer = await clinic.call("organization", "service_orders.create", packageTerms(clinic, sent));
    expect(answer.status).toBe(201);
    const { id, attributes } = answer.body.data;
    expect(id).toMatch(/^ord_/);
    expect(attributes).toMatchObject({
      id,
      visibility: "private",
      lifecycle: { current_state: "draft", transitions: [{ from: null, to: "draft", method: "manual" }] },
      ledger: {
        services_verified: 0,
        hours_consumed: 0,
        amount_consumed: 0,
        amount_billed: 0,
        amount_collected: 0,
        amount_remaining: 360_000,
      },
      service_ids: [],
    });
  });

  it.each([
    [
      "fixed without fixed_amount",
      { pricing: { model: "fixed", currency: "CLP" } },
      "/data/attributes/pricing/fixed_amount",
    ],
    ["t&m without rate_card", { pricing: { model: "t&m", currency: "CLP" } }, "/data/attributes/pricing/rate_card"],
    [
      "rate_card with none",
      { pricing: { model: "rate_card", currency: "CLP", rate_card: [] } },
      "/data/attributes/pricing/rate_card",
    ],
    [
      "milestone without installments",
      { payment_schedule: { type: "milestone" } },
      "/data/attributes/payment_schedule/installments",
    ],
    [
      "custom with none",
      { payment_schedule: { type: "custom", installments: [] } },
      "/data/attributes/payment_schedule/installments",
    ],
    [
      "installments above the whole",
      {
        payment_schedule: {
          type: "custom",
          installments: [
            { trigger: "a", percentage: 60 },
            { trigger: "b", percentage: 41 },
          ],
        },
      },
      "/data/attributes/payment_schedule/installments",
    ],
    [
      "a term that ends before it starts",
      { term: { type: "per_event", starts_at: "2026-03-02T00:00:00Z", ends_at: "2026-03-01T00:00:00Z" } },
      "/data/attributes/term/ends_at",
    ],
    [
      "an amount with too many decimals",
      { pricing: { model: "fixed", currency: "CLP", fixed_amount: 10.5 } },
      "/data/attributes/pricing/fixed_amount",
    ],
    [
      "an unknown currency",
      { pricing: { model: "fixed", currency: "XXX", fixed_amount: 10 } },
      "/data/attributes/pricing/currency",
    ],
    ["no service type", { scope: { description: "x", service_types: [] } }, "/data/attributes/scope/service_types"],
    ["another organization's client", { client_id: "cli_unknown" }, "/data/attributes/client_id"],
  ])("refuses %s (SVC-ORD-003)", async (_what, changes, pointer) => {
    expectRefusal(await clinic.call("organization", "service_orders.create", packageTerms(clinic, changes)), {
      code: "VALIDATION_ERROR",
      pointer,
    });
  });

  it("is the organization's: neither its client nor its provider drafts one", async () => {
    expectRefusal(await clinic.call("client", "service_orders.create", packageTerms(clinic)), "FORBIDDEN");
    expectRefusal(await clinic.call("provider", "service_orders.create", packageTerms(clinic)), "FORBIDDEN");
  });
});

describe("moving an order (lifecycle 11)", () => {
  it("goes draft → proposed → active, and refuses every other state (SVC-ORD-004)", async () => {
    const id = await draftOrder(clinic);
    expectRefusal(await activate(id), "INVALID_TRANSITION");
    const proposed = succeeded(await propose(id)).body;
    expect(proposed.meta.transition).toMatchObject({ from: "draft", to: "proposed" });
    expectRefusal(await propose(id), "INVALID_TRANSITION");
    const active = succeeded(await activate(id)).body;
    expect(active.meta.transition).toMatchObject({ from: "proposed", to: "active" });
    expect(active.data.attributes.lifecycle.transitions.at(-1)).toMatchObject({
      by: clinic.id("María"),
      method: "manual",
    });
    expectRefusal(await propose(id), "INVALID_TRANSITION");
    expectRefusal(await activate(id), "INVALID_TRANSITION");
  });

  it("is accepted by its client's own word only (SVC-ORD-005)", async () => {
    const id = await draftOrder(clinic);
    succeeded(await propose(id));
    expectRefusal(await activate(id, "organization"), "FORBIDDEN");
    const forTheClient = await clinic.call("organization", "service_orders.activate", {
      order_id: id,
      actor: { type: "client", id: clinic.id("María") },
    });
    expectRefusal(forTheClient, "FORBIDDEN");
    expectRefusal(await activate(id, "provider"), "NOT_FOUND");
    expectRefusal(await activate(id, "second_client"), "NOT_FOUND");
    expect(await stateOf(id)).toBe("proposed");
  });

  it("is accepted by its payer, too", async () => {
    const id = await draftOrder(clinic, { payer_id: clinic.id("Pedro") });
    succeeded(await propose(id));
    expect(succeeded(await activate(id, "second_client")).body.data.attributes.lifecycle.current_state).toBe("active");
  });

  it("is negotiated, paused, resumed, completed and cancelled by who may", async () => {
    const id = await draftOrder(clinic);
    expectRefusal(await propose(id, "client"), "FORBIDDEN");
    succeeded(await propose(id));
    succeeded(await move("client", id, "negotiating"));
    succeeded(await move("organization", id, "proposed"));
    expectRefusal(await move("client", id, "active"), "INVALID_TRANSITION");
    succeeded(await activate(id));
    expectRefusal(await move("client", id, "paused"), "VALIDATION_ERROR");
    succeeded(await move("client", id, "paused", "a journey"));
    expect((await read(id)).lifecycle.transitions.at(-1)).toMatchObject({
      to: "paused",
      metadata: { reason: "a journey" },
    });
    succeeded(await move("organization", id, "active"));
    expectRefusal(await move("client", id, "completed"), "FORBIDDEN");
    expectRefusal(await move("organization", id, "draft"), "INVALID_TRANSITION");
    succeeded(await move("organization", id, "completed"));
    expectRefusal(await move("organization", id, "cancelled", "too late"), "INVALID_TRANSITION");
    const other = await draftOrder(clinic);
    expectRefusal(await move("organization", other, "cancelled"), "VALIDATION_ERROR");
    succeeded(await move("client", other, "cancelled", "not wanted"));
  });

  it("keeps its terms once it is proposed, until it is negotiated (lifecycle 11, rule 1)", async () => {
    const id = await draftOrder(clinic);
    const change = (party: Party = "organization") =>
      clinic.call(party, "service_orders.update", {
        order_id: id,
        pricing: { model: "fixed", currency: "CLP", fixed_amount: 340_000 },
      });
    expect(succeeded(await change()).body.data.attributes.pricing.fixed_amount).toBe(340_000);
    expectRefusal(await change("client"), "FORBIDDEN");
    succeeded(await propose(id));
    expectRefusal(await change(), "CONFLICT");
    succeeded(await move("client", id, "negotiating"));
    succeeded(await change());
    succeeded(await move("client", id, "proposed"));
    succeeded(await activate(id));
    expectRefusal(await change(), "CONFLICT");
  });

  it("is not proposed while nobody can say what is due upfront", async () => {
    const id = await draftOrder(clinic, {
      pricing: { model: "t&m", currency: "CLP", rate_card: [{ level: "senior", billable_rate: 45_000 }] },
    });
    expectRefusal(await propose(id), { code: "VALIDATION_ERROR", pointer: "/data/attributes/pricing/fixed_amount" });
  });
});

describe("who sees an order", () => {
  const costs = {
    pricing: {
      model: "rate_card",
      currency: "CLP",
      rate_card: [{ level: "senior", billable_rate: 45_000, cost_rate: 20_000 }],
    },
    payment_schedule: { type: "on_delivery" },
  };

  it("shows costs to the organization and never to the client's side", async () => {
    const id = await draftOrder(clinic, costs);
    expect((await read(id)).pricing.rate_card).toEqual([{ level: "senior", billable_rate: 45_000, cost_rate: 20_000 }]);
    const { text } = succeeded(await clinic.call("client", "service_orders.get", { order_id: id }));
    expect(text).not.toContain("cost_rate");
    const listed = succeeded(await clinic.call("client", "service_orders.list", { per_page: 100 }));
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain("cost_rate");
    const proposed = succeeded(await propose(id)).body.data.attributes;
    expect(proposed.pricing.rate_card[0].cost_rate).toBe(20_000);
    expect(succeeded(await activate(id)).text).not.toContain("cost_rate");
  });

  it("hides a private order from everybody but its parties (SVC-ORD-006)", async () => {
    const id = await draftOrder(clinic);
    for (const stranger of ["second_client", "provider", "foreign_organization", "foreign_client"] as const) {
      expectRefusal(await clinic.call(stranger, "service_orders.get", { order_id: id }), "NOT_FOUND");
      expectRefusal(await clinic.call(stranger, "service_orders.get_ledger", { order_id: id }), "NOT_FOUND");
      expect(succeeded(await clinic.call(stranger, "service_orders.list", { per_page: 100 })).text).not.toContain(id);
    }
    expectRefusal(await clinic.demo.stranger.call("service_orders.get", { order_id: id }), "UNAUTHORIZED");
  });

  it("lets others of the organization find a public one, without its ledger; an unlisted one by its id only", async () => {
    const open = await draftOrder(clinic, { visibility: "public" });
    const unlisted = await draftOrder(clinic, { visibility: "unlisted" });
    const listed = succeeded(await clinic.call("second_client", "service_orders.list", { per_page: 100 }));
    expect(listed.text).toContain(open);
    expect(listed.text).not.toContain(unlisted);
    for (const id of [open, unlisted]) {
      const seen = await read(id, "second_client");
      expect(seen).toMatchObject({ id, scope: { quantity_limit: 12 } });
      expect(seen).not.toHaveProperty("ledger");
      expectRefusal(await clinic.call("second_client", "service_orders.get_ledger", { order_id: id }), "NOT_FOUND");
      expectRefusal(await clinic.call("foreign_client", "service_orders.get", { order_id: id }), "NOT_FOUND");
    }
  });

  it("lists by client and state, newest first, page by page", async () => {
    const first = await draftOrder(clinic, { client_id: clinic.id("Sofía") });
    const second = await draftOrder(clinic, { client_id: clinic.id("Sofía") });
    succeeded(await propose(first));
    const list = async (input: Record<string, unknown>) =>
      succeeded(await clinic.call("organization", "service_orders.list", { client_id: clinic.id("Sofía"), ...input }))
        .body;
    expect((await list({})).data.map((order: { id: string }) => order.id)).toEqual([second, first]);
    expect((await list({ state: "proposed" })).data.map((order: { id: string }) => order.id)).toEqual([first]);
    expect(await list({ per_page: 1, page: 2 })).toMatchObject({ data: [{ id: first }], meta: { total: 2, page: 2 } });
    expect((await list({ organization_id: "clinica-andes" })).meta.total).toBe(2);
    expect((await list({ organization_id: "tutores-plaza" })).meta.total).toBe(0);
  });

  it("lets a provider read the orders of its own sessions", async () => {
    const id = await activeOrder(clinic);
    expectRefusal(await clinic.call("provider", "service_orders.get", { order_id: id }), "NOT_FOUND");
    succeeded(await clinic.book({ order: id }));
    expect((await read(id, "provider")).service_ids).toHaveLength(1);
    expect(succeeded(await clinic.call("provider", "service_orders.list", { per_page: 100 })).text).toContain(id);
  });
});

describe("booking under an order (lifecycle 11, rule 3)", () => {
  it("prices the session by the order and lists it there (SVC-ORD-008)", async () => {
    const id = await activeOrder(clinic);
    const { attributes } = succeeded(await clinic.book({ order: id })).body.data;
    expect(attributes).toMatchObject({
      service_order_id: id,
      billing: { amount: { value: 30_000, currency: "CLP" }, status: "pending" },
    });
    expect((await read(id)).service_ids).toEqual([attributes.id]);
  });

  it("needs an active order of this client that covers the type and the time (SVC-ORD-008)", async () => {
    const pointer = "/data/attributes/service_order_id";
    const draft = await draftOrder(clinic);
    expectRefusal(await clinic.book({ order: draft }), { code: "VALIDATION_ERROR", pointer });
    const active = await activeOrder(clinic);
    expectRefusal(await clinic.book({ order: active, client: "Pedro" }), { code: "VALIDATION_ERROR", pointer });
    expectRefusal(await clinic.book({ order: active, offer: "Online psychotherapy", provider: "Valentina Soto" }), {
      code: "VALIDATION_ERROR",
      pointer,
    });
    expectRefusal(await clinic.book({ order: "ord_unknown" }), { code: "VALIDATION_ERROR", pointer });
    succeeded(await move("client", active, "paused", "a journey"));
    expectRefusal(await clinic.book({ order: active }), { code: "VALIDATION_ERROR", pointer });
    const short = await activeOrder(clinic, {
      term: { type: "per_event", starts_at: "2026-03-01T00:00:00-03:00", ends_at: "2026-03-03T00:00:00-03:00" },
    });
    expectRefusal(await clinic.book({ order: short }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/starts_at",
    });
  });

  it("counts every session that is not cancelled against the limit (SVC-ORD-007)", async () => {
    const id = await activeOrder(clinic, {
      scope: { description: "two", service_types: ["physical_therapy_session"], quantity_limit: 2 },
    });
    const first = succeeded(await clinic.book({ order: id })).body.data.id;
    succeeded(await clinic.book({ order: id }));
    expectRefusal(await clinic.book({ order: id }), {
      code: "SERVICE_ORDER_EXHAUSTED",
      pointer: "/data/attributes/service_order_id",
    });
    succeeded(await clinic.call("organization", "scheduling.cancel", { session_id: first }));
    succeeded(await clinic.book({ order: id }));
    expectRefusal(await clinic.book({ order: id }), "SERVICE_ORDER_EXHAUSTED");
  });

  it("stops at the hours and at the value, too", async () => {
    const hours = await activeOrder(clinic, {
      scope: { description: "an hour", service_types: ["physical_therapy_session"], hours_limit: 1 },
    });
    succeeded(await clinic.book({ order: hours }));
    expectRefusal(await clinic.book({ order: hours }), "SERVICE_ORDER_EXHAUSTED");
    const value = await activeOrder(clinic, {
      scope: { description: "by the hour", service_types: ["physical_therapy_session"] },
      pricing: {
        model: "t&m",
        currency: "CLP",
        fixed_amount: 60_000,
        rate_card: [{ level: "senior", billable_rate: 44_000 }],
      },
    });
    expect(succeeded(await clinic.book({ order: value })).body.data.attributes.billing.amount.value).toBe(33_000);
    expectRefusal(await clinic.book({ order: value }), "SERVICE_ORDER_EXHAUSTED");
  });

  it("gives the last place once, however many ask for it at the same moment", async () => {
    const id = await activeOrder(clinic, {
      scope: { description: "two", service_types: ["physical_therapy_session"], quantity_limit: 2 },
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => clinic.book({ order: id })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 201, 422, 422, 422, 422]);
    for (const refused of answers.filter((answer) => answer.status === 422))
      expectRefusal(refused, "SERVICE_ORDER_EXHAUSTED");
    expect((await read(id)).service_ids).toHaveLength(2);
  });

  it("takes the rate of the provider's level, else that of the first", async () => {
    const rates = [
      { level: "junior", billable_rate: 30_000 },
      { level: "musculoskeletal physiotherapy", billable_rate: 60_000 },
    ];
    const id = await activeOrder(clinic, {
      scope: { description: "by the hour", service_types: ["physical_therapy_session"] },
      pricing: { model: "rate_card", currency: "CLP", rate_card: rates },
      payment_schedule: { type: "on_delivery" },
    });
    expect(succeeded(await clinic.book({ order: id })).body.data.attributes.billing.amount.value).toBe(45_000);
    const byDiego = await clinic.book({ order: id, provider: "Diego Fuentes", startsAt: "2026-03-04T09:00:00-03:00" });
    expect(succeeded(byDiego).body.data.attributes.billing.amount.value).toBe(22_500);
  });
});

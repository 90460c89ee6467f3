import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../audit/verify-audit.ts";
import { issue, TestAgent, trailOf } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { draftOrder } from "../testing/orders.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const booking = (changes: Record<string, unknown> = {}) => ({
  service_id: clinic.id("Physiotherapy session"),
  provider_id: clinic.id("Camila Rojas"),
  client_id: clinic.id("María"),
  starts_at: clinic.nextSlot(),
  ...changes,
});

const stateOf = async (id: string): Promise<string> => (await clinic.lifecycle(id)).current_state;

describe("an agent under a fitting mandate", () => {
  it("books, reads and reschedules alone, and its records name the mandate", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write", "service:read"] });
    const booked = succeeded(await agent.call("scheduling.book", booking()));
    const id = booked.body.data.id;
    const { transitions } = await clinic.lifecycle(id);
    expect(transitions[0]).toMatchObject({
      by: agent.id,
      method: "agent",
      metadata: { mandate_id: agent.mandateId, acting_for: "patient", principal_id: clinic.id("María") },
    });
    succeeded(await agent.call("service.get", { service_id: id }));
    succeeded(await clinic.transition("organization", id, { to_state: "scheduled" }));
    succeeded(await agent.call("scheduling.reschedule", { session_id: id, new_datetime: clinic.nextSlot() }));
    const trail = await trailOf(clinic, agent.mandateId);
    expect(trail.map(({ action, action_result }) => [action, action_result])).toEqual([
      ["mandate.issue", "success"],
      ["scheduling.book", "success"],
      ["service.get", "success"],
      ["scheduling.reschedule", "success"],
    ]);
    expect(trail.slice(1).every((entry) => entry.resource_id === id)).toBe(true);
  });

  it("asks its principal before it cancels, once, for exactly this input", async () => {
    const id = await clinic.sessionIn("scheduled");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"] });
    const first = await agent.call("scheduling.cancel", { session_id: id });
    expectRefusal(first, "CONFIRMATION_REQUIRED");
    const confirmation = first.errors[0]?.meta?.["confirmation_id"] as string;
    expect(await stateOf(id)).toBe("scheduled");
    const again = await agent.call("scheduling.cancel", { session_id: id });
    expect(again.errors[0]?.meta?.["confirmation_id"]).toBe(confirmation);
    expectRefusal(await agent.call("scheduling.cancel", { session_id: id }, { confirmation }), "CONFIRMATION_INVALID");
    expectRefusal(
      await clinic.call("second_client", "confirmations.approve", { confirmation_id: confirmation }),
      "NOT_FOUND",
    );
    expectRefusal(
      await clinic.call("organization", "confirmations.approve", { confirmation_id: confirmation }),
      "NOT_FOUND",
    );
    succeeded(await clinic.call("client", "confirmations.approve", { confirmation_id: confirmation }));
    expectRefusal(await clinic.call("client", "confirmations.reject", { confirmation_id: confirmation }), "CONFLICT");
    const other = await agent.call("scheduling.cancel", { session_id: id, reason: "else" }, { confirmation });
    expectRefusal(other, "CONFIRMATION_INVALID");
    succeeded(await agent.call("scheduling.cancel", { session_id: id }, { confirmation }));
    expect(await stateOf(id)).toBe("cancelled");
    const used = await agent.call("scheduling.cancel", { session_id: id }, { confirmation });
    expectRefusal(used, "CONFIRMATION_INVALID");
    expect(used.errors[0]?.meta?.["status"]).toBe("consumed");
    const trail = await trailOf(clinic, agent.mandateId);
    expect(trail.map(({ action, action_result }) => `${action} ${action_result}`)).toEqual([
      "mandate.issue success",
      "scheduling.cancel halted",
      "scheduling.cancel halted",
      "scheduling.cancel rejected",
      "confirmation.approve success",
      "scheduling.cancel rejected",
      "scheduling.cancel success",
      "scheduling.cancel rejected",
    ]);
    expect(trail.at(-2)).toMatchObject({ confirmation_id: confirmation });
  });

  it("never delivers, whoever its principal is", async () => {
    const id = await clinic.sessionIn("in_progress");
    for (const party of ["organization", "provider"] as const) {
      const agent = await TestAgent.for(clinic, party, { scopes: ["evidence:write", "service:write"] });
      expectRefusal(await agent.call("delivery.checkout", { session_id: id }), "FORBIDDEN");
      expectRefusal(await agent.call("lifecycle.transition", { session_id: id, to_state: "delivered" }), "FORBIDDEN");
    }
    expect(await stateOf(id)).toBe("in_progress");
  });

  it("charges up to the standing approval, and asks without one or above it", async () => {
    const scopes = ["payment:write"];
    const sale = async () => ({
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      session_id: await clinic.sessionIn("documented"),
      unit_price: 35_000,
    });
    const threshold = (amount: number) => ({
      constraints: { require_confirmation_above: { amount, currency: "CLP" } },
    });
    const approved = await TestAgent.for(clinic, "organization", { scopes, ...threshold(35_000) });
    succeeded(await approved.call("payments.create_sale", await sale()));
    const above = await TestAgent.for(clinic, "organization", { scopes, ...threshold(34_999) });
    expectRefusal(await above.call("payments.create_sale", await sale()), "CONFIRMATION_REQUIRED");
    const without = await TestAgent.for(clinic, "organization", { scopes });
    const asked = await without.call("payments.create_sale", await sale());
    expectRefusal(asked, "CONFIRMATION_REQUIRED");
    const confirmation = asked.errors[0]?.meta?.["confirmation_id"] as string;
    const { body } = succeeded(
      await clinic.call("organization", "confirmations.get", { confirmation_id: confirmation }),
    );
    expect(body.data.attributes).toMatchObject({
      reason: "irreversible",
      amount: { value: 35_000, currency: "CLP" },
      status: "pending",
    });
  });

  it("proposes an order only after the organization agreed, and never accepts it for the client", async () => {
    const order_id = await draftOrder(clinic);
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["order:write"] });
    const asked = await agent.call("service_orders.propose", { order_id });
    expectRefusal(asked, "CONFIRMATION_REQUIRED");
    const confirmation = asked.errors[0]?.meta?.["confirmation_id"] as string;
    succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id: confirmation }));
    succeeded(await agent.call("service_orders.propose", { order_id }, { confirmation }));
    expectRefusal(await agent.call("service_orders.activate", { order_id }), "FORBIDDEN");
    const clients = await TestAgent.for(clinic, "client", { scopes: ["order:write"] });
    const wish = await clients.call("service_orders.activate", { order_id });
    expectRefusal(wish, "CONFIRMATION_REQUIRED");
    const yes = wish.errors[0]?.meta?.["confirmation_id"] as string;
    succeeded(await clinic.call("client", "confirmations.approve", { confirmation_id: yes }));
    succeeded(await clients.call("service_orders.activate", { order_id }, { confirmation: yes }));
    expectRefusal(
      await clients.call("service_orders.create", { organization_id: "clinica-andes" }),
      "VALIDATION_ERROR",
    );
  });

  it("is stopped by the loss of its mandate, and what it reached stays", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"] });
    const id = succeeded(await agent.call("scheduling.book", booking())).body.data.id;
    succeeded(
      await clinic.call("client", "mandates.revoke", { mandate_id: agent.mandateId, reason: "changed my mind" }),
    );
    expectRefusal(await agent.call("scheduling.confirm", { session_id: id }), "MANDATE_EXPIRED");
    expect(await stateOf(id)).toBe("requested");
    const trail = await trailOf(clinic, agent.mandateId);
    expect(trail.at(-1)).toMatchObject({
      action: "scheduling.confirm",
      action_result: "halted",
      failure_reason: "MANDATE_EXPIRED",
    });
    const lost = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("events").select(["name", "data"]).where("name", "=", "mandate.lost").execute(),
    );
    expect(lost.map(({ data }) => data)).toContainEqual({ mandate_id: agent.mandateId });
  });

  it("leaves a trail that holds", async () => {
    await issue(clinic, "provider", { scopes: ["service:read"] });
    const report = await clinic.demo.node.services.database.read(verifyAudit);
    expect(report.faults).toEqual([]);
    expect(report.entries).toBeGreaterThan(20);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issue, TestAgent } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import type { TestAnswer } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";

const SCOPES = ["service:read", "schedule:write"];

let clinic: Clinic;
let sessionId: string;
beforeAll(async () => {
  clinic = await Clinic.open();
  sessionId = await clinic.sessionIn("scheduled");
});
afterAll(() => clinic.close());

const read = (agent: TestAgent, id = sessionId): Promise<TestAnswer> => agent.call("service.get", { service_id: id });

const change = (agent: TestAgent, set: Record<string, unknown>) =>
  clinic.demo.node.services.database.transaction(({ db }) =>
    db.updateTable("mandates").set(set).where("id", "=", agent.mandateId).execute(),
  );

const refusedBy = (answer: TestAnswer, code: Parameters<typeof expectRefusal>[1], check: number): void => {
  expectRefusal(answer, code);
  expect(answer.errors[0]?.meta?.["check"]).toBe(check);
};

/** Each call would succeed but for one check. */
describe("a call that only one check stands against", () => {
  it("1: the mandate is unknown", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    succeeded(await read(agent));
    refusedBy(await read(agent.under("0d6a5d36-2f0e-4a63-9d1b-3f6a3c1b2a10")), "MANDATE_REQUIRED", 1);
  });

  it("2: the mandate is suspended, revoked or over", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    succeeded(await clinic.call("client", "mandates.suspend", { mandate_id: agent.mandateId }));
    refusedBy(await read(agent), "MANDATE_SUSPENDED", 2);
    expectRefusal(await clinic.call("client", "mandates.suspend", { mandate_id: agent.mandateId }), "CONFLICT");
    succeeded(await clinic.call("client", "mandates.reactivate", { mandate_id: agent.mandateId }));
    succeeded(await read(agent));
    succeeded(await clinic.call("client", "mandates.revoke", { mandate_id: agent.mandateId }));
    refusedBy(await read(agent), "MANDATE_EXPIRED", 2);
    const over = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    await change(over, { expiresAt: clinic.demo.clock.now() });
    refusedBy(await read(over), "MANDATE_EXPIRED", 2);
  });

  it("3: the mandate does not hold yet", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    await change(agent, { issuedAt: clinic.demo.clock.now() + 60_000 });
    const answer = await read(agent);
    refusedBy(answer, "MANDATE_NOT_YET_VALID", 3);
    expect(answer.errors[0]?.meta).toMatchObject({ retryable: true, retry_at: expect.any(String) });
  });

  it("4: the mandate was given to another agent", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    const thief = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    refusedBy(await read(thief.under(agent.mandateId)), "AGENT_MISMATCH", 4);
    const { body } = await clinic.call("client", "mandates.audit", { mandate_id: agent.mandateId });
    expect(body.data[0].attributes).toMatchObject({ action_result: "rejected", failure_reason: "AGENT_MISMATCH" });
  });

  it("5: the scope is missing, and none stands for another", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: ["service:write"] });
    refusedBy(await read(agent), "SCOPE_INSUFFICIENT", 5);
  });

  it("6: the thing is another person's, another order's, or another organization's", async () => {
    const own = await TestAgent.for(clinic, "second_client", { scopes: SCOPES });
    refusedBy(await read(own), "CONTEXT_MISMATCH", 6);
    const personal = await TestAgent.for(clinic, "client", {
      scopes: SCOPES,
      context: `personal:${clinic.demo.as("client").id}`,
    });
    succeeded(await read(personal));
    const abroad = await TestAgent.for(clinic, "foreign_organization", { scopes: SCOPES });
    refusedBy(await read(abroad), "CONTEXT_MISMATCH", 6);
    expectRefusal(await read(own, "ses_unknown"), "NOT_FOUND");
  });

  it("7: the agent is on the other side already, by a mandate it holds or by what it has done", async () => {
    const agentId = "agent_of_both";
    const client = await TestAgent.for(clinic, "client", { scopes: SCOPES, agentId });
    succeeded(await read(client));
    const provider = client.under(await issue(clinic, "provider", { scopes: SCOPES, agentId }));
    refusedBy(await read(provider), "CONFLICT_OF_INTEREST", 7);
    refusedBy(await read(client), "CONFLICT_OF_INTEREST", 7);
    // With somebody else the same agent is on one side only.
    const other = await clinic.sessionIn("scheduled", { client: "Pedro" });
    succeeded(await read(provider, other));
    // Holding the mandate no longer does not undo what was done with it.
    succeeded(await clinic.call("client", "mandates.revoke", { mandate_id: client.mandateId }));
    refusedBy(await read(provider), "CONFLICT_OF_INTEREST", 7);
    const unused = await clinic.sessionIn("scheduled");
    succeeded(await read(provider, unused));
    const organization = client.under(await issue(clinic, "organization", { scopes: SCOPES, agentId }));
    succeeded(await read(organization, unused));
  });

  it.each([
    ["ip_allowlist", ["203.0.113.0/24"]],
    ["allowed_hours", { start: "03:00", end: "04:00", timezone: "America/Santiago" }],
    ["service_types", ["sports_massage"]],
  ])("8: a constraint is violated: %s", async (constraint, value) => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES, constraints: { [constraint]: value } });
    const answer = await read(agent);
    refusedBy(answer, "CONSTRAINT_VIOLATED", 8);
    expect(answer.errors[0]?.meta?.["constraint"]).toBe(constraint);
  });

  it("8: all actions of the day are used up", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES, constraints: { max_actions_per_day: 2 } });
    succeeded(await read(agent));
    // A refusal of a check does not count; a refusal of the domain does.
    refusedBy(await read(agent, await clinic.sessionIn("scheduled", { client: "Pedro" })), "CONTEXT_MISMATCH", 6);
    const past = { session_id: sessionId, new_datetime: "2026-01-05T09:00:00-03:00" };
    expectRefusal(await agent.call("scheduling.reschedule", past), "VALIDATION_ERROR");
    const answer = await read(agent);
    refusedBy(answer, "CONSTRAINT_VIOLATED", 8);
    expect(answer.errors[0]?.meta).toMatchObject({
      constraint: "max_actions_per_day",
      retry_at: "2026-03-03T03:00:00Z",
    });
  });

  it("8: the amount is above what needs no confirmation, or in another currency", async () => {
    const booking = () => ({
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      starts_at: clinic.nextSlot(),
    });
    const agentWith = (amount: number, currency = "CLP") =>
      TestAgent.for(clinic, "client", {
        scopes: SCOPES,
        constraints: { require_confirmation_above: { amount, currency } },
      });
    succeeded(await (await agentWith(35_000)).call("scheduling.book", booking()));
    for (const agent of [await agentWith(34_999), await agentWith(1_000_000, "USD")]) {
      const answer = await agent.call("scheduling.book", booking());
      refusedBy(answer, "CONFIRMATION_REQUIRED", 8);
      expect(answer.errors[0]?.meta).toMatchObject({ constraint: "require_confirmation_above", reason: "amount" });
    }
  });
});

describe("a call that several checks stand against", () => {
  it("is answered by the first of them", async () => {
    const agent = await TestAgent.for(clinic, "second_client", {
      scopes: ["order:read"],
      constraints: { ip_allowlist: ["203.0.113.0/24"] },
    });
    const stranger = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    const thief = stranger.under(agent.mandateId);
    const suspended = { suspendedAt: clinic.demo.clock.now() };
    await change(agent, { ...suspended, issuedAt: clinic.demo.clock.now() + 60_000 });
    refusedBy(await read(thief), "MANDATE_SUSPENDED", 2);
    await change(agent, { suspendedAt: null });
    refusedBy(await read(thief), "MANDATE_NOT_YET_VALID", 3);
    await change(agent, { issuedAt: clinic.demo.clock.now() });
    refusedBy(await read(thief), "AGENT_MISMATCH", 4);
    refusedBy(await read(agent), "SCOPE_INSUFFICIENT", 5);
    // Who holds no scope learns nothing of what there is.
    refusedBy(await read(agent, "ses_unknown"), "SCOPE_INSUFFICIENT", 5);
    await change(agent, { scopes: ["service:read"] });
    expectRefusal(await read(agent, "ses_unknown"), "NOT_FOUND");
    refusedBy(await read(agent), "CONTEXT_MISMATCH", 6);
    const own = await clinic.sessionIn("scheduled", { client: "Pedro" });
    refusedBy(await read(agent, own), "CONSTRAINT_VIOLATED", 8);
    await change(agent, { constraints: null });
    succeeded(await read(agent, own));
  });

  it("comes before whatever the domain would say", async () => {
    const agent = await TestAgent.for(clinic, "second_client", { scopes: ["service:write"] });
    const verified = await clinic.sessionIn("verified");
    const move = { session_id: verified, to_state: "cancelled", reason: "no" };
    refusedBy(await agent.call("lifecycle.transition", move), "CONTEXT_MISMATCH", 6);
  });
});

describe("whom an agent stands in for", () => {
  it("is its principal, by either name of the party, and nobody else", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: SCOPES });
    const on_behalf_of = { type: "patient", id: clinic.demo.as("client").id };
    const actor = { type: "agent", id: agent.id, mandate_id: agent.mandateId };
    const slot = () => ({ session_id: sessionId, new_datetime: clinic.nextSlot() });
    succeeded(await agent.call("scheduling.reschedule", { ...slot(), actor: { ...actor, on_behalf_of } }));
    const { transitions } = await clinic.lifecycle(sessionId);
    expect(transitions.at(-2).metadata.on_behalf_of).toEqual(on_behalf_of);
    for (const wrong of [
      { type: "client", id: clinic.demo.as("second_client").id },
      { type: "provider", id: clinic.demo.as("client").id },
    ]) {
      expectRefusal(
        await agent.call("scheduling.reschedule", { ...slot(), actor: { ...actor, on_behalf_of: wrong } }),
        "FORBIDDEN",
      );
    }
  });
});

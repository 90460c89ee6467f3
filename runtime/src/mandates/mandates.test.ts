import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issue, mandateWish, TestAgent, trailOf } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { draftOrder } from "../testing/orders.ts";
import type { TestAnswer } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const get = async (id: string, as: Parameters<Clinic["call"]>[0] = "client") =>
  succeeded(await clinic.call(as, "mandates.get", { mandate_id: id })).body.data.attributes;

describe("issuing a mandate", () => {
  it("answers what was asked for, with what only the node sets", async () => {
    const wish = {
      ...mandateWish(clinic, "client", { scopes: ["schedule:write", "x-own:scope"] }),
      metadata: { note: "for spring" },
      signature: "ed25519:whatever",
      constraints: { max_actions_per_day: 40, ip_allowlist: ["127.0.0.0/8"] },
      status: "revoked",
      mandate_id: "mine",
      issued_at: "2020-01-01T00:00:00Z",
    };
    const answer = succeeded(await clinic.call("client", "mandates.issue", wish));
    expect(answer.status).toBe(201);
    const { status, mandate_id, issued_at, ...asked } = wish;
    const shown = await get(answer.body.data.id);
    expect(shown).toMatchObject({ ...asked, status: "active", issued_at: clinic.now });
    expect(shown.mandate_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect([status, mandate_id, issued_at]).not.toContain(shown.mandate_id);
  });

  it("names the human behind an organization's mandate", async () => {
    const id = await issue(clinic, "organization", { scopes: ["service:read"] });
    expect((await get(id, "organization")).metadata.issued_by).toEqual(expect.any(String));
  });

  it("is for principals alone, by a credential of their own", async () => {
    const ofClient = mandateWish(clinic, "client", { scopes: ["service:read"] });
    expectRefusal(await clinic.call("organization", "mandates.issue", ofClient), "FORBIDDEN");
    expectRefusal(await clinic.call("second_client", "mandates.issue", ofClient), "FORBIDDEN");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["service:read"] });
    expectRefusal(await agent.call("mandates.issue", ofClient), "FORBIDDEN");
    expectRefusal(await clinic.demo.stranger.call("mandates.issue", ofClient), "UNAUTHORIZED");
  });

  it("demands authority in the context", async () => {
    const scopes = ["service:read"];
    const own = { client: clinic.demo.as("client").id, provider: clinic.demo.as("provider").id };
    const order = await draftOrder(clinic);
    const fitting = [
      ["client", "org:clinica-andes"],
      ["client", `org:${clinic.demo.as("organization").id}`],
      ["client", `personal:${own.client}`],
      ["client", `order:${order}`],
      ["provider", `personal:${own.provider}`],
      ["organization", `order:${order}`],
    ] as const;
    for (const [party, context] of fitting) {
      expect(
        (await clinic.call(party, "mandates.issue", mandateWish(clinic, party, { scopes, context }))).status,
        context,
      ).toBe(201);
    }
    const wrong = [
      ["client", "org:tutores-plaza"],
      ["client", `personal:${own.provider}`],
      ["second_client", `order:${order}`],
      ["provider", `order:${order}`],
      ["organization", `personal:${own.client}`],
      ["organization", "org:nobody"],
      ["organization", "x_own:thing"],
      ["client", "order:unknown"],
    ] as const;
    for (const [party, context] of wrong) {
      expectRefusal(
        await clinic.call(party, "mandates.issue", mandateWish(clinic, party, { scopes, context })),
        "FORBIDDEN",
      );
    }
  });

  it("warns, and still issues, when it lasts or grants more than it should", async () => {
    const wish = mandateWish(clinic, "client", { scopes: ["service:read"], hours: 24 * 120 });
    const { body, status } = succeeded(await clinic.call("client", "mandates.issue", wish));
    expect(status).toBe(201);
    expect(body.meta.warnings[0]).toMatch(/120 days/);
    const modest = succeeded(
      await clinic.call("client", "mandates.issue", mandateWish(clinic, "client", { scopes: ["service:read"] })),
    );
    expect(modest.body.meta).toBeUndefined();
  });

  it("refuses an unknown scope and an empty constraint by the schema", async () => {
    const wish = mandateWish(clinic, "client", { scopes: ["foo:bar"] });
    expectRefusal(await clinic.call("client", "mandates.issue", wish), "VALIDATION_ERROR");
    const empty = mandateWish(clinic, "client", { scopes: ["service:read"], constraints: { ip_allowlist: [] } });
    expectRefusal(await clinic.call("client", "mandates.issue", empty), "VALIDATION_ERROR");
  });
});

describe("who sees and changes a mandate", () => {
  it("is listed to its own principal only, by status", async () => {
    const id = await issue(clinic, "second_client", { scopes: ["mandate:read"] });
    const ids = async (answer: Promise<TestAnswer>) =>
      succeeded(await answer).body.data.map((each: { id: string }) => each.id);
    expect(await ids(clinic.call("second_client", "mandates.list"))).toEqual([id]);
    expect(await ids(clinic.call("client", "mandates.list"))).not.toContain(id);
    expect(await ids(clinic.call("organization", "mandates.list"))).not.toContain(id);
    expect(await ids(clinic.call("second_client", "mandates.list", { status: "active" }))).toEqual([id]);
    succeeded(await clinic.call("second_client", "mandates.suspend", { mandate_id: id }));
    expect(await ids(clinic.call("second_client", "mandates.list", { status: "active" }))).toEqual([]);
    expect(await ids(clinic.call("second_client", "mandates.list", { status: "suspended" }))).toEqual([id]);
    expectRefusal(await clinic.call("client", "mandates.get", { mandate_id: id }), "NOT_FOUND");
    expectRefusal(await clinic.call("foreign_organization", "mandates.get", { mandate_id: id }), "NOT_FOUND");
  });

  it("is taken back by its principal alone", async () => {
    const mandate_id = await issue(clinic, "client", { scopes: ["service:read"] });
    expectRefusal(await clinic.call("organization", "mandates.revoke", { mandate_id }), "FORBIDDEN");
    expectRefusal(await clinic.call("second_client", "mandates.revoke", { mandate_id }), "NOT_FOUND");
    const answer = succeeded(
      await clinic.call("client", "mandates.revoke", { mandate_id, reason: "no longer in use" }),
    );
    expect(answer.body.meta.transition).toMatchObject({ from: "active", to: "revoked" });
    expect(await get(mandate_id)).toMatchObject({
      status: "revoked",
      revoked_at: clinic.now,
      revocation_reason: "no longer in use",
    });
    for (const operation of ["mandates.revoke", "mandates.suspend", "mandates.reactivate"] as const) {
      expectRefusal(await clinic.call("client", operation, { mandate_id }), "CONFLICT");
    }
  });

  it("is suspended by its principal or an administrator, who alone undoes what it did", async () => {
    const mandate_id = await issue(clinic, "client", { scopes: ["service:read"] });
    succeeded(await clinic.call("organization", "mandates.suspend", { mandate_id }));
    expectRefusal(await clinic.call("client", "mandates.reactivate", { mandate_id }), "FORBIDDEN");
    succeeded(await clinic.call("organization", "mandates.reactivate", { mandate_id }));
    succeeded(await clinic.call("client", "mandates.suspend", { mandate_id }));
    succeeded(await clinic.call("client", "mandates.reactivate", { mandate_id }));
    const trail = await trailOf(clinic, mandate_id);
    expect(trail.map(({ action }) => action)).toEqual([
      "mandate.issue",
      "mandate.suspend",
      "mandate.reactivate",
      "mandate.suspend",
      "mandate.reactivate",
    ]);
  });

  it("is suspended by an agent with mandate:admin, which can do nothing else to it", async () => {
    const mandate_id = await issue(clinic, "client", { scopes: ["service:read"] });
    const guard = await TestAgent.for(clinic, "organization", { scopes: ["mandate:admin"] });
    succeeded(await guard.call("mandates.suspend", { mandate_id }));
    expect((await get(mandate_id)).status).toBe("suspended");
    expectRefusal(await guard.call("mandates.reactivate", { mandate_id }), "FORBIDDEN");
    expectRefusal(await guard.call("mandates.revoke", { mandate_id }), "FORBIDDEN");
    expect((await trailOf(clinic, guard.mandateId)).at(-1)).toMatchObject({
      action: "mandates.suspend",
      action_result: "success",
    });
  });

  it("is over by itself when its time is, also while it is suspended", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"], hours: 2 });
    const id = await clinic.sessionIn("scheduled");
    const asked = await agent.call("scheduling.cancel", { session_id: id });
    const confirmation_id = asked.errors[0]?.meta?.["confirmation_id"];
    succeeded(await clinic.call("client", "mandates.suspend", { mandate_id: agent.mandateId }));
    clinic.demo.clock.advance(2 * 3_600_000);
    expect((await get(agent.mandateId)).status).toBe("expired");
    expectRefusal(await clinic.call("client", "mandates.reactivate", { mandate_id: agent.mandateId }), "CONFLICT");
    const { body } = succeeded(await clinic.call("client", "confirmations.get", { confirmation_id }));
    expect(body.data.attributes.status).toBe("voided");
    const events = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("events").select("data").where("name", "=", "mandate.lost").execute(),
    );
    expect(events.map(({ data }) => data)).toContainEqual({ mandate_id: agent.mandateId });
  });
});

describe("the end of a mandate", () => {
  it("is announced a week before, and told when it comes", async () => {
    const id = await issue(clinic, "client", { scopes: ["service:read"], hours: 24 * 10 });
    const told = async () => {
      await clinic.lifecycle(await clinic.sessionIn("requested"));
      const events = await clinic.demo.node.services.database.read(({ db }) =>
        db.selectFrom("events").select(["name", "data"]).where("name", "like", "mandate.%").orderBy("seq").execute(),
      );
      return events.filter(({ data }) => (data as { mandate_id: string }).mandate_id === id).map(({ name }) => name);
    };
    clinic.demo.clock.advance(24 * 3 * 3_600_000 - 60_000);
    expect(await told()).toEqual([]);
    clinic.demo.clock.advance(60_000);
    expect(await told()).toEqual(["mandate.expiring"]);
    clinic.demo.clock.advance(24 * 7 * 3_600_000);
    expect(await told()).toEqual(["mandate.expiring", "mandate.lost"]);
  });
});

describe("a question to a human", () => {
  const ask = async (agent: TestAgent, session_id: string): Promise<string> => {
    const answer = await agent.call("scheduling.cancel", { session_id });
    expectRefusal(answer, "CONFIRMATION_REQUIRED");
    return answer.errors[0]?.meta?.["confirmation_id"] as string;
  };

  it("lapses after a day, is void when the mandate is taken back, blocked while it is suspended", async () => {
    const id = await clinic.sessionIn("scheduled");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"], hours: 24 * 10 });
    const first = await ask(agent, id);
    clinic.demo.clock.advance(24 * 3_600_000);
    expectRefusal(await clinic.call("client", "confirmations.approve", { confirmation_id: first }), "CONFLICT");
    const second = await ask(agent, id);
    expect(second).not.toBe(first);
    succeeded(await clinic.call("client", "confirmations.approve", { confirmation_id: second }));
    succeeded(await clinic.call("client", "mandates.suspend", { mandate_id: agent.mandateId }));
    const blocked = await agent.call("scheduling.cancel", { session_id: id }, { confirmation: second });
    expectRefusal(blocked, "MANDATE_SUSPENDED");
    succeeded(await clinic.call("client", "mandates.reactivate", { mandate_id: agent.mandateId }));
    succeeded(await clinic.call("client", "mandates.revoke", { mandate_id: agent.mandateId }));
    const late = await agent.call("scheduling.cancel", { session_id: id }, { confirmation: second });
    expectRefusal(late, "MANDATE_EXPIRED");
    const byStatus = async (status: string) =>
      succeeded(await clinic.call("client", "confirmations.list", { status })).body.data.map(
        (each: { id: string }) => each.id,
      );
    expect(await byStatus("expired")).toContain(first);
    expect(await byStatus("voided")).toContain(second);
    expect(await byStatus("pending")).not.toContain(second);
  });

  it("that was refused stays refused, and stands in the trail", async () => {
    const id = await clinic.sessionIn("scheduled");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"] });
    const confirmation = await ask(agent, id);
    succeeded(await clinic.call("client", "confirmations.reject", { confirmation_id: confirmation, reason: "no" }));
    const again = await agent.call("scheduling.cancel", { session_id: id }, { confirmation });
    expectRefusal(again, "CONFIRMATION_INVALID");
    expect(again.errors[0]?.meta?.["status"]).toBe("rejected");
    expect(
      (await trailOf(clinic, agent.mandateId)).map(({ action, action_result }) => `${action} ${action_result}`),
    ).toContain("confirmation.reject rejected");
    expect(await ask(agent, id)).not.toBe(confirmation);
  });

  it("goes to the client who contests, and to the organization that settles", async () => {
    const id = await clinic.sessionIn("delivered");
    const clients = await TestAgent.for(clinic, "client", { scopes: ["service:write"] });
    const contest = { session_id: id, to_state: "disputed", reason: "too short" };
    const houses = await TestAgent.for(clinic, "organization", { scopes: ["service:write"] });
    expectRefusal(await houses.call("lifecycle.transition", contest), "FORBIDDEN");
    const asked = await clients.call("lifecycle.transition", contest);
    expect(asked.errors[0]?.meta?.["approver"]).toEqual({ type: "client", id: clinic.demo.as("client").id });
    const confirmation = asked.errors[0]?.meta?.["confirmation_id"] as string;
    succeeded(await clinic.call("client", "confirmations.approve", { confirmation_id: confirmation }));
    succeeded(await clients.call("lifecycle.transition", contest, { confirmation }));
    const settle = {
      session_id: id,
      to_state: "cancelled",
      reason: "granted",
      resolution: { method: "manual", note: "granted" },
    };
    const outcome = await houses.call("lifecycle.transition", settle);
    expectRefusal(outcome, "CONFIRMATION_REQUIRED");
    expect(outcome.errors[0]?.meta?.["approver"]).toEqual({
      type: "organization",
      id: clinic.demo.as("organization").id,
    });
  });

  it("is not asked for what the domain refuses anyhow, nor is a claim of intent an answer", async () => {
    const verified = await clinic.sessionIn("verified");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"] });
    expectRefusal(await agent.call("scheduling.cancel", { session_id: verified }), "INVALID_TRANSITION");
    const open = await clinic.sessionIn("scheduled");
    expectRefusal(
      await agent.call("scheduling.cancel", { session_id: open, human_intent_confirmed: true }),
      "CONFIRMATION_REQUIRED",
    );
    const booking = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      starts_at: clinic.nextSlot(),
      human_intent_confirmed: true,
    };
    const { id } = succeeded(await agent.call("scheduling.book", booking)).body.data;
    expect((await clinic.session(id)).human_intent_confirmed).toBe(true);
    expectRefusal(await agent.call("scheduling.confirm", { session_id: id }), "CONFIRMATION_REQUIRED");
    expect((await clinic.lifecycle(id)).current_state).toBe("requested");
  });
});

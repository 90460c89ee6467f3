import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent, trailOf } from "../../testing/agents.ts";
import { CLINICAL_RECORD, Clinic, PLACE } from "../../testing/clinic.ts";
import { bookingParams, rpc, sendData } from "./testing/rpc.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const SCOPES = ["schedule:read", "schedule:write", "patient:read", "patient:write", "service:read", "evidence:write"];

/** An agent of the clinic, and the claim that it sends along. */
async function agentOf(scopes = SCOPES) {
  const agent = await TestAgent.for(clinic, "organization", { scopes });
  return { agent, client: agent.plain, actor: { type: "agent", id: agent.id, mandate_id: agent.mandateId } };
}

describe("list_services", () => {
  it("is done without a credential, with what HTTP answers as the result", async () => {
    const { result, outcome } = await sendData(clinic.demo.stranger, { intent: "list_services" });
    const http = await clinic.demo.stranger.call("services.list", { org_slug: "clinica-andes" });
    expect(result).toMatchObject({ kind: "task", status: { state: "completed" } });
    expect(result.artifacts).toHaveLength(1);
    expect(outcome).toEqual({
      intent: "list_services",
      status: "completed",
      result: http.body,
      steps: [{ operation: "services.list", outcome: "done", status: 200 }],
    });
  });

  it("is the same at both paths, by its synonym with a hyphen, and with `type` for `kind`", async () => {
    const message = { role: "user", parts: [{ type: "data", data: { intent: "list-services" } }] };
    const path = "/servicialo/v1/organizations/clinica-andes/a2a";
    const one = await rpc(clinic.demo.stranger, "tasks/send", { message }, { path });
    const other = await sendData(clinic.demo.stranger, { intent: "list_services" });
    expect(one.outcome).toEqual(other.outcome);
  });
});

describe("check_availability", () => {
  const week = { date_from: "2026-03-09", date_to: "2026-03-13" };

  it("finds the slots that HTTP finds", async () => {
    const params = { ...week, provider_id: clinic.id("Camila Rojas"), service_id: clinic.id("Physiotherapy session") };
    const { state, outcome } = await sendData(clinic.demo.stranger, { intent: "check_availability", params });
    const http = await clinic.demo.stranger.call("scheduling.check_availability", {
      org_slug: "clinica-andes",
      ...params,
    });
    expect(state).toBe("completed");
    expect(outcome.result.data.length).toBeGreaterThan(0);
    expect(outcome.result.data).toEqual(http.body.data);
  });

  it("asks for an offer or a provider when neither is named, and goes on once it is", async () => {
    const asked = await sendData(clinic.demo.stranger, { intent: "check_availability", params: week });
    expect(asked.state).toBe("input-required");
    expect(asked.outcome).not.toHaveProperty("missing");
    expect(asked.outcome.missing_one_of).toEqual(["service_id", "provider_id", "resource_id"]);
    expect(asked.result.status.message.parts[0].text).toContain("one of service_id, provider_id, resource_id");
    const params = { service_id: clinic.id("Physiotherapy session") };
    const after = await sendData(clinic.demo.stranger, { params }, { taskId: asked.result.id });
    expect(after.state).toBe("completed");
    expect(after.result.id).toBe(asked.result.id);
  });
});

describe("book_session", () => {
  it("finds the client, books and confirms for the organization, who need not say who it is", async () => {
    const { state, outcome } = await sendData(clinic.demo.as("organization"), {
      intent: "book_session",
      params: bookingParams(clinic),
    });
    expect(state).toBe("completed");
    expect(
      outcome.steps.map(({ operation, outcome, status }: Record<string, unknown>) => [operation, outcome, status]),
    ).toEqual([
      ["clients.get_or_create", "done", 200],
      ["scheduling.book", "done", 201],
      ["scheduling.confirm", "done", 200],
    ]);
    const id = outcome.steps[1].id;
    expect(outcome.result.data).toMatchObject({ type: "sessions", id });
    expect((await clinic.lifecycle(id)).current_state).toBe("confirmed");
  });

  it("books for a client who writes for itself, named beside the params", async () => {
    const { client_email: email, ...params } = bookingParams(clinic);
    const { state, outcome } = await sendData(clinic.demo.as("client"), {
      intent: "book-session",
      params,
      client: { email },
    });
    expect([state, outcome.result.data.attributes.client.id]).toEqual(["completed", clinic.demo.as("client").id]);
  });

  it("is an ordinary session when an agent books, with an audit entry for each step", async () => {
    const { agent, client, actor } = await agentOf();
    const { outcome, state } = await sendData(client, { intent: "book_session", params: bookingParams(clinic), actor });
    // Nobody has acknowledged the appointment, so a human has to (mandates 8.1).
    expect(state).toBe("input-required");
    const id = outcome.steps[1].id;
    const { transitions } = (await clinic.session(id)).lifecycle;
    expect(transitions[0]).toMatchObject({ to: "requested", method: "agent", by: actor.id });
    const trail = await trailOf(clinic, agent.mandateId);
    expect(trail.map(({ action, action_result }) => `${action} ${action_result}`)).toEqual([
      "mandate.issue success",
      "clients.get_or_create success",
      "scheduling.book success",
      "scheduling.confirm halted",
    ]);
  });

  it("leaves the confirmation out where the contract confirms by itself", async () => {
    await clinic.demo.node.services.database.transaction(async ({ db }) => {
      const contract = await db
        .selectFrom("contracts")
        .selectAll()
        .where("offerId", "=", clinic.id("Rehabilitation with equipment"))
        .executeTakeFirstOrThrow();
      const terms = { ...(contract.terms as object), confirmation_policy: "auto" };
      await db
        .updateTable("contracts")
        .set({ terms: terms as never })
        .where("id", "=", contract.id)
        .execute();
    });
    const params = {
      ...bookingParams(clinic),
      service_id: clinic.id("Rehabilitation with equipment"),
      resource_id: clinic.id("Box 1"),
    };
    const { state, outcome } = await sendData(clinic.demo.as("organization"), { intent: "book_session", params });
    // It is longer than a session of physiotherapy, and so reaches into the next time.
    clinic.nextSlot();
    expect(state).toBe("completed");
    expect(outcome.steps[2]).toEqual({ operation: "scheduling.confirm", outcome: "left_out" });
    expect(outcome.result.data.attributes.lifecycle.current_state).toBe("confirmed");
  });
});

describe("manage_session", () => {
  it("reads the state, for a person and for an agent under its mandate", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const { client, actor } = await agentOf();
    const request = { intent: "manage_session", params: { session_id, action: "get_status" } };
    const person = await sendData(clinic.demo.as("client"), request);
    const agent = await sendData(client, { ...request, actor });
    for (const { state, outcome } of [person, agent]) {
      expect([state, outcome.result.data.attributes.current_state]).toEqual(["completed", "scheduled"]);
    }
  });

  it("moves a session, also by the synonym that settles the action", async () => {
    const session_id = await clinic.sessionIn("confirmed");
    const new_starts_at = clinic.nextSlot();
    const { client, actor } = await agentOf();
    const params = { session_id, new_starts_at, reason: "travel" };
    const { state } = await sendData(client, { intent: "reschedule_session", params, actor });
    expect(state).toBe("completed");
    expect(Date.parse((await clinic.session(session_id)).schedule.scheduled_for)).toBe(Date.parse(new_starts_at));
  });

  it("calls a session off for a person", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const { state } = await sendData(clinic.demo.as("client"), { intent: "cancel-session", params: { session_id } });
    expect(state).toBe("completed");
    expect((await clinic.lifecycle(session_id)).current_state).toBe("cancelled");
  });
});

describe("verify_delivery", () => {
  it("checks in, records evidence and checks out for the provider", async () => {
    const session_id = await clinic.sessionIn("confirmed");
    const provider = clinic.demo.as("provider");
    const verify = (params: Record<string, unknown>) =>
      sendData(provider, { intent: "verify_delivery", params: { session_id, ...params } });
    expect((await verify({ action: "checkin", location: PLACE })).state).toBe("completed");
    const recorded = await verify({ action: "record_evidence", ...CLINICAL_RECORD });
    expect([recorded.state, recorded.outcome.steps[0].status]).toEqual(["completed", 201]);
    expect((await verify({ action: "checkout", location: PLACE })).state).toBe("completed");
    expect((await clinic.lifecycle(session_id)).current_state).toBe("delivered");
  });

  it("keeps no restricted evidence in the task, though the answer itself carried it", async () => {
    const session_id = await clinic.sessionIn("in_progress");
    const { result, outcome } = await sendData(clinic.demo.as("provider"), {
      intent: "verify_delivery",
      params: { session_id, action: "record_evidence", ...CLINICAL_RECORD, data_sensitivity: "restricted" },
    });
    expect(JSON.stringify(outcome.result)).toContain(CLINICAL_RECORD.data.uri);
    const read = await rpc(clinic.demo.as("provider"), "tasks/get", { id: result.id });
    expect(JSON.stringify(read.result)).not.toContain(CLINICAL_RECORD.data.uri);
    expect(JSON.stringify(read.outcome.result)).toContain("restricted_evidence");
  });

  it("lets an agent check in and record evidence, and never check out (D-07)", async () => {
    const session_id = await clinic.sessionIn("confirmed");
    const { client, actor } = await agentOf();
    const verify = (params: Record<string, unknown>) =>
      sendData(client, { intent: "verify_delivery", params: { session_id, ...params }, actor });
    expect((await verify({ action: "checkin", location: PLACE })).state).toBe("completed");
    const out = await verify({ action: "checkout", location: PLACE });
    expect(out.state).toBe("rejected");
    expect(out.outcome.result.errors[0].code).toBe("FORBIDDEN");
    expect((await clinic.lifecycle(session_id)).current_state).toBe("in_progress");
  });
});

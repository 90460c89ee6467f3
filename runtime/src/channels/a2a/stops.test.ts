import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent, trailOf } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { bookingParams, rpc, sendData } from "./testing/rpc.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const SCOPES = ["schedule:read", "schedule:write", "patient:read", "patient:write", "service:read"];

async function agentOf(scopes = SCOPES, constraints?: Record<string, unknown>) {
  const agent = await TestAgent.for(clinic, "organization", { scopes, ...(constraints && { constraints }) });
  const actor = { type: "agent", id: agent.id, mandate_id: agent.mandateId };
  return {
    agent,
    client: agent.plain,
    actor,
    book: (params = bookingParams(clinic)) => sendData(agent.plain, { intent: "book_session", params, actor }),
  };
}

const outcomes = (steps: { operation: string; outcome: string }[]) =>
  steps.map(({ operation, outcome }) => `${operation} ${outcome}`);

const decide = (decision: "approve" | "reject", confirmation_id: string) =>
  clinic.call("organization", `confirmations.${decision}`, { confirmation_id });

const sessionCount = () =>
  clinic.demo.node.services.database.read(
    async ({ db }) => (await db.selectFrom("sessions").select("id").execute()).length,
  );

describe("a missing fact", () => {
  it("is asked for before anything is done, and the task goes on with what later messages bring", async () => {
    const { starts_at, client_email, ...params } = bookingParams(clinic);
    const before = await sessionCount();
    const organization = clinic.demo.as("organization");
    const first = await sendData(organization, { intent: "book_session", params });
    expect(first.state).toBe("input-required");
    expect(first.outcome).toEqual({
      intent: "book_session",
      status: "input-required",
      steps: [],
      missing: ["client_email", "starts_at"],
    });
    expect(first.result.status.message.parts[0].text).toContain("client_email; starts_at");
    const second = await sendData(organization, { params: { client_email } }, { taskId: first.result.id });
    expect(second.outcome.missing).toEqual(["starts_at"]);
    expect(await sessionCount()).toBe(before);
    const third = await sendData(organization, { params: { starts_at } }, { taskId: first.result.id });
    expect([third.state, await sessionCount()]).toEqual(["completed", before + 1]);
  });

  it("may be one that only the operation knows of: the name of a client who is new", async () => {
    const organization = clinic.demo.as("organization");
    const params = { ...bookingParams(clinic), client_email: "new.client@correo.example", client_name: "Laura" };
    const asked = await sendData(organization, { intent: "book_session", params });
    expect([asked.state, asked.outcome.missing, asked.outcome.steps]).toEqual([
      "input-required",
      ["client_last_name"],
      [],
    ]);
    const after = await sendData(organization, { params: { client_last_name: "Vidal" } }, { taskId: asked.result.id });
    expect([after.state, after.outcome.steps[0].status]).toEqual(["completed", 201]);
  });

  it("is the new time when a session is to be moved, and the action when nothing says it", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const client = clinic.demo.as("client");
    const move = await sendData(client, { intent: "reschedule_session", params: { session_id } });
    expect([move.state, move.outcome.missing]).toEqual(["input-required", ["new_starts_at"]]);
    const manage = await sendData(client, { intent: "manage_session", params: { session_id } });
    expect(manage.outcome.missing).toEqual(["action"]);
  });

  it("is the type of task when a message has only text", async () => {
    const message = { role: "user", parts: [{ kind: "text", text: "I need a physiotherapist" }] };
    const asked = await rpc(clinic.demo.stranger, "message/send", { message });
    expect(asked.state).toBe("input-required");
    expect(asked.outcome.task_types).toEqual([
      "book_session",
      "check_availability",
      "list_services",
      "manage_session",
      "verify_delivery",
    ]);
    const after = await sendData(clinic.demo.stranger, { intent: "list_services" }, { taskId: asked.result.id });
    expect(after.state).toBe("completed");
  });

  it("never outweighs a data part beside the text", async () => {
    const parts = [
      { kind: "text", text: "Cancel everything" },
      { kind: "data", data: { intent: "list_services" } },
    ];
    const { state } = await rpc(clinic.demo.stranger, "message/send", { message: { role: "user", parts } });
    expect(state).toBe("completed");
  });
});

describe("a human decision", () => {
  it("is waited for with its id and where it is made, and the next message goes on after it", async () => {
    const { agent, client, book } = await agentOf();
    const asked = await book();
    expect(asked.state).toBe("input-required");
    const { confirmation, steps } = asked.outcome;
    expect(outcomes(steps)).toEqual(["clients.get_or_create done", "scheduling.book done"]);
    expect(confirmation).toMatchObject({
      confirmation_id: expect.stringMatching(/^cnf_/),
      expires_at: expect.any(String),
      decide_url: `${clinic.demo.node.url}/servicialo/v1/confirmation-requests/${confirmation.confirmation_id}`,
    });

    const early = await sendData(client, {}, { taskId: asked.result.id });
    expect([early.state, early.outcome.result.errors[0].code]).toEqual(["input-required", "CONFIRMATION_INVALID"]);
    expect(early.outcome.confirmation).toEqual(confirmation);

    succeeded(await decide("approve", confirmation.confirmation_id));
    const go = { role: "user", parts: [{ kind: "text", text: "They said yes" }], taskId: asked.result.id };
    const after = await rpc(client, "message/send", { message: go });
    expect(after.state).toBe("completed");
    expect(outcomes(after.outcome.steps)).toEqual([
      "clients.get_or_create done",
      "scheduling.book done",
      "scheduling.confirm done",
    ]);
    expect((await clinic.lifecycle(steps[1].id)).current_state).toBe("confirmed");
    const entries = await trailOf(clinic, agent.mandateId);
    expect(entries.at(-1)).toMatchObject({
      action: "scheduling.confirm",
      action_result: "success",
      confirmation_id: confirmation.confirmation_id,
    });
  });

  it("may be named by the message itself", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const { client, actor } = await agentOf();
    const asked = await sendData(client, { intent: "cancel_session", params: { session_id }, actor });
    const { confirmation_id } = asked.outcome.confirmation;
    succeeded(await decide("approve", confirmation_id));
    const after = await sendData(client, { actor: { ...actor, confirmation_id } }, { taskId: asked.result.id });
    expect([after.state, (await clinic.lifecycle(session_id)).current_state]).toEqual(["completed", "cancelled"]);
  });

  it("ends the task when it is a no", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const { client, actor } = await agentOf();
    const asked = await sendData(client, { intent: "cancel_session", params: { session_id }, actor });
    succeeded(await decide("reject", asked.outcome.confirmation.confirmation_id));
    const after = await sendData(client, {}, { taskId: asked.result.id });
    expect([after.state, after.outcome.result.errors[0].code]).toEqual(["rejected", "CONFIRMATION_INVALID"]);
    expect((await clinic.lifecycle(session_id)).current_state).toBe("scheduled");
  });

  it("is asked for anew when the task asks for something else meanwhile", async () => {
    const session_id = await clinic.sessionIn("scheduled");
    const { client, actor } = await agentOf();
    const asked = await sendData(client, { intent: "cancel_session", params: { session_id, reason: "ill" }, actor });
    succeeded(await decide("approve", asked.outcome.confirmation.confirmation_id));
    const after = await sendData(client, { params: { reason: "bored" } }, { taskId: asked.result.id });
    expect(after.state).toBe("input-required");
    expect(after.outcome.confirmation.confirmation_id).not.toBe(asked.outcome.confirmation.confirmation_id);
    expect((await clinic.lifecycle(session_id)).current_state).toBe("scheduled");
  });
});

describe("a prepayment", () => {
  it("is waited for with its checkout, and the booking goes on once it is named", async () => {
    const { database } = clinic.demo.node.services;
    const offer = clinic.id("Rehabilitation with equipment");
    await database.transaction(({ db }) =>
      db
        .updateTable("offers")
        .set({ requiresPrepayment: true } as never)
        .where("id", "=", offer)
        .execute(),
    );
    const params = { ...bookingParams(clinic), service_id: offer, resource_id: clinic.id("Box 1") };
    clinic.nextSlot();
    const organization = clinic.demo.as("organization");
    const asked = await sendData(organization, { intent: "book_session", params });
    expect(asked.state).toBe("input-required");
    expect(outcomes(asked.outcome.steps)).toEqual(["clients.get_or_create done"]);
    const [{ code, meta }] = asked.outcome.result.errors;
    expect([code, meta.checkout.payment_intent_id]).toEqual(["PAYMENT_REQUIRED", expect.any(String)]);
    const unpaid = { payment_intent_id: meta.checkout.payment_intent_id };
    const again = await sendData(organization, { params: unpaid }, { taskId: asked.result.id });
    expect([again.state, again.outcome.result.errors[0].code]).toEqual(["input-required", "PAYMENT_REQUIRED"]);
  });
});

describe("a step that is done", () => {
  it("cannot be changed by a later message", async () => {
    const { client, book } = await agentOf();
    const asked = await book();
    const late = await sendData(client, { params: { starts_at: clinic.nextSlot() } }, { taskId: asked.result.id });
    expect(late.error).toMatchObject({ code: -32602 });
    expect(late.error.data.errors[0].source.pointer).toBe("/params/message/parts/0/data/params/starts_at");
    const read = await rpc(client, "tasks/get", { id: asked.result.id });
    expect([read.state, read.outcome.confirmation]).toEqual(["input-required", asked.outcome.confirmation]);
  });
});

describe("a step that fails", () => {
  it("ends the task, which says what was done and undoes nothing", async () => {
    const organization = clinic.demo.as("organization");
    const taken = bookingParams(clinic);
    expect((await sendData(organization, { intent: "book_session", params: taken })).state).toBe("completed");
    const params = { ...taken, client_email: "second@correo.example", client_name: "Rosa", client_last_name: "Lagos" };
    const { state, outcome } = await sendData(organization, { intent: "book_session", params });
    expect(state).toBe("failed");
    expect(outcome.steps).toEqual([
      { operation: "clients.get_or_create", outcome: "done", status: 201, id: expect.stringMatching(/^cli_/) },
      { operation: "scheduling.book", outcome: "refused", status: 409 },
    ]);
    expect(outcome.result.errors[0].code).toBe("CONFLICT");
    const found = await clinic.call("organization", "clients.get_or_create", { email: "second@correo.example" });
    expect([found.status, found.body.data.id]).toEqual([200, outcome.steps[0].id]);
  });

  it("is judged by one mandate check each: a scope that only the second needs stops there", async () => {
    const { agent, book } = await agentOf(["patient:read", "patient:write"]);
    const before = await sessionCount();
    const { state, outcome } = await book();
    expect(state).toBe("rejected");
    expect(outcomes(outcome.steps)).toEqual(["clients.get_or_create done", "scheduling.book refused"]);
    expect(outcome.result.errors[0]).toMatchObject({ code: "SCOPE_INSUFFICIENT", meta: { check: 5 } });
    expect(await sessionCount()).toBe(before);
    const trail = await trailOf(clinic, agent.mandateId);
    expect(trail.slice(1).map(({ action, action_result }) => `${action} ${action_result}`)).toEqual([
      "clients.get_or_create success",
      "scheduling.book rejected",
    ]);
  });

  it("is refused to an agent without a mandate", async () => {
    const { client } = await agentOf();
    const { state, outcome } = await sendData(client, { intent: "book_session", params: bookingParams(clinic) });
    expect([state, outcome.result.errors[0].code]).toEqual(["rejected", "MANDATE_REQUIRED"]);
  });

  it("is refused for a session that is not there", async () => {
    const params = { session_id: "ses_unknown", action: "get_status" };
    const { state, outcome } = await sendData(clinic.demo.as("client"), { intent: "manage_session", params });
    expect([state, outcome.result.errors[0].code]).toEqual(["failed", "NOT_FOUND"]);
  });

  it("is refused under a key of another organization", async () => {
    const params = { ...bookingParams(clinic) };
    const { state, outcome } = await sendData(clinic.demo.as("foreign_organization"), {
      intent: "book_session",
      params,
    });
    expect([state, outcome.result.errors[0].code]).toEqual(["rejected", "FORBIDDEN"]);
  });
});

describe("a mandate that is lost", () => {
  it("on the way makes the task wait for a human, with what was kept", async () => {
    const { agent, client, book } = await agentOf();
    const asked = await book();
    const { confirmation, steps } = asked.outcome;
    succeeded(await clinic.call("organization", "mandates.suspend", { mandate_id: agent.mandateId, reason: "leave" }));
    succeeded(await decide("approve", confirmation.confirmation_id));
    const lost = await sendData(client, {}, { taskId: asked.result.id });
    expect([lost.state, lost.outcome.result.errors[0].code]).toEqual(["input-required", "MANDATE_SUSPENDED"]);
    expect(lost.outcome.steps).toEqual(steps);
    expect((await clinic.lifecycle(steps[1].id)).current_state).toBe("requested");

    succeeded(await clinic.call("organization", "mandates.reactivate", { mandate_id: agent.mandateId }));
    const after = await sendData(client, {}, { taskId: asked.result.id });
    expect(after.state).toBe("completed");
    expect((await clinic.lifecycle(steps[1].id)).current_state).toBe("confirmed");
  });

  it("before the first step refuses the task", async () => {
    const { agent, book } = await agentOf();
    succeeded(await clinic.call("organization", "mandates.revoke", { mandate_id: agent.mandateId, reason: "over" }));
    const { state, outcome } = await book();
    expect([state, outcome.result.errors[0].code]).toEqual(["rejected", "MANDATE_EXPIRED"]);
  });

  it("between two steps of one message keeps the first", async () => {
    const { agent, book } = await agentOf(SCOPES, { max_actions_per_day: 1 });
    const { state, outcome } = await book();
    expect(state).toBe("rejected");
    expect(outcomes(outcome.steps)).toEqual(["clients.get_or_create done", "scheduling.book refused"]);
    expect(outcome.result.errors[0].meta.constraint).toBe("max_actions_per_day");
    expect(agent.mandateId).toBeTruthy();
  });
});

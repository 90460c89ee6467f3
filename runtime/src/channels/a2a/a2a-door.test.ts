import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNode } from "../../serve.ts";
import { TestAgent } from "../../testing/agents.ts";
import { Clinic } from "../../testing/clinic.ts";
import { PartyClient } from "../../testing/party-client.ts";
import { bookingParams, PATH, rpc, sendData } from "./testing/rpc.ts";

const LIMIT = 1000;

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open({ a2aTaskRateLimit: LIMIT });
});
afterAll(() => clinic.close());

const JSON_BODY = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = JSON_BODY, path = PATH) =>
  clinic.demo.stranger.send("POST", path, { body, headers });

/** A task that waits for more. */
const waitingTask = async (client: PartyClient) =>
  (await sendData(client, { intent: "book_session", params: {} })).result;

describe("a call that is broken", () => {
  it("is answered -32700 when it is no JSON", async () => {
    for (const text of ["{", "", '{"jsonrpc": "2.0",', "\u0000"]) {
      const { status, body } = await post(text);
      expect([status, body.jsonrpc, body.id, body.error.code]).toEqual([200, "2.0", null, -32700]);
      expect(body.error.data.errors[0].code).toBe("MALFORMED_REQUEST");
    }
  });

  it.each([
    ["no object", `"message/send"`],
    ["a batch", `[{"jsonrpc":"2.0","id":1,"method":"tasks/get","params":{"id":"x"}}]`],
    ["of another version", `{"jsonrpc":"1.0","id":1,"method":"tasks/get","params":{"id":"x"}}`],
    ["without a method", `{"jsonrpc":"2.0","id":1}`],
    ["a notification", `{"jsonrpc":"2.0","method":"tasks/get","params":{"id":"x"}}`],
    ["with an id that is null", `{"jsonrpc":"2.0","id":null,"method":"tasks/get","params":{"id":"x"}}`],
    ["with an id that is an object", `{"jsonrpc":"2.0","id":{},"method":"tasks/get","params":{"id":"x"}}`],
  ])("is answered -32600 when it is %s", async (_what, text) => {
    expect((await post(text)).body.error.code).toBe(-32600);
  });

  it.each(["message/stream", "tasks/list", "SendStreamingMessage", "toString", "__proto__"])(
    "is answered -32601 for the method %s",
    async (method) => {
      expect((await rpc(clinic.demo.stranger, method, {})).error.code).toBe(-32601);
    },
  );

  it.each([
    ["no params", undefined, "/params/message"],
    ["no parts", { message: { role: "user", parts: [] } }, "/params/message/parts"],
    ["a part that is a text", { message: { parts: ["hello"] } }, "/params/message/parts/0"],
    ["a part of another kind", { message: { parts: [{ kind: "video" }] } }, "/params/message/parts/0"],
    ["data that is a list", { message: { parts: [{ kind: "data", data: [] }] } }, "/params/message/parts/0/data"],
    ["another role", { message: { role: "system", parts: [{ kind: "text", text: "" }] } }, "/params/message/role"],
    [
      "an id that is a number",
      { message: { taskId: 7, parts: [{ kind: "text", text: "" }] } },
      "/params/message/taskId",
    ],
  ])("is answered -32602 for %s, with the place", async (_what, params, pointer) => {
    const { error } = await rpc(clinic.demo.stranger, "message/send", params);
    expect([error.code, error.data.errors[0].code, error.data.errors[0].source.pointer]).toEqual([
      -32602,
      "VALIDATION_ERROR",
      pointer,
    ]);
  });

  it.each([
    ["an unknown type of task", { intent: "sell_car" }, "intent"],
    ["an intent that is none", { intent: 5 }, "intent"],
    ["params that are a text", { intent: "list_services", params: "all" }, "params"],
    ["a param that there is not", { intent: "list_services", params: { vertical: "health" } }, "params/vertical"],
    [
      "a day that is none",
      { intent: "check_availability", params: { date_from: "soon", date_to: "2026-03-09", service_id: "x" } },
      "params/date_from",
    ],
    ["an actor without a type", { intent: "list_services", actor: { id: "x" } }, "actor"],
  ])("is answered -32602 for %s in the data", async (_what, data, place) => {
    const { error } = await sendData(clinic.demo.stranger, data);
    expect([error.code, error.data.errors[0].source.pointer]).toEqual([
      -32602,
      `/params/message/parts/0/data/${place}`,
    ]);
  });

  it("needs an organization that is there", async () => {
    const params = { message: { parts: [{ kind: "text", text: "hi" }] } };
    for (const path of ["/api/servicialo/nobody/a2a", "/servicialo/v1/organizations/nobody/a2a"]) {
      const { error, http } = await rpc(clinic.demo.stranger, "message/send", params, { path });
      expect([http.status, error.code, error.data.errors[0].code]).toEqual([200, -32000, "NOT_FOUND"]);
    }
  });

  it("takes POST only, and bodies up to the limit of the node", async () => {
    const { status, headers } = await clinic.demo.stranger.send("GET", PATH);
    expect([status, headers.get("allow")]).toEqual([405, "POST"]);
    const { body } = await post(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "x", filler: "x".repeat(2_000_000) }));
    expect([body.error.code, body.error.data.errors[0].code]).toEqual([-32600, "PAYLOAD_TOO_LARGE"]);
  });

  it("never gets anything but a JSON-RPC answer, whatever is sent", async () => {
    const names = fc.constantFrom(
      "jsonrpc",
      "id",
      "method",
      "params",
      "message",
      "parts",
      "kind",
      "data",
      "intent",
      "taskId",
    );
    const junk = fc.jsonValue({ maxDepth: 4 });
    const member = fc.oneof(junk, fc.dictionary(names, junk, { maxKeys: 6 }));
    const part = fc.record(
      { kind: fc.constantFrom("data", "text", "file"), data: member, text: member, file: member },
      { requiredKeys: [] },
    );
    const message = fc.record(
      {
        role: fc.constantFrom("user", "agent", 3),
        parts: fc.oneof(member, fc.array(part)),
        taskId: member,
        contextId: member,
      },
      { requiredKeys: [] },
    );
    const request = fc.record({
      jsonrpc: fc.constant("2.0"),
      id: fc.oneof(fc.integer(), fc.string()),
      method: fc.constantFrom("message/send", "tasks/send", "SendMessage", "tasks/get", "CancelTask"),
      params: fc.oneof(member, fc.record({ message, id: member }, { requiredKeys: [] })),
    });
    const texts = fc.oneof(
      fc.string(),
      junk.map((value) => JSON.stringify(value)),
      request.map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { status, body, text: told } = await post(text);
        expect(status, told).toBe(200);
        expect(body).toMatchObject({ jsonrpc: "2.0" });
        expect(body.error === undefined).toBe(body.result !== undefined);
        // −32001 is a task that is not there for those who speak A2A 1.0.
        if (body.error) expect([-32700, -32600, -32601, -32602, -32000, -32001], told).toContain(body.error.code);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a credential", () => {
  it.each([
    ["missing", {}],
    ["unknown", { authorization: "Bearer svk_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ])("that is %s is answered -32001 with status 401, and leaves no task", async (_what, headers) => {
    const data = { intent: "book_session", params: bookingParams(clinic) };
    const params = { message: { role: "user", parts: [{ kind: "data", data }] } };
    const { http, error } = await rpc(clinic.demo.stranger, "message/send", params, { headers });
    expect([http.status, error.code, error.data.errors[0].code]).toEqual([401, -32001, "UNAUTHORIZED"]);
    expect(http.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("that is missing is told before any param is asked for, and a task of the public never gets so far", async () => {
    const { http, error } = await sendData(clinic.demo.stranger, { intent: "book_session", params: {} });
    expect([http.status, error.code]).toEqual([401, -32001]);
    const message = { role: "user", parts: [{ kind: "text", text: "hello" }] };
    const { result } = await rpc(clinic.demo.stranger, "message/send", { message });
    const later = await sendData(clinic.demo.stranger, { intent: "book_session" }, { taskId: result.id });
    expect([later.http.status, later.error.code]).toEqual([401, -32001]);
    expect((await rpc(clinic.demo.stranger, "tasks/get", { id: result.id })).result.status.state).toBe(
      "input-required",
    );
  });

  it("that is bad is none for a public task, and opens nobody's", async () => {
    const headers = { authorization: "Bearer nonsense" };
    const message = { role: "user", parts: [{ kind: "data", data: { intent: "list_services" } }] };
    const listed = await rpc(clinic.demo.stranger, "message/send", { message }, { headers });
    expect(listed.state).toBe("completed");
    const read = await rpc(clinic.demo.stranger, "tasks/get", { id: listed.result.id }, { headers });
    expect([read.http.status, read.error.code]).toEqual([401, -32001]);
  });
});

describe("a task", () => {
  it("is read by whoever sent it and by nobody else", async () => {
    const mine = await waitingTask(clinic.demo.as("client"));
    const read = await rpc(clinic.demo.as("client"), "tasks/get", { id: mine.id });
    expect(read.result).toEqual(mine);
    const agent = await TestAgent.for(clinic, "client", { scopes: ["schedule:read"] });
    const others = [
      clinic.demo.stranger,
      clinic.demo.as("second_client"),
      clinic.demo.as("organization"),
      clinic.demo.as("foreign_organization"),
      agent.plain,
    ];
    for (const other of others) {
      for (const method of ["tasks/get", "tasks/cancel"]) {
        const { error } = await rpc(other, method, { id: mine.id });
        expect([error.code, error.data.errors[0].code]).toEqual([-32000, "NOT_FOUND"]);
      }
      const { error } = await sendData(other, { params: {} }, { taskId: mine.id });
      expect(error.code).toBe(-32000);
    }
    const elsewhere = await rpc(
      clinic.demo.as("client"),
      "tasks/get",
      { id: mine.id },
      { path: "/api/servicialo/tutores-plaza/a2a" },
    );
    expect(elsewhere.error.code).toBe(-32000);
  });

  it("is cancelled once, and cancelling what has ended changes nothing", async () => {
    const client = clinic.demo.as("client");
    const { id } = await waitingTask(client);
    const cancelled = await rpc(client, "tasks/cancel", { id });
    expect([cancelled.state, cancelled.outcome.status]).toEqual(["canceled", "canceled"]);
    expect((await rpc(client, "tasks/cancel", { id })).result).toEqual(cancelled.result);
    const listed = await sendData(client, { intent: "list_services" });
    const again = await rpc(client, "tasks/cancel", { id: listed.result.id });
    expect([again.state, again.result]).toEqual(["completed", listed.result]);
  });

  it("that is cancelled leaves the session that it booked", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["schedule:write", "patient:write"] });
    const actor = { type: "agent", id: agent.id, mandate_id: agent.mandateId };
    const asked = await sendData(agent.plain, { intent: "book_session", params: bookingParams(clinic), actor });
    const session = asked.outcome.steps[1].id;
    const cancelled = await rpc(agent.plain, "tasks/cancel", { id: asked.result.id });
    expect(cancelled.outcome.steps).toEqual(asked.outcome.steps);
    expect((await clinic.lifecycle(session)).current_state).toBe("requested");
  });

  it("that has ended takes no more messages", async () => {
    const client = clinic.demo.as("client");
    const { result } = await sendData(client, { intent: "list_services" });
    const { error } = await sendData(client, { intent: "list_services" }, { taskId: result.id });
    expect([error.code, error.data.errors[0].code]).toEqual([-32000, "CONFLICT"]);
  });

  it("keeps its type and its context", async () => {
    const client = clinic.demo.as("client");
    const { id } = await waitingTask(client);
    const type = await sendData(client, { intent: "manage_session" }, { taskId: id });
    const context = await sendData(client, {}, { taskId: id, contextId: "another" });
    expect([type.error.code, context.error.code]).toEqual([-32602, -32602]);
    expect((await rpc(client, "tasks/get", { id })).state).toBe("input-required");
  });

  it("is gone on with by one message at a time: the others are told to come again", async () => {
    const client = clinic.demo.as("organization");
    const { starts_at, ...params } = bookingParams(clinic);
    const { result } = await sendData(client, { intent: "book_session", params });
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => sendData(client, { params: { starts_at } }, { taskId: result.id })),
    );
    expect(sent.filter(({ state }) => state === "completed")).toHaveLength(1);
    for (const { state, error } of sent) {
      if (state !== "completed") expect(["TRANSITION_CONFLICT", "CONFLICT"]).toContain(error.data.errors[0].code);
    }
  });

  it("whose process died in the middle is free again after a minute, and does nothing twice", async () => {
    const client = clinic.demo.as("organization");
    const { starts_at, ...params } = bookingParams(clinic);
    const { result } = await sendData(client, { intent: "book_session", params });
    const { database, clock } = clinic.demo.node.services;
    const held = await database.read(({ db }) =>
      db.selectFrom("a2a_tasks").selectAll().where("id", "=", result.id).executeTakeFirstOrThrow(),
    );
    expect((await sendData(client, { params: { starts_at } }, { taskId: result.id })).state).toBe("completed");
    // As a process leaves it that booked and then died: held, and without a record of what it did.
    await database.transaction(({ db }) =>
      db
        .updateTable("a2a_tasks")
        .set({ ...held, version: held.version + 9, heldUntil: clock.now() + 60_000 })
        .where("id", "=", result.id)
        .execute(),
    );
    const early = await sendData(client, { params: { starts_at } }, { taskId: result.id });
    expect(early.error.data.errors[0].code).toBe("TRANSITION_CONFLICT");
    clinic.demo.clock.advance(61_000);
    const after = await sendData(client, { params: { starts_at } }, { taskId: result.id });
    expect([after.state, after.outcome.steps.length]).toEqual(["completed", 3]);
    const booked = await database.read(({ db }) =>
      db
        .selectFrom("sessions")
        .select("id")
        .where("startsAt", "=", Date.parse(String(starts_at)))
        .execute(),
    );
    expect(booked).toHaveLength(1);
  });

  it("is forgotten three days after its last change", async () => {
    const client = clinic.demo.as("client");
    const { id } = await waitingTask(client);
    clinic.demo.clock.advance(72 * 3_600_000 + 1000);
    expect((await rpc(client, "tasks/get", { id })).error.data.errors[0].code).toBe("NOT_FOUND");
    await waitingTask(client);
    const left = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("a2a_tasks").select("id").where("id", "=", id).execute(),
    );
    expect(left).toEqual([]);
  });

  it("is stored so that nobody reads it without the key", async () => {
    const email = "secret.person@correo.example";
    const { result } = await sendData(clinic.demo.as("organization"), {
      intent: "book_session",
      params: { client_email: email },
    });
    const row = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("a2a_tasks").selectAll().where("id", "=", result.id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(row)).not.toContain("secret.person");
  });
});

describe("a node that is started again", () => {
  it("still has its tasks, and goes on with them", async () => {
    const first = await Clinic.open();
    try {
      const { starts_at, ...params } = bookingParams(first);
      const asked = await sendData(first.demo.as("organization"), { intent: "book_session", params });
      await first.demo.node.close();
      const { config } = first.demo.node.services;
      const second = await startNode({ ...config, publicUrl: null }, first.demo.clock);
      try {
        const client = new PartyClient(second.url, first.demo.keys, "organization");
        expect((await rpc(client, "tasks/get", { id: asked.result.id })).result).toEqual(asked.result);
        const after = await sendData(client, { params: { starts_at } }, { taskId: asked.result.id });
        expect(after.state).toBe("completed");
      } finally {
        await second.close();
      }
    } finally {
      await first.close();
    }
  });
});

describe("the limit of tasks", () => {
  it("counts each agent for itself, and answers 429 with the time to wait", async () => {
    const strict = await Clinic.open({ a2aTaskRateLimit: 2 });
    try {
      const send = (client: PartyClient) => sendData(client, { intent: "list_services" });
      const agent = await TestAgent.for(strict, "organization", { scopes: ["service:read"] });
      expect([(await send(agent.plain)).state, (await send(agent.plain)).state]).toEqual(["completed", "completed"]);
      const { http, error } = await send(agent.plain);
      expect([http.status, error.code, error.data.errors[0].code]).toEqual([429, -32000, "RATE_LIMITED"]);
      expect(Number(http.headers.get("retry-after"))).toBeGreaterThan(0);
      const other = await TestAgent.for(strict, "organization", { scopes: ["service:read"] });
      expect((await send(other.plain)).state).toBe("completed");
      expect((await rpc(agent.plain, "tasks/get", { id: "unknown" })).http.status).toBe(200);
    } finally {
      await strict.close();
    }
  });

  it("of the public lane beneath it is passed on as well", async () => {
    const strict = await Clinic.open({ publicRateLimit: 1 });
    try {
      await sendData(strict.demo.stranger, { intent: "list_services" });
      const { http, error } = await sendData(strict.demo.stranger, { intent: "list_services" });
      expect([http.status, error.code]).toEqual([429, -32000]);
      expect(Number(http.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });
});

import { type Message, Role, type Task, TaskState } from "@a2a-js/sdk";
import {
  type Client,
  ClientFactory,
  ClientFactoryOptions,
  DefaultAgentCardResolver,
  JsonRpcTransportFactory,
} from "@a2a-js/sdk/client";
import { TaskNotFoundError, UnsupportedOperationError } from "@a2a-js/sdk/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueApiKey } from "../../credentials/api-keys.ts";
import { TestAgent } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { bookingParams } from "./testing/rpc.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const CARD = "/api/servicialo/clinica-andes/.well-known/agent-card.json";

/** The SDK's client, led by the card alone; `legacy` makes it speak A2A 0.3. */
async function connect(token: string | null, legacy = false): Promise<Client> {
  const fetchImpl: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (token !== null) headers.set("authorization", `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
  const legacyCompat = { enabled: true };
  const card = await new DefaultAgentCardResolver({ fetchImpl }).resolve(clinic.demo.node.url, CARD);
  const version = legacy ? "0.3" : "1.0";
  const supportedInterfaces = card.supportedInterfaces.filter(({ protocolVersion }) => protocolVersion === version);
  expect(supportedInterfaces).toHaveLength(1);
  const factory = new ClientFactory(
    ClientFactoryOptions.createFrom(ClientFactoryOptions.default, {
      transports: [new JsonRpcTransportFactory({ fetchImpl, legacyCompat })],
    }),
  );
  return factory.createFromAgentCard({ ...card, supportedInterfaces });
}

let lastMessage = 0;

async function send(client: Client, data: Record<string, unknown>, taskId = ""): Promise<Task> {
  lastMessage += 1;
  const message: Message = {
    messageId: `m-${lastMessage}`,
    role: Role.ROLE_USER,
    taskId,
    contextId: "",
    parts: [{ content: { $case: "data", value: data }, mediaType: "", filename: "", metadata: undefined }],
    metadata: undefined,
    extensions: [],
    referenceTaskIds: [],
  };
  return (await client.sendMessage({ tenant: "", message, configuration: undefined, metadata: undefined })) as Task;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
function outcomeOf(task: Task): any {
  const parts = [...(task.artifacts[0]?.parts ?? []), ...(task.status?.message?.parts ?? [])];
  const [data] = parts.flatMap(({ content }) => (content?.$case === "data" ? [content.value] : []));
  return data;
}

describe.each([
  ["1.0", false],
  ["0.3", true],
] as const)("the SDK's own client, speaking A2A %s", (version, legacy) => {
  const tokenOf = (party: string) =>
    (clinic.demo.keys.credentials as Record<string, { token: string }>)[party]?.token ?? "";

  it("finds the endpoint by the card, and lists services without a credential", async () => {
    const client = await connect(null, legacy);
    expect(client.protocolVersion).toBe(version);
    const card = await client.getAgentCard();
    expect(card.skills.map(({ id }) => id)).toContain("book_session");
    const task = await send(client, { intent: "list_services" });
    expect(task.status?.state).toBe(TaskState.TASK_STATE_COMPLETED);
    expect(outcomeOf(task).result.data.length).toBeGreaterThan(0);
  });

  it("takes the example of every skill for a task of that type", async () => {
    const client = await connect(tokenOf("organization"), legacy);
    for (const { id, examples } of (await client.getAgentCard()).skills) {
      const task = await send(client, JSON.parse(examples[0] ?? "{}"));
      expect(outcomeOf(task).intent).toBe(id);
    }
  });

  it("books as an agent, waits for the human, goes on, and reads the task", async () => {
    const scopes = ["schedule:write", "patient:write", "service:read"];
    const agent = await TestAgent.for(clinic, "organization", { scopes });
    const { database, clock } = clinic.demo.node.services;
    const key = {
      organizationId: clinic.demo.as("organization").id,
      subjectType: "agent",
      subjectId: agent.id,
    } as const;
    const { token } = await database.transaction((tx) => issueApiKey(tx, clock, key));
    const client = await connect(token, legacy);
    const actor = { type: "agent", id: agent.id, mandate_id: agent.mandateId };
    const asked = await send(client, { intent: "book_session", params: bookingParams(clinic), actor });
    expect(asked.status?.state).toBe(TaskState.TASK_STATE_INPUT_REQUIRED);
    const { confirmation_id } = outcomeOf(asked).confirmation;
    succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id }));
    const booked = await send(client, {}, asked.id);
    expect(booked.status?.state).toBe(TaskState.TASK_STATE_COMPLETED);
    expect(await client.getTask({ tenant: "", id: asked.id })).toEqual(booked);
  });

  it("cancels a task that waits", async () => {
    const client = await connect(tokenOf("client"), legacy);
    const asked = await send(client, { intent: "book_session" });
    const cancelled = await client.cancelTask({ tenant: "", id: asked.id, metadata: undefined });
    expect(cancelled.status?.state).toBe(TaskState.TASK_STATE_CANCELED);
  });

  it("is told that a task is not there, has ended, or that its key is not valid", async () => {
    const client = await connect(tokenOf("client"), legacy);
    const missing = () => client.getTask({ tenant: "", id: "unknown" });
    const listed = await send(client, { intent: "list_services" });
    const ended = () => send(client, {}, listed.id);
    const stranger = await connect("nonsense", legacy);
    const refused = () => stranger.getTask({ tenant: "", id: listed.id });
    if (legacy) {
      await expect(missing()).rejects.toThrow("There is no such task.");
      await expect(ended()).rejects.toThrow("takes no more messages");
    } else {
      await expect(missing()).rejects.toThrow(TaskNotFoundError);
      await expect(ended()).rejects.toThrow(UnsupportedOperationError);
      await expect(refused()).rejects.not.toThrow(TaskNotFoundError);
    }
    await expect(refused()).rejects.toThrow("The key is unknown or no longer valid.");
  });
});

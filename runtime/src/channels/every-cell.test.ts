import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { Agent, fetch } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedOperations } from "../operations/served-operations.ts";
import { everythingAddressed } from "../testing/addressed.ts";
import { agentKey, issue } from "../testing/agents.ts";
import { CALLERS, type CellCaller, isGuarded, nameOf, TENANTS, TYPES } from "../testing/cells/cells.ts";
import { expectedOf, TURNED_AWAY, type Verdict } from "../testing/cells/expected.ts";
import { Clinic } from "../testing/clinic.ts";
import type { Party } from "../testing/party-client.ts";
import { type SampleRequest, sampleRequests } from "../testing/sample-requests.ts";
import { inProcess } from "./exchange/exchange.ts";
import { operationRequest } from "./exchange/operation-request.ts";

const served = servedOperations();

/** What removes things comes last, so that everybody finds them. */
const guarded = served.filter(isGuarded).toSorted((one, other) => Number(isRemoval(one)) - Number(isRemoval(other)));
const open = served.filter((id) => !isGuarded(id));
const tools = new Set(served.filter((id) => operations[id].tool !== null));

let clinic: Clinic;
let samples: Partial<Record<OperationId, SampleRequest>>;
const keys = new Map<string, { readonly token: string; readonly actor: object }>();
const connections = new Agent({ connections: 4 });
const counted = { http: 0, mcp: 0 };

beforeAll(async () => {
  clinic = await Clinic.open();
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
  for (const caller of CALLERS) {
    if (caller.type === "nobody") continue;
    const party = (caller.tenant === "own" ? caller.type : `foreign_${caller.type}`) as Party;
    keys.set(nameOf(caller), caller.scope === null ? partyKey(party) : await newAgent(party, caller));
  }
}, 120_000);
afterAll(async () => {
  await connections.close();
  await clinic.close();
});

function isRemoval(id: OperationId): boolean {
  return operations[id].method === "DELETE";
}

function partyKey(party: Party) {
  return { token: clinic.demo.keys.credentials[party]?.token ?? "", actor: clinic.demo.as(party).actor };
}

async function newAgent(party: Party, { scope }: CellCaller) {
  const agentId = `agent_${party}_${scope}`;
  const mandateId = await issue(clinic, party, { scopes: [String(scope)], agentId });
  const actor = { type: "agent", id: agentId, mandate_id: mandateId };
  return { token: await agentKey(clinic, mandateId, agentId), actor };
}

/** The sample of an operation, with its caller as the actor where there is one. */
function inputFor(id: OperationId, caller: CellCaller): Record<string, unknown> {
  const key = keys.get(nameOf(caller));
  const takesActor =
    operations[id].tier === "credential" && (caller.scope !== null || operations[id].actor === "required");
  return {
    ...samples[id]?.input,
    // A client that nobody has met: whose it is depends on who added it.
    ...(id === "clients.get_or_create" && { email: `ana.${counted.http + counted.mcp}@correo.example` }),
    ...(takesActor && key && { actor: key.actor }),
  };
}

function verdictOf(status: number, code: string | undefined): Verdict {
  if (status < 300) return "let through";
  return code !== undefined && TURNED_AWAY.includes(code) ? (code as Verdict) : "let through";
}

async function overHttp(id: OperationId, caller: CellCaller): Promise<Verdict> {
  counted.http += 1;
  const { token } = keys.get(nameOf(caller)) ?? {};
  const authorization = token === undefined ? null : `Bearer ${token}`;
  // Everybody's own claim, also where only agents are judged by one.
  const actor = caller.scope === null ? {} : { actor: keys.get(nameOf(caller))?.actor };
  const request = operationRequest(id, { ...inputFor(id, caller), ...(isGuarded(id) && actor) }, { authorization });
  const answer = await inProcess(clinic.demo.node.app, "adapter")(request, { address: "127.0.0.1" });
  return verdictOf(answer.status, (answer.body as { errors?: { code: string }[] } | undefined)?.errors?.[0]?.code);
}

interface RpcAnswer {
  readonly error?: { readonly code: number };
  readonly result?: {
    readonly _meta: Readonly<Record<string, unknown>>;
    readonly structuredContent: { readonly errors?: readonly { readonly code: string }[] };
  };
}

/** A call as it goes over the wire: a client of its own for each of thousands of calls would take too long. */
async function overMcp(id: OperationId, caller: CellCaller): Promise<Verdict | "unknown tool"> {
  counted.mcp += 1;
  const { token } = keys.get(nameOf(caller)) ?? {};
  const name = operations[id].tool ?? id;
  const response = await fetch(`${clinic.demo.node.url}/mcp`, {
    method: "POST",
    dispatcher: connections,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": name,
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: {
        name,
        arguments: inputFor(id, caller),
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "test", version: "1.0.0" },
          "io.modelcontextprotocol/clientCapabilities": {},
        },
      },
    }),
  });
  const { error, result } = (await response.json()) as RpcAnswer;
  if (error?.code === -32602) return "unknown tool";
  if (!result) throw new Error(`${name} broke: ${JSON.stringify(error)}`);
  return verdictOf(Number(result._meta["servicialo/status"]), result.structuredContent.errors?.[0]?.code);
}

/** Cells that did not come to what they have to. */
async function surprises(
  id: OperationId,
  callers: readonly CellCaller[],
  ask: (id: OperationId, caller: CellCaller) => Promise<string>,
  expected: (caller: CellCaller) => string,
): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) {
    const verdict = await ask(id, caller);
    if (verdict !== expected(caller)) found.push(`${nameOf(caller)}: ${verdict} instead of ${expected(caller)}`);
  }
  return found;
}

const inputOf = (id: OperationId) => samples[id]?.input ?? {};
const people = CALLERS.filter(({ scope }) => scope === null);
const NOBODY = CALLERS.find(({ type }) => type === "nobody") as CellCaller;
/** One agent of each kind: which scope it holds does not matter to what it can find. */
const someAgents = TYPES.flatMap((type) =>
  TENANTS.flatMap((tenant) =>
    CALLERS.filter((caller) => caller.type === type && caller.tenant === tenant && caller.scope !== null).slice(0, 1),
  ),
);

describe("every guarded operation, for everybody", { timeout: 120_000 }, () => {
  it.each(guarded)("%s over HTTP: agents of every principal with every scope, parties, strangers", async (id) => {
    const agentsFirst = CALLERS.toSorted((one, other) => Number(one.scope === null) - Number(other.scope === null));
    expect(
      await surprises(id, agentsFirst, overHttp, (caller) => expectedOf({ operationId: id, caller }, inputOf(id))),
    ).toEqual([]);
  });

  it.each(guarded.filter((id) => tools.has(id)))("%s over MCP: the same, and unknown to strangers", async (id) => {
    const agentsFirst = CALLERS.toSorted((one, other) => Number(one.scope === null) - Number(other.scope === null));
    const expected = (caller: CellCaller) =>
      caller.type === "nobody" ? "unknown tool" : expectedOf({ operationId: id, caller }, inputOf(id));
    expect(await surprises(id, agentsFirst, overMcp, expected)).toEqual([]);
  });
});

describe("every operation that is no tool", () => {
  it.each(served.filter((id) => !tools.has(id)))("%s is unknown over MCP to everybody", async (id) => {
    expect(await surprises(id, [...people, ...someAgents], overMcp, () => "unknown tool")).toEqual([]);
  });
});

describe("every open operation", () => {
  it.each(open)("%s treats everybody alike, over both doors", async (id) => {
    const everybody = [...people, ...someAgents];
    const verdict = await overHttp(id, NOBODY);
    expect(verdict === "let through" || verdict === "NOT_FOUND").toBe(true);
    expect(await surprises(id, everybody, overHttp, () => verdict)).toEqual([]);
    if (tools.has(id)) expect(await surprises(id, everybody, overMcp, () => verdict)).toEqual([]);
  });
});

describe("The cells", () => {
  it("are thousands, of every operation, scope, type and tenant", () => {
    console.info(
      `${served.length} operations, ${CALLERS.length} callers: ${counted.http} cells over HTTP, ${counted.mcp} over MCP.`,
    );
    expect(counted.http + counted.mcp).toBeGreaterThan(5_000);
  });
});

import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { type Scope, scopes } from "@servicialo/schema/0.8/scopes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedOperations } from "../operations/served-operations.ts";
import { everythingAddressed } from "../testing/addressed.ts";
import { TestAgent } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import type { TestAnswer } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { type SampleRequest, sampleRequests } from "../testing/sample-requests.ts";
import { isAgentOperation, NAMED } from "./touched-by.ts";

/*
 * What the cells of channels/every-cell.test.ts leave open: agents without a mandate of theirs, and agents of people who are
 * no party to a thing of their own organization.
 */

const ALL = Object.keys(scopes) as Scope[];
const served = servedOperations();
const forAgents = served.filter(isAgentOperation);

let clinic: Clinic;
let samples: Partial<Record<OperationId, SampleRequest>>;
let withAll: TestAgent;

beforeAll(async () => {
  clinic = await Clinic.open();
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
  withAll = await TestAgent.for(clinic, "organization", { scopes: ALL });
}, 60_000);
afterAll(() => clinic.close());

const call = (agent: TestAgent, id: OperationId): Promise<TestAnswer> => agent.call(id, { ...samples[id]?.input });

describe("every operation for agents", () => {
  it.each(forAgents)(
    "%s refuses an agent without mandate, and under an unknown one, with check 0 and 1",
    async (id) => {
      const { commandType, attributes } = operations[id];
      const takesActor = (attributes as readonly string[]).includes("actor");
      for (const [check, mandate] of [
        [0, {}],
        [1, { mandate_id: "3f0d4b0a-6d0f-4f0e-9f43-5d0d4f6f3a11" }],
      ] as const) {
        const actor = { type: "agent", id: withAll.id, ...mandate };
        const input = { ...samples[id]?.input, ...(takesActor && commandType !== null && { actor }) };
        const headers = { "x-servicialo-actor": Buffer.from(JSON.stringify(actor)).toString("base64") };
        const answer = await withAll.plain.call(id, input, headers);
        expectRefusal(answer, "MANDATE_REQUIRED");
        expect(answer.errors[0]?.meta?.["check"]).toBe(check);
      }
    },
  );

  it.each(forAgents)("%s knows for every id that it can be asked with what it names", (id) => {
    const { pathParameters, queryParameters, attributes } = operations[id];
    const references = [...pathParameters, ...queryParameters, ...attributes].filter((member) =>
      /_(id|slug)$/.test(member),
    );
    expect(references.filter((member) => !Object.hasOwn(NAMED, member))).toEqual([]);
  });
});

describe("every operation for the agent of another person of the same organization", () => {
  const grants = {
    second_client: [
      "schedule:write",
      "service:read",
      "service:write",
      "patient:write",
      "payment:read",
      "payment:write",
      "order:read",
      "order:write",
      "mandate:read",
    ],
    second_provider: [
      "schedule:write",
      "service:read",
      "service:write",
      "evidence:write",
      "document:write",
      "patient:write",
      "resource:read",
      "mandate:read",
    ],
  } as const;
  /** What is nobody's in particular, or nobody's yet, and so no stranger's to either. */
  const OPEN: Readonly<Record<keyof typeof grants, readonly OperationId[]>> = {
    second_client: ["contract.get", "mandates.list", "service_orders.list"],
    second_provider: ["contract.get", "mandates.list", "resource.get", "resource.get_availability", "resource.list"],
  };
  const strangers = (Object.keys(grants) as (keyof typeof grants)[]).flatMap((party) =>
    // Whose record it is that a mail leads to depends on what was called before: it has a test of its own below.
    forAgents.filter((id) => id !== "clients.get_or_create").map((id) => [id, party] as const),
  );
  const agents = new Map<string, TestAgent>();
  beforeAll(async () => {
    for (const party of ["second_client", "second_provider"] as const) {
      agents.set(party, await TestAgent.for(clinic, party, { scopes: grants[party] }));
    }
  });

  it.each(strangers)("%s refuses the agent of the %s, who is no party to it", async (id, party) => {
    const agent = agents.get(party);
    if (!agent) throw new Error(`There is no agent of ${party}.`);
    const answer = await call(agent, id);
    const isGranted = operations[id].scopes.some((scope) => (grants[party] as readonly string[]).includes(scope));
    if (!isGranted) expectRefusal(answer, "SCOPE_INSUFFICIENT");
    else if (OPEN[party].includes(id)) expect(answer.errors[0]?.code, answer.text).not.toBe("CONTEXT_MISMATCH");
    else expectRefusal(answer, "CONTEXT_MISMATCH");
  });
});

describe("a client's record", () => {
  const known = { email: "maria.gonzalez@correo.example" };
  const nobody = { email: "nobody@correo.example", name: "Nobody", last_name: "Else" };

  it("is found for its own client's agent, and looks like none to another's", async () => {
    const own = await TestAgent.for(clinic, "client", { scopes: ["patient:write"] });
    succeeded(await own.call("clients.get_or_create", known));
    const other = await TestAgent.for(clinic, "second_client", { scopes: ["patient:write"] });
    expectRefusal(await other.call("clients.get_or_create", known), "CONTEXT_MISMATCH");
    expectRefusal(await other.call("clients.get_or_create", nobody), "CONTEXT_MISMATCH");
  });

  it("is added by the agent of a provider, who then finds only clients of its own", async () => {
    const agent = await TestAgent.for(clinic, "second_provider", { scopes: ["patient:write"] });
    expectRefusal(await agent.call("clients.get_or_create", known), "CONTEXT_MISMATCH");
    expect(succeeded(await agent.call("clients.get_or_create", nobody)).status).toBe(201);
  });
});

describe("a key that is bound to one mandate", () => {
  it("needs not name it, and can name no other", async () => {
    const bound = await TestAgent.for(clinic, "organization", { scopes: ["resource:read"] });
    const { database } = clinic.demo.node.services;
    await database.transaction(({ db }) =>
      db.updateTable("credentials").set({ mandateId: bound.mandateId }).where("subjectId", "=", bound.id).execute(),
    );
    succeeded(await bound.plain.call("resource.list", { organization_id: "clinica-andes" }));
    expectRefusal(
      await bound.under(withAll.mandateId).call("resource.list", { organization_id: "clinica-andes" }),
      "FORBIDDEN",
    );
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedOperations } from "../../operations/served-operations.ts";
import { Clinic } from "../../testing/clinic.ts";
import { answered, callTool, connectOverHttp, REVISIONS, type Revision } from "../../testing/mcp-client.ts";
import { allTools, listedName } from "./tools.ts";

/** Written out by hand, so that the generated manifest has something to be held against (channels 2.1). */
const PUBLIC_TOOLS = [
  "a2a_get_agent_card",
  "docs_quickstart",
  "registry_get_organization",
  "registry_manifest",
  "registry_search",
  "resolve_lookup",
  "resolve_search",
  "scheduling_check_availability",
  "services_list",
  "trust_get_score",
];

const OTHER_TOOLS = [
  "clients_get_or_create",
  "contract_get",
  "delivery_checkin",
  "delivery_checkout",
  "delivery_record_evidence",
  "documentation_create",
  "lifecycle_get_state",
  "lifecycle_transition",
  "mandates_get",
  "mandates_list",
  "mandates_suspend",
  "payments_create_sale",
  "payments_get_status",
  "payments_record_payment",
  "resolve_register",
  "resolve_update_endpoint",
  "resource_create",
  "resource_delete",
  "resource_get",
  "resource_get_availability",
  "resource_list",
  "resource_update",
  "scheduling_book",
  "scheduling_cancel",
  "scheduling_confirm",
  "scheduling_reschedule",
  "service_get",
  "service_orders_activate",
  "service_orders_create",
  "service_orders_get",
  "service_orders_get_ledger",
  "service_orders_list",
  "service_orders_propose",
  "telemetry_heartbeat",
];

const served = new Set<string>(servedOperations());
const isServed = (name: string) => allTools.some((tool) => tool.name === name && served.has(tool.operationId));

let clinic: Clinic;
let endpoint: string;
let token: string;

beforeAll(async () => {
  clinic = await Clinic.open();
  endpoint = `${clinic.demo.node.url}/mcp`;
  token = clinic.demo.keys.credentials["organization"]?.token ?? "";
});
afterAll(() => clinic.close());

it("The manifest has the tools of the protocol, and no others", () => {
  expect(allTools.map((tool) => tool.name).toSorted()).toEqual([...PUBLIC_TOOLS, ...OTHER_TOOLS].toSorted());
  expect(
    allTools
      .filter((tool) => tool.isPublic)
      .map((tool) => tool.name)
      .toSorted(),
  ).toEqual(PUBLIC_TOOLS);
});

describe.each(Object.keys(REVISIONS) as Revision[])("A client of revision %s", (revision) => {
  const connect = (key: string | null) => connectOverHttp(endpoint, key, { revision });

  it("speaks that revision with the server servicialo, which tells the order of phases", async () => {
    const client = await connect(null);
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    expect(client.getServerVersion()?.name).toBe("servicialo");
    expect(client.getInstructions()).toContain("discover → understand");
    for (const name of PUBLIC_TOOLS.filter(isServed)) expect(client.getInstructions()).toContain(name);
    await client.close();
  });

  it("lists without a credential only the public tools, and these work (SVC-MCP-002)", async () => {
    const client = await connect(null);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(PUBLIC_TOOLS.filter(isServed));
    const { body } = answered(await callTool(client, "registry_search", { vertical: "health" }));
    expect(body.data.map((hit: { id: string }) => hit.id)).toContain("clinica-andes");
    await client.close();
  });

  it("does not know the other tools without a credential (channels 2.1)", async () => {
    const client = await connect(null);
    for (const name of ["scheduling_book", "scheduling.book", "mandates_list", "no_such_tool"]) {
      await expect(client.callTool({ name, arguments: {} })).rejects.toMatchObject({ code: -32602 });
    }
    await client.close();
  });

  it("lists with a credential every tool that the node declares, as the manifest has it (SVC-MCP-003)", async () => {
    const client = await connect(token);
    const { tools } = await client.listTools();
    const expected = allTools.filter((tool) => served.has(tool.operationId)).map((tool) => tool.definition);
    expect(tools).toEqual(expected);
    await client.close();
  });

  it("finds no tool that issues, revokes, reactivates or audits mandates, or decides for a human (SVC-MCP-007)", async () => {
    const client = await connect(token);
    const operations = (await client.listTools()).tools.map(({ _meta }) => String(_meta?.["servicialo/operation"]));
    expect(operations.filter((id) => /^(mandates\.(?!list|get|suspend)|audit\.|confirmations\.)/.test(id))).toEqual([]);
    for (const name of ["mandates_issue", "mandates.issue", "confirmations_approve", "confirmations.approve"]) {
      await expect(client.callTool({ name, arguments: {} })).rejects.toMatchObject({ code: -32602 });
    }
    await client.close();
  });

  it("gets the answer of HTTP as structured content, fitting the schema of the tool", async () => {
    const client = await connect(token);
    const input = { service_id: clinic.id("Physiotherapy session"), org_id: "clinica-andes" };
    const { body, meta } = answered(await callTool(client, "contract_get", input));
    const overHttp = await clinic.call("organization", "contract.get", input);
    expect(body).toEqual(overHttp.body);
    expect(meta).toMatchObject({ "servicialo/status": 200, "servicialo/version": "0.8" });
    const { outputSchema } = allTools.find((tool) => tool.name === "contract_get")?.definition ?? {};
    expect(new Ajv2020({ strict: false, validateFormats: false }).compile(outputSchema ?? false)(body)).toBe(true);
    await client.close();
  });
});

describe("The name of a tool", () => {
  it("may be that of its operation in a call", async () => {
    const client = await connectOverHttp(endpoint, null);
    const range = { date_from: "2026-03-03", date_to: "2026-03-04", service_id: clinic.id("Physiotherapy session") };
    const dotted = answered(
      await callTool(client, "scheduling.check_availability", { org_slug: "clinica-andes", ...range }),
    );
    const listed = answered(
      await callTool(client, "scheduling_check_availability", { org_slug: "clinica-andes", ...range }),
    );
    expect(dotted.body).toEqual(listed.body);
    await client.close();
  });

  it("is translated by table: underscores within a name stay", () => {
    expect(listedName("scheduling.check_availability")).toBe("scheduling_check_availability");
    expect(listedName("service_orders.get_ledger")).toBe("service_orders_get_ledger");
    expect(listedName("service.orders.get.ledger")).toBe("service.orders.get.ledger");
  });
});

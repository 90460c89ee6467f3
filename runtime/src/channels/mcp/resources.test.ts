import type { Client } from "@modelcontextprotocol/client";
import { machines } from "@servicialo/schema/0.8/machines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentKey, issue } from "../../testing/agents.ts";
import { Clinic } from "../../testing/clinic.ts";
import { connectOverHttp } from "../../testing/mcp-client.ts";
import { skills } from "./skills.ts";
import { allTools } from "./tools.ts";

let clinic: Clinic;
let stranger: Client;
let organization: Client;

beforeAll(async () => {
  clinic = await Clinic.open();
  const endpoint = `${clinic.demo.node.url}/mcp`;
  stranger = await connectOverHttp(endpoint, null);
  organization = await connectOverHttp(endpoint, clinic.demo.keys.credentials["organization"]?.token ?? "");
});
afterAll(async () => {
  await stranger.close();
  await organization.close();
  await clinic.close();
});

async function textOf(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  const [content] = contents;
  if (!content || !("text" in content)) throw new Error(`${uri} has no text.`);
  return content.text;
}

describe("The reference", () => {
  it("can be read page by page, without a credential", async () => {
    const { resources } = await stranger.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(["servicialo://overview", "servicialo://errors", "servicialo://reference/sessions"]),
    );
    for (const { uri, mimeType } of resources) {
      const { contents } = await stranger.readResource({ uri });
      expect(contents[0]).toMatchObject({ uri, mimeType });
      expect(await textOf(stranger, uri)).not.toBe("");
    }
  });

  it("has a picture of every machine, as text and as drawing", async () => {
    for (const name of Object.keys(machines)) {
      expect(await textOf(stranger, `servicialo://machines/${name}.mmd`)).toContain("stateDiagram-v2");
      expect(await textOf(stranger, `servicialo://machines/${name}.svg`)).toContain("<svg");
    }
  });

  it("has a page for every tool, by either of its names", async () => {
    for (const { name, operationId, definition } of allTools) {
      const page = await textOf(stranger, `servicialo://operations/${name}`);
      expect(page).toContain(`# ${operationId}: ${definition.title.toLowerCase()}`);
      for (const scope of definition._meta["servicialo/scopes"]) expect(page).toContain(`\`${scope}\``);
      expect(await textOf(stranger, `servicialo://operations/${operationId}`)).toBe(page);
    }
    expect(await textOf(stranger, "servicialo://operations/delivery.checkout")).toContain("L-07");
  });

  it("completes the names of its pages", async () => {
    const { completion } = await organization.complete({
      ref: { type: "ref/resource", uri: "servicialo://operations/{operation}" },
      argument: { name: "operation", value: "service_orders.get" },
    });
    expect(completion.values).toEqual(["service_orders.get", "service_orders.get_ledger"]);
  });

  it.each([
    "servicialo://reference/../../package.json",
    "servicialo://reference/nowhere",
    "servicialo://machines/service.html",
    "servicialo://operations/mandates.issue",
    "servicialo://nothing",
  ])("ends at %s", async (uri) => {
    await expect(stranger.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
  });

  it("keeps descriptions short: each tool needs less than 400 characters", () => {
    expect(allTools.filter(({ definition }) => definition.description.length >= 400).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe("A thing of the node as a resource", () => {
  it("is not there without a credential", async () => {
    const uri = `servicialo://contracts/clinica-andes/${clinic.id("Physiotherapy session")}`;
    await expect(stranger.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
    const { resourceTemplates } = await stranger.listResourceTemplates();
    expect(resourceTemplates.filter(({ uriTemplate }) => /contracts|mandates/.test(uriTemplate))).toEqual([]);
  });

  it("is the contract of an offer, as the tool answers it", async () => {
    const input = { service_id: clinic.id("Physiotherapy session"), org_id: "clinica-andes" };
    const text = await textOf(organization, `servicialo://contracts/${input.org_id}/${input.service_id}`);
    expect(JSON.parse(text)).toEqual((await clinic.call("organization", "contract.get", input)).body);
    await expect(
      organization.readResource({ uri: "servicialo://contracts/clinica-andes/svc_none" }),
    ).rejects.toMatchObject({ code: -32602, data: { uri: "servicialo://contracts/clinica-andes/svc_none" } });
  });

  it("is a mandate with its limits, which its agent reads under it", async () => {
    const agentId = "agent_reader";
    const constraints = { max_actions_per_day: 7 };
    const mandateId = await issue(clinic, "organization", { scopes: ["mandate:read"], agentId, constraints });
    const token = await agentKey(clinic, mandateId, agentId);
    const agent = await connectOverHttp(`${clinic.demo.node.url}/mcp`, token);
    const uri = `servicialo://mandates/${mandateId}?agent_id=${agentId}&under=${mandateId}`;
    expect(JSON.parse(await textOf(agent, uri)).data.attributes).toMatchObject({
      scopes: ["mandate:read"],
      constraints,
    });
    await expect(agent.readResource({ uri: `servicialo://mandates/${mandateId}` })).rejects.toMatchObject({
      message: expect.stringContaining("MANDATE_REQUIRED"),
      data: { errors: [{ code: "MANDATE_REQUIRED" }], mend: expect.stringContaining("mandate_id") },
    });
    await agent.close();
  });
});

describe("The skills", () => {
  it("are offered as prompts: to strangers the one that needs no credential, to others all five", async () => {
    expect((await stranger.listPrompts()).prompts.map(({ name }) => name)).toEqual(["discover"]);
    expect((await organization.listPrompts()).prompts.map(({ name }) => name)).toEqual([
      "discover",
      "schedule",
      "manage",
      "prepay",
      "follow_up",
    ]);
  });

  it.each(skills)("$name names only tools that exist, and all that it needs", ({ tools, text }) => {
    const known = allTools.map(({ name }) => name);
    const prefixes = [...new Set(known.map((name) => name.split("_")[0]))].join("|");
    const named = text.match(new RegExp(`\\b(?:${prefixes})_[a-z_]+\\b`, "g")) ?? [];
    const members = ["service_id", "resource_id"];
    expect(named.filter((name) => !known.includes(name) && !members.includes(name))).toEqual([]);
    expect(tools.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("carry what is known already, and ask for what they cannot do without", async () => {
    const { messages } = await organization.getPrompt({
      name: "manage",
      arguments: { session_id: "ses_7", wish: "cancel" },
    });
    expect(messages[0]?.content).toMatchObject({
      type: "text",
      text: expect.stringMatching(
        /CONFIRMATION_REQUIRED.*What is known already:\n- session_id: ses_7\n- wish: cancel$/s,
      ),
    });
    await expect(organization.getPrompt({ name: "manage", arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openVault } from "../evidence/vault.ts";
import { openDatabase } from "../storage/open-database.ts";
import { TestAgent } from "../testing/agents.ts";
import { CLINICAL_RECORD, Clinic, succeeded } from "../testing/clinic.ts";
import { runCommand } from "../testing/node-process.ts";
import { testDialect } from "../testing/test-database.ts";

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let clinic: Clinic;
let database: string;
beforeAll(async () => {
  clinic = await Clinic.open();
  ({ database } = clinic.demo.node.services.config);
});
afterAll(() => clinic.close());

const run = (...args: string[]) => runCommand([...args, "--database", database]);

describe("keys create --agent", () => {
  it("makes a key with which the agent can use its mandates, or one of them alone", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["resource:read"], agentId: "agent_desk" });
    const create = ["keys", "create", "--organization", "clinica-andes", "--agent", "agent_desk"];
    const made = await run(...create, "--mandate", agent.mandateId);
    expect(made.stdout).toMatch(/^key_\w+ {2}agent agent_desk\nsvk_/);
    const token = made.stdout.trim().split("\n")[1] ?? "";
    const answer = await fetch(`${clinic.demo.node.url}/servicialo/v1/resources?organization_id=clinica-andes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    expect((await run(...create)).exitCode).toBe(0);
    const foreign = await run(
      "keys",
      "create",
      "--organization",
      "clinica-andes",
      "--agent",
      "another",
      "--mandate",
      agent.mandateId,
    );
    expect(foreign).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("holds no mandate") });
    const person = await run("keys", "create", "--organization", "clinica-andes", "--agent", clinic.id("María"));
    expect(person).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("not an agent") });
    const nobody = await run("keys", "create", "--organization", "clinica-andes", "--mandate", agent.mandateId);
    expect(nobody).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("--agent") });
  });
});

describe("audit", () => {
  it("verify confirms a trail that holds, prints its end, and finds it again later", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["resource:read"] });
    succeeded(await agent.call("resource.list", { organization_id: "clinica-andes" }));
    const first = await run("audit", "verify");
    expect(first).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/\d+ entries of \d+ mandates recomputed: 0 faults\./),
    });
    const head = /^head (.+)$/m.exec(first.stdout)?.[1] ?? "";
    succeeded(await agent.call("resource.list", { organization_id: "clinica-andes" }));
    expect((await run("audit", "verify", "--head", head)).exitCode).toBe(0);
    const forged = head.replace(/[0-9a-f]{4}$/, "0000");
    expect(await run("audit", "verify", "--head", forged)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("is not there"),
    });
  });

  it("refused lists agents without a mandate", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["resource:read"] });
    await agent
      .under("6f7a1f60-6f4a-4b8f-8d3e-8d1b9d3f8a4e")
      .call("resource.list", { organization_id: "clinica-andes" });
    const { stdout } = await run("audit", "refused", "--organization", "clinica-andes");
    expect(stdout).toMatch(/MANDATE_REQUIRED {2}resource\.list/);
  });

  it.runIf(testDialect === "sqlite")("verify exits with 1 once an entry was changed", async () => {
    const change = (sql: string) =>
      clinic.demo.node.services.database.transaction(({ db }) => db.executeQuery(CompiledQuery.raw(sql)));
    await change("drop trigger audit_entries_no_update");
    await change("update audit_entries set action = 'something.else' where seq = 1");
    const broken = await run("audit", "verify");
    expect(broken).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("not what its digest says") });
    await change("update audit_entries set action = 'mandate.issue' where seq = 1");
    expect((await run("audit", "verify")).exitCode).toBe(0);
  });
});

describe.runIf(testDialect === "sqlite")("evidence rotate-key", () => {
  it("seals everything with a new key, under a node that goes on running", async () => {
    const id = await clinic.sessionIn("delivered");
    succeeded(await clinic.call("provider", "delivery.record_evidence", { session_id: id, ...CLINICAL_RECORD }));
    const read = async () =>
      succeeded(
        await clinic.call("provider", "service.get", { service_id: id }),
      ).body.data.attributes.proof.evidence.at(-1).data;
    const before = await readFile(`${database}.key`, "utf8");
    const rotated = await run("evidence", "rotate-key");
    expect(rotated).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^[1-9]\d* items are sealed/) });
    const after = await readFile(`${database}.key`, "utf8");
    expect(after.split("\n")[1]).toBe(before.trim());
    expect(await read()).toEqual(CLINICAL_RECORD.data);
    expect((await run("evidence", "forget-key")).stdout).toContain("1 former keys are forgotten.");
    expect((await readFile(`${database}.key`, "utf8")).trim()).toBe(after.split("\n")[0]);
    expect(await read()).toEqual(CLINICAL_RECORD.data);
    const vault = openVault(database, {});
    const rows = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("evidence").select(["id", "sealedData"]).where("sealedData", "is not", null).execute(),
    );
    for (const row of rows) expect(vault.open(row.id, row.sealedData ?? "")).toBeTypeOf("object");
  });

  it("takes keys of the environment in their order, and asks for a second one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "servicialo-rotation-"));
    try {
      const file = join(folder, "node.db");
      await (await openDatabase({ location: file })).close();
      const key = Buffer.alloc(32, 1).toString("base64");
      const one = await runCommand(["evidence", "rotate-key", "--database", file], { SERVICIALO_EVIDENCE_KEY: key });
      expect(one).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("with a comma") });
      const both = `${Buffer.alloc(32, 2).toString("base64")},${key}`;
      expect(
        (await runCommand(["evidence", "rotate-key", "--database", file], { SERVICIALO_EVIDENCE_KEY: both })).exitCode,
      ).toBe(0);
      const sealed = openVault(file, { SERVICIALO_EVIDENCE_KEY: key }).seal("evd_1", { a: 1 });
      const vault = openVault(file, { SERVICIALO_EVIDENCE_KEY: both });
      expect(vault.open("evd_1", sealed)).toEqual({ a: 1 });
      const anew = vault.reseal("evd_1", sealed) ?? "";
      expect(vault.reseal("evd_1", anew)).toBeNull();
      expect(() => openVault(file, { SERVICIALO_EVIDENCE_KEY: key }).open("evd_1", anew)).toThrow();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

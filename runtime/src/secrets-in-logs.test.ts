import { randomBytes } from "node:crypto";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { servedOperations } from "./operations/served-operations.ts";
import { everythingAddressed } from "./testing/addressed.ts";
import { Clinic } from "./testing/clinic.ts";
import type { Party, TestAnswer } from "./testing/party-client.ts";
import { type Addressed, type SampleRequest, sampleRequests } from "./testing/sample-requests.ts";

/** Everything that is to be found nowhere in the log. */
const secrets = new Set<string>();
let clinic: Clinic;
let addressed: Addressed;
let log = "";

/** A word of its own that no answer and no log has but by us. */
function planted(what: string): string {
  const secret = `${what}-${randomBytes(6).toString("hex")}`;
  secrets.add(secret);
  return secret;
}

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    log += String(chunk);
    return true;
  });
  clinic = await Clinic.open({ logLevel: "trace", logStream: "stderr" });
  for (const { token } of Object.values(clinic.demo.keys.credentials)) secrets.add(token);
  addressed = await everythingAddressed(clinic);
  secrets.add(addressed.bookingToken);
}, 60_000);
afterAll(async () => {
  await clinic.close();
  vi.restoreAllMocks();
});

/** Members that people write freely, or that are about people. */
const FREE = /^(?:name|last_name|email|phone|content|reason|description|rut|document_id|notes)$/;

function marked(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      if (name === "email") return [name, `${planted("mail")}@correo.example`];
      if (FREE.test(name) && typeof value === "string") return [name, planted(name)];
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        return [name, marked(value as Record<string, unknown>)];
      }
      if (name === "uri") return [name, `https://records.example/${planted("record")}`];
      return [name, value];
    }),
  );
}

/** Calls every operation with secrets in its body and headers; what it answers is another matter. */
async function callEverything(): Promise<TestAnswer[]> {
  const samples: Partial<Record<OperationId, SampleRequest>> = sampleRequests(clinic, addressed);
  const answers: TestAnswer[] = [];
  for (const id of servedOperations()) {
    const { input, as } = samples[id] ?? { input: {}, as: "organization" as Party };
    const headers = {
      cookie: `session=${planted("cookie")}`,
      "x-servicialo-node-token": planted("node-token"),
      ...(operations[id].method === "POST" && { "idempotency-key": planted("key") }),
      ...(operations[id].actor === "none" && { "x-servicialo-actor": planted("actor") }),
    };
    answers.push(await clinic.call(as, id, marked(input), headers));
    answers.push(await clinic.call(as, id, { ...marked(input) }, { authorization: `Bearer ${planted("bearer")}` }));
  }
  return answers;
}

/** The same through the other doors. */
async function callDoors(): Promise<void> {
  const token = clinic.demo.keys.credentials["organization"]?.token;
  const name = "servicialo.book";
  for (const path of ["/mcp", "/a2a", "/servicialo/v1/a2a", "/api/bookings", "/board", "/board/login"]) {
    const body = {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name, arguments: { notes: planted("argument") }, key: planted("form") },
    };
    await clinic.demo.stranger.send("POST", path, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, cookie: planted("cookie") },
    });
  }
  await clinic.demo.stranger.send("POST", "/board/login", {
    body: new URLSearchParams({ key: planted("form"), token: String(token) }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

function expectNoSecret(): void {
  const found = [...secrets].filter((secret) => log.includes(secret) || log.includes(encodeURIComponent(secret)));
  expect(found.map((secret) => `${secret}: ${lineOf(secret)}`)).toEqual([]);
}

function lineOf(secret: string): string {
  return log.split("\n").find((line) => line.includes(secret)) ?? "";
}

/** Secrets that the node hands out itself. */
function keepHandedOut(answers: readonly TestAnswer[]): void {
  for (const { text } of answers) {
    for (const [secret] of text.matchAll(/\b(?:whsec|pbt|pbc|svk)_[\w+/=-]{20,}/g)) secrets.add(secret);
  }
}

describe("the log at its most talkative", () => {
  it("holds no credential, no token, no key, no evidence and nobody's words, over all operations and doors", async () => {
    const answers = await callEverything();
    keepHandedOut(answers);
    await callDoors();
    expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(25);
    expect(log.split("\n").filter((line) => line.includes('"level":30')).length).toBeGreaterThan(100);
    expectNoSecret();
  });

  it("holds none of it when every call fails inside the node", async () => {
    const { database } = clinic.demo.node.services;
    const before = log.length;
    await database.transaction(async ({ db }) => {
      for (const table of ["sessions", "clients", "evidence", "idempotency_records", "resources", "sales"]) {
        await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_gone`)}`.execute(db);
      }
    });
    const answers = await callEverything();
    expect(answers.filter(({ status }) => status === 500).length).toBeGreaterThan(20);
    expect(log.slice(before)).toContain("unexpected fault");
    expectNoSecret();
  });
});

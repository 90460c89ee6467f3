import { readFile } from "node:fs/promises";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildApp } from "../build-app.ts";
import { SandboxClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { openVault } from "../evidence/vault.ts";
import { type KeysFile, plantSeed } from "../seed/plant-seed.ts";
import { parseSeedDocument } from "../seed/seed-document.ts";
import { TEST_START } from "../testing/demo-node.ts";
import { type Party, PartyClient } from "../testing/party-client.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import type { Database, Tx } from "./open-database.ts";

const CLINIC = new URL("../../../examples/clinic/clinic.yaml", import.meta.url);
const PLACE = { lat: -33.4263, lng: -70.6171 };

/** Sessions of years past, nearly all of them another provider's and another client's. */
const OLD_SESSIONS = 20_000;
const EVERY_SO_MANY_IS_OURS = 50;

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const sent = new Map<string, Statement>();
let recording = false;
let database: Database;
let keys: KeysFile;
let app: Awaited<ReturnType<typeof buildApp>>;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase({
    onStatement: (sql, parameters) => void (recording && sent.set(sql, { sql, parameters: [...parameters] })),
  });
  const clock = new SandboxClock({ now: () => TEST_START });
  const config = readConfig(
    {},
    { database: ":memory:", port: 0, sandboxClock: true, logLevel: "silent", publicRateLimit: 100_000 },
  );
  keys = await database.transaction(async (tx) =>
    plantSeed(tx, clock, parseSeedDocument(parse(await readFile(CLINIC, "utf8")))),
  );
  app = await buildApp({ database, config, clock, vault: openVault(":memory:", {}) });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
  await journey("2026-03-16T09:00:00-03:00");
  await database.transaction(plantYears);
  if (database.dialect === "postgres")
    await database.transaction(({ db }) => db.executeQuery(CompiledQuery.raw("analyze")));
  recording = true;
  await journey("2026-03-17T09:00:00-03:00");
  recording = false;
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

const as = (party: Party) => new PartyClient(url, keys, party);

async function must(
  answer: Promise<{ status: number; text: string; body: { data: { id: string } } }>,
): Promise<string> {
  const { status, text, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body.data?.id;
}

/** A day at the clinic: looking for a time, booking it, living through it, being paid. */
async function journey(startsAt: string): Promise<void> {
  const organization = as("organization");
  const [provider, client] = [as("provider"), as("client")];
  const { offer } = await database.read(async ({ db }) => ({
    offer: await db
      .selectFrom("offers")
      .innerJoin("offer_providers", "offer_providers.offerId", "offers.id")
      .innerJoin("organizations", "organizations.id", "offers.organizationId")
      .select(["offers.id", "organizations.slug"])
      .where("offer_providers.providerId", "=", provider.id)
      .where("offers.requiresResource", "=", false)
      .executeTakeFirstOrThrow(),
  }));
  const day = startsAt.slice(0, 10);
  await must(
    organization.call("scheduling.check_availability", {
      org_slug: offer.slug,
      service_id: offer.id,
      date_from: day,
      date_to: day,
    }),
  );
  const booking = { service_id: offer.id, provider_id: provider.id, client_id: client.id, starts_at: startsAt };
  const session_id = await must(organization.call("scheduling.book", booking));
  await must(organization.call("lifecycle.transition", { session_id, to_state: "scheduled" }));
  await must(client.call("scheduling.confirm", { session_id }));
  await must(client.call("lifecycle.get_state", { session_id }));
  await must(provider.call("delivery.checkin", { session_id, location: PLACE }));
  await must(provider.call("delivery.checkout", { session_id, location: PLACE }));
  await organization.call("scheduling.book", booking);
  await must(
    organization.call("clients.get_or_create", {
      email: "maria@clinica-andes.example",
      name: "María",
      last_name: "Soto",
    }),
  );
}

/** Copies the first session, back through the years. */
async function plantYears({ db }: Tx): Promise<void> {
  const { rows } = await db.executeQuery(CompiledQuery.raw("select * from sessions"));
  const columns = Object.keys(rows[0] as object);
  const ours = `n.i % ${EVERY_SO_MANY_IS_OURS} = 0`;
  const other = (party: Party) => `'${keys.credentials[party]?.id}'`;
  const values: Record<string, string> = {
    id: "'ses_old' || n.i",
    provider_id: `case when ${ours} then s.provider_id else ${other("second_provider")} end`,
    client_id: `case when ${ours} then s.client_id else ${other("second_client")} end`,
    starts_at: "s.starts_at - n.i * 3600000",
    ends_at: "s.ends_at - n.i * 3600000",
    occupied_until: "s.occupied_until - n.i * 3600000",
  };
  await db.executeQuery(
    CompiledQuery.raw(
      `insert into sessions (${columns.join(", ")})
       with recursive n(i) as (select cast(100 as bigint) union all select i + 1 from n where i < ${OLD_SESSIONS + 99})
       select ${columns.map((column) => values[column] ?? `s.${column}`).join(", ")} from (select * from sessions order by id limit 1) s cross join n`,
    ),
  );
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Recheck Cond"?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How the database goes about a statement: the steps in which it reads all sessions there are. */
async function fullScans({ db, dialect }: Tx, { sql, parameters }: Statement): Promise<string[]> {
  if (dialect === "sqlite") {
    const { rows } = await db.executeQuery(CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]));
    return (rows as { detail: string }[])
      .map(({ detail }) => detail)
      .filter((step) => /^SCAN (sessions|s)\b/.test(step));
  }
  const { rows } = await db.executeQuery(CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]));
  const plan = (rows as { "QUERY PLAN": { Plan: PlanNode }[] }[])[0]?.["QUERY PLAN"][0]?.Plan;
  const steps = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(steps)];
  return (plan ? steps(plan) : [])
    .filter((node) => node["Relation Name"] === "sessions" && /Scan/.test(node["Node Type"]))
    .filter((node) => node["Index Cond"] === undefined && node["Recheck Cond"] === undefined)
    .map((node) => node["Node Type"]);
}

describe("a day at a clinic with years of sessions", () => {
  const touching = () =>
    [...sent.values()].filter(({ sql }) => /^(select|update|delete)/.test(sql) && /["`]sessions["`]/.test(sql));

  it("asks for sessions in many ways", () => {
    expect(touching().length).toBeGreaterThan(6);
  });

  it("never reads all sessions to find some", async () => {
    await database.transaction(async (tx) => {
      for (const statement of touching()) expect(await fullScans(tx, statement), statement.sql).toEqual([]);
    });
  });

  it("would be told of a statement that does", async () => {
    await database.transaction(async (tx) => {
      expect(await fullScans(tx, { sql: "select * from sessions where name = 'x'", parameters: [] })).not.toEqual([]);
    });
  });

  it("finds due work, keys and remembered answers without reading all of them", async () => {
    const lookups = [...sent.values()].filter(({ sql }) =>
      /^select .*["`](deadlines|credentials|idempotency_records)["`]/.test(sql),
    );
    expect(lookups.length).toBeGreaterThan(1);
    if (database.dialect === "postgres") return;
    await database.transaction(async ({ db }) => {
      for (const { sql, parameters } of lookups) {
        const { rows } = await db.executeQuery(CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]));
        expect((rows as { detail: string }[]).map(({ detail }) => detail).join("; "), sql).not.toMatch(/SCAN/);
      }
    });
  });
});

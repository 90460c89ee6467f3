import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { systemClock } from "../../clock.ts";
import { type KeysFile, plantSeed } from "../../seed/plant-seed.ts";
import { parseSeedDocument } from "../../seed/seed-document.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { type NodeProcess, serveProcess } from "../../testing/node-process.ts";
import { PartyClient } from "../../testing/party-client.ts";
import { newTestDatabase, type TestDatabase } from "../../testing/test-database.ts";

const CLINIC = fileURLToPath(new URL("../../../../examples/clinic/clinic.yaml", import.meta.url));

let database: TestDatabase;
let nodes: NodeProcess[];
let keys: KeysFile;
let ids: { service_id: string; provider_id: string; client_id: string };

beforeAll(async () => {
  database = await newTestDatabase();
  const opened = await openDatabase({ location: database.location });
  const document = parseSeedDocument(parse(await readFile(CLINIC, "utf8")));
  keys = await opened.transaction((tx) => plantSeed(tx, systemClock, document));
  ids = await opened.read(async ({ db }) => {
    const named = (table: "offers" | "providers" | "clients", name: string) =>
      db
        .selectFrom(table)
        .select("id")
        .where("name", "=", name)
        .executeTakeFirstOrThrow()
        .then((row) => row.id);
    return {
      service_id: await named("offers", "Physiotherapy session"),
      provider_id: await named("providers", "Camila Rojas"),
      client_id: await named("clients", "María"),
    };
  });
  await opened.close();
  nodes = await Promise.all([serveProcess(database.location), serveProcess(database.location)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

/** Ten in the morning, local time, of a Tuesday some weeks ahead. */
function tuesday(weeks: number): string {
  const date = new Date(Date.now() + weeks * 7 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((9 - date.getUTCDay()) % 7));
  return `${date.toISOString().slice(0, 10)}T14:00:00Z`;
}

describe("two node processes on one database", () => {
  it.each([2, 3, 4])("give one slot away exactly once, %i weeks ahead", async (weeks) => {
    const request = { ...ids, starts_at: tuesday(weeks) };
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const { url } = nodes[index % nodes.length] ?? { url: "" };
        return new PartyClient(url, keys, "organization").call("scheduling.book", request);
      }),
    );
    const codes = answers.map((answer) => (answer.status === 201 ? "created" : answer.errors[0]?.code));
    expect(codes.sort()).toEqual([...Array.from({ length: 59 }, () => "CONFLICT"), "created"]);
  });

  it("see each other's sessions, and let one of two transitions win", async () => {
    const [one, two] = nodes.map(({ url }) => new PartyClient(url, keys, "organization")) as [PartyClient, PartyClient];
    const { body } = await one.call("scheduling.book", { ...ids, starts_at: tuesday(5) });
    const session = { session_id: body.data.id };
    expect((await two.call("lifecycle.get_state", session)).body.data.attributes.current_state).toBe("requested");
    const answers = await Promise.all(
      [one, two].map((node) => node.call("lifecycle.transition", { ...session, to_state: "scheduled" })),
    );
    const outcomes = answers.map((answer) => (answer.status === 200 ? "moved" : answer.errors[0]?.code)).sort();
    expect(["INVALID_TRANSITION,moved", "TRANSITION_CONFLICT,moved"]).toContain(String(outcomes));
    expect((await one.call("lifecycle.get_state", session)).body.data.attributes.transitions).toHaveLength(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeProcess, serveProcess } from "../testing/node-process.ts";
import { newTestDatabase, type TestDatabase, testDialect } from "../testing/test-database.ts";

const TOKEN = "a-token-of-the-scraper";
const WORKERS = 3;

// Several workers need PostgreSQL.
describe.runIf(testDialect === "postgres")("the metrics of several workers", () => {
  let stored: TestDatabase;
  let node: NodeProcess;
  beforeAll(async () => {
    stored = await newTestDatabase();
    process.env["SERVICIALO_METRICS_TOKEN"] = TOKEN;
    node = await serveProcess(stored.location, ["--workers", String(WORKERS)]);
    delete process.env["SERVICIALO_METRICS_TOKEN"];
  }, 60_000);
  afterAll(async () => {
    await node.stop();
    await stored.drop();
  });

  async function sample(name: string, label = ""): Promise<number> {
    const answer = await fetch(`${node.url}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}`, connection: "close" },
    });
    expect(answer.status).toBe(200);
    const line = (await answer.text()).split("\n").find((one) => one.startsWith(name) && one.includes(label));
    return Number(line?.split(" ").at(-1));
  }

  it("are those of all of them, whichever is asked", async () => {
    const requests = 40;
    for (let n = 0; n < requests; n++) {
      await fetch(`${node.url}/servicialo/v1/`, { headers: { connection: "close" } });
    }
    for (let turn = 0; turn < WORKERS * 2; turn++) {
      expect(await sample("servicialo_requests_total", 'operation="capabilities.get"')).toBe(requests);
    }
  });

  it("count what all of them read from the same database once", async () => {
    expect(await sample("servicialo_database_up")).toBe(1);
    expect(await sample("servicialo_deadlines_late")).toBe(0);
  });

  it("are for who has the token", async () => {
    expect((await fetch(`${node.url}/metrics`)).status).toBe(401);
  });
});

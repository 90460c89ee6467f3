import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { testDialect } from "../testing/test-database.ts";

const TOKEN = "a token of the scraper".replaceAll(" ", "-");

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open({ metricsToken: TOKEN, metricsPort: 0 });
});
afterAll(() => clinic.close());

async function scrape(url: string, token: string | null = TOKEN) {
  const answer = await fetch(url, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}

const ownListener = () => clinic.demo.node.metricsUrl ?? "";
const onNodesPort = () => `${clinic.demo.node.url}/metrics`;

/** Value of a sample, 0 when it is not there. */
async function sample(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
  const { text } = await scrape(ownListener());
  const line = text
    .split("\n")
    .find(
      (one) =>
        one.startsWith(`${name}${Object.keys(labels).length > 0 ? "{" : " "}`) &&
        Object.entries(labels).every(([label, value]) => one.includes(`${label}="${value}"`)),
    );
  return line === undefined ? 0 : Number(line.split(" ").at(-1));
}

describe("the metrics of a node", () => {
  it("are there for who has the token, on the node's port and on a listener of their own", async () => {
    for (const url of [onNodesPort(), ownListener()]) {
      const { status, type, text } = await scrape(url);
      expect(status).toBe(200);
      expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
      expect(text).toContain("# TYPE servicialo_requests_total counter");
      expect(text).toContain("process_cpu_seconds_total");
      for (const token of [null, "", "another-token", `${TOKEN}x`]) {
        const refused = await scrape(url, token);
        expect(refused.status).toBe(401);
        expect(refused.text).toContain("Send the metricsToken");
        expect(refused.text).not.toContain("servicialo_requests");
      }
    }
  });

  it("do not exist unless they are configured", async () => {
    const other = await Clinic.open();
    expect((await scrape(`${other.demo.node.url}/metrics`)).status).toBe(404);
    expect(other.demo.node.metricsUrl).toBeNull();
    await other.close();
  });

  it("count requests by operation, outcome and door", async () => {
    const counted = (outcome: string) =>
      sample("servicialo_requests_total", { operation: "scheduling.book", outcome, door: "http" });
    const [ok, conflict, durations] = [
      await counted("ok"),
      await counted("CONFLICT"),
      await sample("servicialo_request_duration_seconds_count", { operation: "scheduling.book", door: "http" }),
    ];
    const startsAt = clinic.nextSlot();
    succeeded(await clinic.book({ startsAt }));
    expect((await clinic.book({ startsAt })).status).toBe(409);
    expect(await counted("ok")).toBe(ok + 1);
    expect(await counted("CONFLICT")).toBe(conflict + 1);
    expect(
      await sample("servicialo_request_duration_seconds_count", { operation: "scheduling.book", door: "http" }),
    ).toBe(durations + 2);
    await clinic.demo.stranger.send("GET", "/servicialo/v1/nothing/here");
    expect(await sample("servicialo_requests_total", { operation: "none", outcome: "NOT_FOUND" })).toBeGreaterThan(0);
  });

  it("tell the doors apart, and count what comes through them once", async () => {
    const rpc = {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "registry_search", arguments: { vertical: "health" } },
    };
    await fetch(`${clinic.demo.node.url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body: JSON.stringify(rpc),
    });
    await fetch(`${clinic.demo.node.url}/v1/organizations?vertical=health`);
    await fetch(`${clinic.demo.node.url}/board/login`, {
      method: "POST",
      body: new URLSearchParams({ key: "svk_nobody" }),
    });
    const { text } = await scrape(ownListener());
    const doors = new Set([...text.matchAll(/servicialo_requests_total\{[^}]*door="(\w+)"/g)].map(([, door]) => door));
    expect([...doors]).toEqual(expect.arrayContaining(["http", "mcp", "board"]));
    expect(
      await sample("servicialo_requests_total", { operation: "x-agenda", outcome: "UNAUTHORIZED", door: "board" }),
    ).toBe(1);
  });

  it("count the answer that is given once more under an idempotency key like the first", async () => {
    const body = JSON.stringify({ client_id: "cli_unknown" });
    const before = await sample("servicialo_requests_total", {
      operation: "scheduling.book",
      outcome: "VALIDATION_ERROR",
    });
    for (let turn = 0; turn < 2; turn++) {
      await clinic.demo.as("organization").send("POST", "/servicialo/v1/sessions", {
        body,
        headers: { "idempotency-key": "twice-refused", "content-type": "application/json" },
      });
    }
    expect(
      await sample("servicialo_requests_total", { operation: "scheduling.book", outcome: "VALIDATION_ERROR" }),
    ).toBe(before + 2);
  });

  it("count the moves of sessions that were committed, and none that was taken back", async () => {
    const moved = (from: string, to: string) => sample("servicialo_session_moves_total", { from, to });
    const [opened, confirmed] = [await moved("none", "requested"), await moved("scheduled", "confirmed")];
    const id = await clinic.sessionIn("confirmed");
    expect(await moved("none", "requested")).toBe(opened + 1);
    expect(await moved("scheduled", "confirmed")).toBe(confirmed + 1);
    // Tried, and rolled back: a human has to agree first.
    const cancelled = await moved("confirmed", "cancelled");
    const agent = await TestAgent.for(clinic, "organization", {
      scopes: ["schedule:read", "schedule:write", "service:read"],
    });
    const answer = await agent.call("scheduling.cancel", { session_id: id, reason: "storm" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await moved("confirmed", "cancelled")).toBe(cancelled);
  });

  it("tell how late deadlines are, what is in line, and whether the database answers", async () => {
    expect(await sample("servicialo_database_up")).toBe(1);
    expect(await sample("servicialo_deadlines_late")).toBe(0);
    const { database, clock } = clinic.demo.node.services;
    const late = {
      id: "dl_late",
      organizationId: null,
      kind: "no_show",
      subjectId: "ses_gone",
      dueAt: clock.now() - 90_000,
    };
    await database.transaction(({ db }) =>
      db
        .insertInto("deadlines")
        .values({
          ...late,
          attempts: 3,
          claimedUntil: clock.now() + 3_600_000,
          doneAt: null,
          lastError: "x",
          payload: {},
          createdAt: clock.now(),
        })
        .execute(),
    );
    expect(await sample("servicialo_deadlines_late")).toBe(1);
    expect(await sample("servicialo_deadline_late_seconds")).toBeGreaterThanOrEqual(90);
    expect(await sample("servicialo_webhooks_waiting")).toBe(0);
    if (testDialect === "postgres") {
      expect(await sample("servicialo_database_connections", { state: "idle" })).toBeGreaterThan(0);
    }
  });

  it("name no person, no organization and no key", async () => {
    const { text } = await scrape(ownListener());
    expect(text).not.toMatch(/svk_|cli_|prv_|ses_|org_[0-9A-Z]|clinica|María|Camila/);
  });
});

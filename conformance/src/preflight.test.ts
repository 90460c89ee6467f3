import { afterEach, describe, expect, it } from "vitest";
import { diagnoseSilence } from "./preflight.ts";
import type { RunReport } from "./run-report.ts";
import { runSuite } from "./run-suite.ts";
import type { RunSettings } from "./settings.ts";
import { deadAddress, startNullTarget } from "./testing/null-targets.ts";
import { PLANTED_SECRETS, settingsFor } from "./testing/settings-for.ts";
import { bookingCase, caseOf, type SmallNodeFaults, startSmallNode } from "./testing/small-node.ts";

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function runOn(
  faults: SmallNodeFaults,
  { path = "", ...changes }: Partial<RunSettings> & { path?: string } = {},
): Promise<RunReport & { requests: string[] }> {
  const node = await startSmallNode(faults);
  close = node.close;
  const settings = settingsFor(`${node.url}${path}`, changes);
  return { ...(await runSuite(settings, { cases: [bookingCase()] })), requests: node.requests };
}

describe("a mistake in the set-up is named with its mend, before anything is booked", () => {
  it("nothing listens there", async () => {
    const report = await runSuite(settingsFor(await deadAddress()), { cases: [bookingCase()] });
    expect(report).toMatchObject({ ended: "unreachable", level: { outcome: "incomplete" } });
    expect(report.diagnoses[0]).toMatchObject({ mend: "start the node, or correct the port", fatal: true });
  });

  it("the node accepts and says nothing", async () => {
    const target = await startNullTarget("hang");
    close = target.close;
    const report = await runSuite(settingsFor(target.url, { timeoutMs: 200 }), { cases: [bookingCase()] });
    expect(report.ended).toBe("silent");
    expect(report.diagnoses[0]?.mend).toContain("--timeout");
  });

  it("something answers in place of a node, whatever it is asked", async () => {
    const target = await startNullTarget("empty collection");
    close = target.close;
    const report = await runSuite(settingsFor(target.url), { cases: [bookingCase()] });
    expect(report).toMatchObject({ ended: "refused", level: { outcome: "incomplete" } });
    expect(report.diagnoses[0]?.problem).toContain("a session and a path that do not exist");
  });

  it("https:// at a port without TLS", async () => {
    const node = await startSmallNode();
    close = node.close;
    const report = await runSuite(settingsFor(node.url.replace("http:", "https:")), { cases: [bookingCase()] });
    expect(report.diagnoses[0]?.problem).toContain("TLS failed");
    expect(report.diagnoses[0]?.mend).toContain("write http://");
  });

  it.each([
    ["CERT_HAS_EXPIRED", "renew"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "NODE_EXTRA_CA_CERTS"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "host name that the certificate names"],
  ])("a certificate with %s", (code, mend) => {
    expect(diagnoseSilence("https://node.example", `TLS failed (${code})`).mend).toContain(mend);
  });

  it("another place of the host, with the one where a node is", async () => {
    const report = await runOn({}, { path: "/wrong" });
    expect(report.ended).toBe("refused");
    expect(report.diagnoses[0]?.problem).toMatch(
      /no node at this address: .*\/wrong\/servicialo\/v1\/manifest answered 404/,
    );
    expect(report.diagnoses[0]?.mend).toMatch(/^there is one at http:\/\/127/);
  });

  it("a missing prefix", async () => {
    const report = await runOn({ prefix: "/mounted" });
    expect(report.diagnoses[0]?.mend).toContain("in front of /servicialo/v1");
    expect(report.requests.filter((one) => one.startsWith("POST"))).toEqual([]);
  });

  it("an organization that the node does not have, with the one that it names", async () => {
    const report = await runOn({ organization: "other-clinic" });
    expect(report.diagnoses).toEqual([
      expect.objectContaining({ problem: "the node has no organization clinic-under-test", fatal: true }),
    ]);
    expect(report.diagnoses[0]?.mend).toContain("other-clinic");
  });

  it("a refused credential of the organization", async () => {
    const report = await runOn({ refusedTokens: [PLANTED_SECRETS.organization] });
    expect(report.ended).toBe("refused");
    expect(report.diagnoses[0]?.problem).toContain("401: the node does not take the credential organization");
    expect(report.diagnoses[0]?.mend).toContain("SERVICIALO_TOKEN_ORGANIZATION");
    expect(JSON.stringify(report.diagnoses)).not.toContain(PLANTED_SECRETS.organization);
  });

  it("a refused credential of somebody else is a hint, and the run goes on", async () => {
    const report = await runOn({ refusedTokens: [PLANTED_SECRETS.provider] });
    expect(report.ended).toBe("whole");
    expect(report.diagnoses[0]).toMatchObject({ fatal: false, problem: expect.stringContaining("provider") });
  });

  it("nothing to book", async () => {
    const node = await startSmallNode();
    close = node.close;
    const wanting = caseOf("SVC-HTTP-002", async (context) => {
      await context.positive("books", async () => context.world.bookable());
    });
    const report = await runSuite(settingsFor(node.url), { cases: [wanting] });
    expect(report.diagnoses[0]?.problem).toContain("wait for something to book");
    expect(report.diagnoses[0]?.mend).toContain("publish an offer");
  });
});

describe("a read-only run", () => {
  it("sends nothing but GET, and leaves NOT_VERIFIED what needs more", async () => {
    const report = await runOn({}, { readOnly: true });
    expect(report.requests.every((one) => one.startsWith("GET "))).toBe(true);
    const booked = report.results.find((one) => one.requirement.id === "SVC-HTTP-002");
    expect(booked).toMatchObject({ verdict: "NOT_VERIFIED", reason: expect.stringContaining("read-only") });
  });

  it("neither moves the clock nor exhausts the rate limit", async () => {
    const node = await startSmallNode();
    close = node.close;
    const ran: string[] = [];
    const phases = (["clock", "burst"] as const).map((phase, index) =>
      caseOf(`SVC-HTTP-00${index + 1}`, async () => void ran.push(phase), { phase }),
    );
    const report = await runSuite(settingsFor(node.url, { readOnly: true }), { cases: phases });
    expect(ran).toEqual([]);
    expect(report.level.counts.FAIL).toBe(0);
  });
});

describe("a budget", () => {
  it("ends a run as INCOMPLETE, whatever it found until then", async () => {
    const node = await startSmallNode();
    close = node.close;
    const failing = caseOf("SVC-HTTP-001", async (context) => {
      await context.positive("fails", async (check) => void check.equal("x", { expected: 1, actual: 2 }));
    });
    const waiting = caseOf("SVC-HTTP-002", () => new Promise(() => {}), { phase: "settled" });
    const settings = settingsFor(node.url, { budgetSeconds: 1 });
    const report = await runSuite(settings, { cases: [failing, waiting] });
    expect(report).toMatchObject({
      ended: "budget",
      level: { outcome: "incomplete", counts: { FAIL: 1, INCOMPLETE: 1 } },
    });
    expect(report.durationMs).toBeLessThan(3_000);
  });
});

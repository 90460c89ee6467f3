import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequirementId } from "../artefacts.ts";
import { type Editable, replying } from "../mutants/faulty.ts";
import type { Fault } from "../mutants/mutant-call.ts";
import { startMutantNode } from "../mutants/mutant-node.ts";
import { startUnlimitedNode } from "../mutants/reference-node.ts";
import type { SpawnedNode } from "../mutants/spawned-node.ts";
import { Redactor } from "../redact.ts";
import { failuresOf } from "../report/reproduction.ts";
import type { RunReport } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";
import { resultOf, silentCase } from "../testing/silent-cases.ts";
import { FUZZED } from "./judge-answer.ts";

let node: SpawnedNode;

beforeAll(async () => {
  node = await startUnlimitedNode();
});
afterAll(() => node.stop());

async function fuzz(fault: Fault | undefined, seed = 1): Promise<RunReport> {
  const mutant = await startMutantNode(node.url, node.credentials, fault);
  try {
    const { organization, credentials } = node;
    const wish = { level: "full", seed, exactCodes: true, fuzzRequests: 500 } as const;
    const cases = Object.keys(FUZZED).map((id) => silentCase(id as RequirementId));
    return await runSuite({ ...DEFAULT_SETTINGS, url: mutant.url, organization, credentials, ...wish }, { cases });
  } finally {
    await mutant.close();
  }
}

describe("random input", { timeout: 120_000 }, () => {
  it.each([1, 2])("finds nothing wrong with the good node under seed %i", async (seed) => {
    const report = await fuzz(undefined, seed);
    const judged = report.results.filter(({ checks }) => checks.length > 0);
    expect(judged.map(({ requirement, verdict }) => [requirement.id, verdict])).toEqual(
      expect.arrayContaining(Object.keys(FUZZED).map((id) => [id, "PASS"])),
    );
  });

  it("asks the same again under the same seed", async () => {
    const asked = (report: RunReport) =>
      report.exchanges.filter(({ sender }) => sender === "fuzz").map(({ operation }) => operation);
    expect(asked(await fuzz(undefined, 3))).toEqual(asked(await fuzz(undefined, 3)));
  });

  it("catches a node that breaks on a null character, and shows one request", async () => {
    const report = await fuzz(async (call) => {
      const reply = await call.pass();
      return /\\u0000|%00/.test(`${call.request.body.toString()}${call.request.target}`)
        ? { ...reply, status: 500, body: "invalid byte sequence" }
        : reply;
    });
    const result = resultOf(report, "SVC-ERR-001");
    expect(result.verdict).toBe("FAIL");
    const [failure] = failuresOf(result, report, new Redactor(node.credentials));
    expect(failure?.script.match(/^curl /gm)).toHaveLength(1);
    expect(failure?.script).toMatch(/\\u0000|%00/);
  });

  const FAULTS: readonly [string, RequirementId, () => Fault][] = [
    [
      "answers a refusal without the envelope",
      "SVC-ERR-001",
      () =>
        replying(
          (call) => call.is("contract.get"),
          (reply) => (reply.status >= 400 ? { ...reply, body: { message: "no" } } : reply),
        ),
    ],
    [
      "shows its stack",
      "SVC-ERR-004",
      () =>
        replying("lifecycle.transition", (reply) => {
          const body = structuredClone(reply.body) as Editable;
          if (reply.status === 422)
            body.errors[0].detail = "Error: no\n    at move (/srv/node/src/lifecycle/move.ts:12:3)";
          return { ...reply, body };
        }),
    ],
    ["shows clients of another organization", "SVC-SEC-001", () => tellingTales()],
    [
      "shows the token that it was sent",
      "SVC-SEC-006",
      () =>
        replying("service.get", (reply, call) => ({
          ...reply,
          headers: { ...reply.headers, "x-debug": call.request.headers["authorization"] ?? "" },
        })),
    ],
  ];

  it.each(FAULTS)("catches a node that %s", async (_name, id, make) => {
    expect(resultOf(await fuzz(make()), id).verdict).toBe("FAIL");
  });
});

/** Names whoever is asked for, whoever asks. */
function tellingTales(): Fault {
  const names = new Map<string, string>();
  return async (call) => {
    const reply = await call.pass();
    const { data } = reply.body as Editable;
    if (call.is("clients.get_or_create") && reply.status === 201 && call.caller === "foreign_organization")
      names.set(data.id, String(call.attributes["name"]));
    const named = names.get(String(call.attributes["client_id"] ?? call.query.get("client_id")));
    if (named === undefined || reply.status < 400) return reply;
    const body = structuredClone(reply.body) as Editable;
    body.errors[0].detail = `${named} is a client of somebody else.`;
    return { ...reply, body };
  };
}

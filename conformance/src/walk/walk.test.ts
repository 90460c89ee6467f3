import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequirementId } from "../artefacts.ts";
import type { DiscoveredCase } from "../discover-cases.ts";
import type { Level } from "../levels.ts";
import { codeOf, type Editable, editing, editingSessions, replying } from "../mutants/faulty.ts";
import { ignoring } from "../mutants/faulty-mandates.ts";
import type { Fault } from "../mutants/mutant-call.ts";
import { startMutantNode } from "../mutants/mutant-node.ts";
import { startUnlimitedNode } from "../mutants/reference-node.ts";
import type { SpawnedNode } from "../mutants/spawned-node.ts";
import { Redactor } from "../redact.ts";
import { failuresOf } from "../report/reproduction.ts";
import type { RequirementResult, RunReport } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";
import { resultOf, silentCase } from "../testing/silent-cases.ts";
import { INVARIANTS } from "./invariants.ts";

let node: SpawnedNode;

beforeAll(async () => {
  node = await startUnlimitedNode();
});
afterAll(() => node.stop());

interface Walked {
  readonly report: RunReport;
  readonly result: RequirementResult;
}

async function walk(
  fault: Fault | undefined,
  wish: { id: RequirementId; level?: Level; steps?: number; seed?: number },
): Promise<Walked> {
  const mutant = await startMutantNode(node.url, node.credentials, fault);
  try {
    const report = await runSuite(
      {
        ...DEFAULT_SETTINGS,
        url: mutant.url,
        organization: node.organization,
        credentials: node.credentials,
        level: wish.level ?? "full",
        seed: wish.seed ?? 1,
        exactCodes: true,
        walkSteps: wish.steps ?? 150,
      },
      {
        cases: Object.values(INVARIANTS)
          .map(({ requirement }) => silentCase(requirement))
          .filter(first),
      },
    );
    return { report, result: resultOf(report, wish.id) };
  } finally {
    await mutant.close();
  }
}

function first(one: DiscoveredCase, index: number, all: readonly DiscoveredCase[]): boolean {
  return all.findIndex(({ requirement }) => requirement.id === one.requirement.id) === index;
}

/** Requests of the script that shows a failure again. */
function requestsOf({ report, result }: Walked): number {
  const redactor = new Redactor(node.credentials, report.url);
  const [failure] = failuresOf(result, report, redactor);
  return failure?.script.match(/^(?:ANSWER="\$\()?curl /gm)?.length ?? 0;
}

/** Books what is taken for the provider, as if it were free. */
function doubleBooking(): Fault {
  const booked: { attributes: Readonly<Record<string, unknown>>; body: Editable }[] = [];
  const made = new Map<string, Editable>();
  return async (call) => {
    const known = made.get(call.params["service_id"] ?? call.params["session_id"] ?? "");
    const reply = await call.pass();
    if (known !== undefined) return { ...reply, status: 200, body: known };
    if (!call.is("scheduling.book")) return reply;
    if (reply.status === 201) booked.push({ attributes: call.attributes, body: reply.body });
    const twin = booked.findLast(({ attributes }) => attributes["starts_at"] === call.attributes["starts_at"]);
    if (codeOf(reply) !== "CONFLICT" || twin === undefined) return reply;
    const body = structuredClone(twin.body);
    body.data.id = `${body.data.id}-${made.size + 1}`;
    body.data.attributes.id = body.data.id;
    body.data.attributes.client = { ...body.data.attributes.client, id: call.attributes["client_id"] };
    made.set(body.data.id, body);
    return { ...reply, status: 201, body };
  };
}

describe("the walk", { timeout: 240_000 }, () => {
  it.each([1, 2])("finds nothing wrong with the good node under seed %i", async (seed) => {
    const { report } = await walk(undefined, { id: "SVC-LIFE-003", steps: 150, seed });
    const failed = report.results.filter(({ verdict }) => verdict === "FAIL");
    expect(failed.map(({ requirement, checks }) => [requirement.id, checks])).toEqual([]);
    const walked = report.results
      .flatMap(({ checks }) => checks)
      .filter(({ name }) => name.startsWith("a random walk"));
    expect(walked.length).toBeGreaterThan(10);
  });

  const FAULTS: readonly [string, RequirementId, Level, () => Fault][] = [
    [
      "writes records anew",
      "SVC-TRAN-007",
      "full",
      () =>
        editingSessions(({ lifecycle }) => {
          const [record] = lifecycle.transitions;
          record.at = new Date(Date.parse(record.at) + lifecycle.transitions.length - 50).toISOString();
        }),
    ],
    [
      "counts a delivery too many in the ledger",
      "SVC-LEDG-001",
      "full",
      () =>
        editing("service_orders.get_ledger", ({ data }) => {
          data.attributes.services_verified += 1;
        }),
    ],
    ["honours a revoked mandate", "SVC-MAND-003", "agent", () => ignoring("MANDATE_EXPIRED")],
    [
      "breaks when a place is taken",
      "SVC-ERR-001",
      "full",
      () =>
        replying("scheduling.book", (reply) =>
          reply.status === 409 ? { ...reply, status: 500, body: "out of order" } : reply,
        ),
    ],
    ["lets a payment verify a session", "SVC-BILL-001", "core", () => payingVerifies()],
  ];

  it.each(FAULTS)("catches a node that %s", async (_name, id, level, make) => {
    const walked = await walk(make(), { id, level, steps: 300 });
    expect(walked.result.verdict).toBe("FAIL");
    expect(requestsOf(walked)).toBeLessThanOrEqual(20);
  });

  // Last, since the many attempts to shorten it leave the calendar crowded for whoever comes after.
  it("catches a node that books a provider twice, in six requests at most", async () => {
    const walked = await walk(doubleBooking(), { id: "SVC-SCHED-002" });
    expect(walked.result.verdict).toBe("FAIL");
    expect(requestsOf(walked)).toBeGreaterThan(1);
    expect(requestsOf(walked)).toBeLessThanOrEqual(6);
  });
});

/** After a payment it says that the session is verified, and shows a record of it. */
function payingVerifies(): Fault {
  const sold = new Map<string, unknown>();
  const paid = new Set<unknown>();
  return async (call) => {
    const reply = await call.pass();
    const body = structuredClone(reply.body) as Editable;
    if (call.is("payments.create_sale") && reply.status === 201) sold.set(body.data.id, call.attributes["session_id"]);
    if (call.is("payments.record_payment") && reply.status === 201) paid.add(sold.get(call.params["sale_id"] ?? ""));
    if (!call.is("service.get") || !paid.has(call.params["service_id"])) return reply;
    const { lifecycle } = body.data.attributes;
    if (lifecycle?.current_state !== "charged") return reply;
    lifecycle.transitions.push({ ...lifecycle.transitions.at(-1), from: "charged", to: "verified" });
    lifecycle.current_state = "verified";
    return { ...reply, body };
  };
}

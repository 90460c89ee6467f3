import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { findRequirement } from "./artefacts.ts";
import type { CaseDefinition } from "./define-case.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { requirementsOf } from "./levels.ts";
import type { RequirementResult } from "./run-report.ts";
import { runSuite } from "./run-suite.ts";
import { listen, stop } from "./testing/null-targets.ts";
import { settingsFor } from "./testing/settings-for.ts";

let server: Server | undefined;

afterEach(async () => {
  if (server !== undefined) await stop(server);
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  return listen(server);
}

/** Answers what is asked, and does not know what no node knows. */
const answerOk: RequestListener = ({ url = "" }, response) => {
  if (url.includes("no-such-path")) response.statusCode = 404;
  response.end("{}");
};

function caseOf(requirement: string, run: CaseDefinition["run"], more: Partial<CaseDefinition> = {}): DiscoveredCase {
  const found = findRequirement(requirement);
  if (found === undefined) throw new Error(`no ${requirement}`);
  const definition = { requirement, title: "a case of this test", run, ...more } as CaseDefinition;
  return { definition, requirement: found, file: `${found.area}/${requirement.toLowerCase()}.case.ts` };
}

async function verdictOf(one: DiscoveredCase): Promise<RequirementResult> {
  const url = await serve(answerOk);
  const report = await runSuite(settingsFor(url), { cases: [one] });
  return report.results.find((result) => result.requirement.id === one.requirement.id) as RequirementResult;
}

const passing = async (check: { equal: (what: string, values: { expected: unknown; actual: unknown }) => boolean }) => {
  check.equal("one", { expected: 1, actual: 1 });
};

describe("a case leads to a verdict", () => {
  it("PASS when a positive and a negative check pass", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-006", async (context) => {
        const control = await context.positive("control", passing);
        await context.negative("refusal", control, passing);
      }),
    );
    expect(result.verdict).toBe("PASS");
  });

  it("NOT_VERIFIED when the ledger asks for a refused request and only positive checks were made", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-006", async (context) => void (await context.positive("only", passing))),
    );
    expect(result.verdict).toBe("NOT_VERIFIED");
    expect(result.reason).toContain("no negative check passed");
  });

  it("PASS with positive checks alone when the ledger's negative is a faulty node", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-002", async (context) => void (await context.positive("only", passing))),
    );
    expect(result.verdict).toBe("PASS");
  });

  it("FAIL when any expectation of any check does not hold", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-002", async (context) => {
        await context.positive("good", passing);
        await context.positive("bad", async (check) => void check.equal("one", { expected: 1, actual: 2 }));
      }),
    );
    expect(result.verdict).toBe("FAIL");
  });

  it("NOT_VERIFIED for a negative whose control did not pass, so that refusing everything proves nothing", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-006", async (context) => {
        const control = await context.positive(
          "control",
          async (check) => void check.equal("one", { expected: 1, actual: 2 }),
        );
        await context.negative("refusal", control, passing);
      }),
    );
    expect(result.verdict).toBe("FAIL");
    expect(result.checks.map((check) => check.verdict)).toEqual(["FAIL", "NOT_VERIFIED"]);
  });

  it("NOT_APPLICABLE for a negative whose control does not concern the node", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-006", async (context) => {
        const control = await context.positive("control", async (check) => check.notApplicable("not declared"));
        await context.negative("refusal", control, passing);
      }),
    );
    expect(result.checks.map((check) => check.verdict)).toEqual(["NOT_APPLICABLE", "NOT_APPLICABLE"]);
    expect(result.verdict).toBe("NOT_APPLICABLE");
  });

  it("NOT_VERIFIED, not FAIL, when the node limits the rate for longer than the suite waits", async () => {
    const url = await serve((request, response) => {
      if (request.url?.endsWith("/organizations?vertical=health") === true) response.statusCode = 429;
      answerOk(request, response);
    });
    const limited = caseOf("SVC-HTTP-002", async (context) => {
      await context.positive("search", async (check) => {
        check.status(await context.node.call("registry.search", { query: { vertical: "health" } }), 200);
      });
    });
    const report = await runSuite(settingsFor(url), { cases: [limited] });
    expect(report.results.find((one) => one.requirement.id === "SVC-HTTP-002")?.verdict).toBe("NOT_VERIFIED");
  });

  it("HARNESS_ERROR for a check that expects nothing, and for an exception of the suite", async () => {
    const result = await verdictOf(
      caseOf("SVC-HTTP-002", async (context) => {
        await context.positive("empty", async () => {});
        throw new TypeError("a fault of the suite");
      }),
    );
    expect(result.checks.map((check) => check.verdict)).toEqual(["HARNESS_ERROR", "HARNESS_ERROR"]);
    expect(result.verdict).toBe("HARNESS_ERROR");
  });

  it("NOT_VERIFIED when something is missing, NOT_APPLICABLE when it does not concern the node", async () => {
    const missing = caseOf("SVC-HTTP-002", async (context) => context.notVerified("no clock"));
    expect((await verdictOf(missing)).verdict).toBe("NOT_VERIFIED");
    await stop(server as Server);
    const foreign = caseOf("SVC-HTTP-002", async (context) => context.notApplicable("not declared"));
    expect((await verdictOf(foreign)).verdict).toBe("NOT_APPLICABLE");
  });
});

describe("the grade counts the whole denominator", () => {
  it("is incomplete while a MUST has no case", async () => {
    const url = await serve(answerOk);
    const report = await runSuite(settingsFor(url), {
      cases: [caseOf("SVC-HTTP-002", async (context) => void (await context.positive("p", passing)))],
    });
    const musts = requirementsOf("core").filter((one) => one.keyword.startsWith("MUST"));
    expect(report.level).toMatchObject({ outcome: "incomplete", met: 1, total: musts.length });
    expect(report.level.counts.NOT_VERIFIED).toBe(musts.length - 1);
  });

  it("is reached only when every MUST passed or does not apply", async () => {
    const url = await serve(answerOk);
    const cases = requirementsOf("core").map((requirement) =>
      caseOf(requirement.id, async (context) => {
        const control = await context.positive("p", passing);
        await context.negative("n", control, passing);
      }),
    );
    expect((await runSuite(settingsFor(url), { cases })).level.outcome).toBe("reached");
  });

  it("is failed as soon as one MUST failed, and a SHOULD only warns", async () => {
    const url = await serve(answerOk);
    const failing = (id: string) =>
      caseOf(
        id,
        async (context) =>
          void (await context.positive("p", async (check) => void check.equal("x", { expected: 1, actual: 2 }))),
      );
    const should = await runSuite(settingsFor(url), { cases: [failing("SVC-ERR-003")] });
    expect(should.level).toMatchObject({ outcome: "incomplete", warnings: 1 });
    const must = await runSuite(settingsFor(url), { cases: [failing("SVC-HTTP-002")] });
    expect(must.level.outcome).toBe("failed");
  });
});

describe("the order of a run", () => {
  const ids = [
    "SVC-HTTP-001",
    "SVC-HTTP-002",
    "SVC-HTTP-003",
    "SVC-HTTP-004",
    "SVC-HTTP-005",
    "SVC-LIFE-001",
    "SVC-LIFE-002",
  ];

  async function orderWith(seed: number): Promise<string[]> {
    const url = await serve(answerOk);
    const order: string[] = [];
    const cases = ids.map((id) =>
      caseOf(id, async () => void order.push(id), id === "SVC-HTTP-003" ? { phase: "burst" } : {}),
    );
    await runSuite(settingsFor(url, { seed }), { cases });
    await stop(server as Server);
    return order;
  }

  it("is the same for one seed and another for another seed, with bursts last", async () => {
    const first = await orderWith(7);
    expect(await orderWith(7)).toEqual(first);
    expect(await orderWith(8)).not.toEqual(first);
    expect(first.at(-1)).toBe("SVC-HTTP-003");
    expect([...first].sort()).toEqual([...ids].sort());
  });
});

describe("a run that ends early", () => {
  it("makes what follows INCOMPLETE when the node stops answering", async () => {
    let answers = 0;
    const url = await serve((_request, response) => {
      answers += 1;
      if (answers > 1) response.destroy();
      else response.end("{}");
    });
    const ask = async (context: Parameters<CaseDefinition["run"]>[0]) => {
      await context.positive("asks", async (check) => {
        for (let times = 0; times < 4; times += 1) await context.node.raw({ method: "GET", target: "/manifest" });
        check.equal("x", { expected: 1, actual: 1 });
      });
    };
    const report = await runSuite(settingsFor(url), {
      cases: [caseOf("SVC-HTTP-001", ask), caseOf("SVC-HTTP-002", ask)],
    });
    expect(report.truncated).not.toBeNull();
    expect(report.unreachable).toBe(false);
    const verdicts = report.results.filter((one) => ["SVC-HTTP-001", "SVC-HTTP-002"].includes(one.requirement.id));
    expect(verdicts.map((one) => one.verdict)).toEqual(["INCOMPLETE", "INCOMPLETE"]);
  });

  it("stops at the first failed MUST with --bail", async () => {
    const url = await serve(answerOk);
    const failing = async (context: Parameters<CaseDefinition["run"]>[0]) =>
      void (await context.positive("p", async (check) => void check.equal("x", { expected: 1, actual: 2 })));
    const report = await runSuite(settingsFor(url, { bail: true }), {
      cases: [caseOf("SVC-HTTP-001", failing), caseOf("SVC-HTTP-002", failing)],
    });
    expect(report.level.counts).toMatchObject({ FAIL: 1, INCOMPLETE: 1 });
  });
});

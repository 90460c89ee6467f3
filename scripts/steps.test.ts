import { describe, expect, it } from "vitest";
import { failureReport, mustSucceed, runSteps, type Step, StepFailure, timeTable } from "./steps.ts";

function stepsThat(record: string[]): Step[] {
  return [
    { title: "first", run: async () => void record.push("first") },
    {
      title: "second",
      run: async () => {
        record.push("second");
        throw new StepFailure("exit code 1", "what it printed");
      },
    },
    { title: "third", run: async () => void record.push("third") },
  ];
}

describe("a list of steps", () => {
  it("runs every step although one failed, when it keeps going", async () => {
    const ran: string[] = [];
    const results = await runSteps(stepsThat(ran), { quiet: true, keepGoing: true });
    expect(ran).toEqual(["first", "second", "third"]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "passed"]);
  });

  it("stops at the first failure otherwise, and says what did not run", async () => {
    const ran: string[] = [];
    const results = await runSteps(stepsThat(ran), { quiet: true, keepGoing: false });
    expect(ran).toEqual(["first", "second"]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "not run"]);
    expect(timeTable(results)).toContain("not run");
  });

  it("reports what a failed step printed, with a stack trace only when asked for one", async () => {
    const results = await runSteps(stepsThat([]), { quiet: true, keepGoing: true });
    expect(failureReport(results, false)).toContain("what it printed");
    expect(failureReport(results, false)).not.toMatch(/^\s+at /m);
    expect(failureReport(results, true)).toMatch(/^\s+at /m);
  });
});

describe("a program that crashed", () => {
  const crash: Step = {
    title: "crash",
    run: async () => void (await mustSucceed("node", "-e", "throw new Error('no clinic')")),
  };

  it("is reported with its message, and with its stack trace only when asked for one", async () => {
    const results = await runSteps([crash], { quiet: true, keepGoing: false });
    expect(failureReport(results, false)).toContain("Error: no clinic");
    expect(failureReport(results, false)).not.toMatch(/^ +at /m);
    expect(failureReport(results, true)).toMatch(/^ +at \[eval\]/m);
  });
});

describe("a program of the workspace", () => {
  it("fails its step with everything it printed", async () => {
    const failing = mustSucceed("node", "-e", "console.log('out'); console.error('err'); process.exit(3)");
    await expect(failing).rejects.toMatchObject({
      message: "exit code 3",
      output: expect.stringMatching(/^(?:out\nerr|err\nout)$/),
    });
  });

  it("gives what it printed to stdout when it succeeds", async () => {
    expect(await mustSucceed("node", "-e", "console.log('out'); console.error('err')")).toBe("out");
  });

  it("does not see the node's settings of the shell around it", async () => {
    process.env["SERVICIALO_PORT"] = "1";
    try {
      expect(await mustSucceed("node", "-p", "process.env.SERVICIALO_PORT ?? 'unset'")).toBe("unset");
    } finally {
      delete process.env["SERVICIALO_PORT"];
    }
  });
});

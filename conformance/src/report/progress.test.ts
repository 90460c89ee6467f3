import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { Redactor } from "../redact.ts";
import { judge } from "../run-report.ts";
import { settingsFor } from "../testing/settings-for.ts";
import { caseOf } from "../testing/small-node.ts";
import type { Verdict } from "../verdict.ts";
import { Progress } from "./progress.ts";

function shown(isTTY: boolean, quiet = false): { progress: Progress; text: () => string; tick: (ms: number) => void } {
  const written: string[] = [];
  let now = 0;
  const progress = new Progress({
    stream: { write: (text) => written.push(text), isTTY, columns: 60 },
    redactor: new Redactor({}),
    colors: pc.createColors(false),
    quiet,
    now: () => now,
  });
  return {
    progress,
    text: () => written.join(""),
    tick: (ms) => {
      now += ms;
    },
  };
}

const found = caseOf("SVC-HTTP-002", async () => {}, { phase: "burst" });
const resultOf = (verdict: Verdict) => ({ ...judge({ found, checks: [], durationMs: 1 }), verdict, reason: "why" });

describe("progress", () => {
  it("announces what disturbs others before the cases begin", () => {
    const { progress, text } = shown(false);
    progress.announce(settingsFor("http://node"));
    progress.start([found]);
    expect(text()).toContain("books, moves and cancels sessions of its own");
    expect(text()).toContain("1 exhaust the public rate limit");
    progress.announce(settingsFor("http://node", { readOnly: true }));
    expect(text()).toContain("it sends nothing but GET");
  });

  it("is a line for each requirement where there is no terminal, with the time left once it can be told", () => {
    const { progress, text, tick } = shown(false);
    progress.start(Array.from({ length: 20 }, () => found));
    for (let done = 1; done <= 10; done += 1) {
      tick(1_000);
      progress.result(resultOf("PASS"), { done, of: 20 });
    }
    const lines = text().split("\n").slice(1);
    expect(lines[0]).not.toContain("left");
    expect(lines[9]).toMatch(/^10\/20 about 10 s left PASS SVC-HTTP-002/);
  });

  it("is one line at the bottom of a terminal, below what did not pass", () => {
    const { progress, text } = shown(true);
    progress.start([found]);
    progress.result(resultOf("PASS"), { done: 1, of: 2 });
    progress.result(resultOf("FAIL"), { done: 2, of: 2 });
    progress.end();
    const lines = text().split("\r\u001b[2K");
    expect(lines).toContain("1/2  1 PASS");
    expect(text()).toContain("2/2 FAIL SVC-HTTP-002");
    expect(lines).toContain("2/2  1 PASS, 1 FAIL");
    expect(lines.at(-1)).toBe("");
  });

  it("says nothing when it is to be quiet", () => {
    const { progress, text } = shown(true, true);
    progress.announce(settingsFor("http://node"));
    progress.result(resultOf("FAIL"), { done: 1, of: 1 });
    progress.end();
    expect(text()).toBe("");
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { runSuite } from "./run-suite.ts";
import { CREDENTIAL_KINDS, type Credentials } from "./settings.ts";
import { type NullTarget, type RunningTarget, startNullTarget } from "./testing/null-targets.ts";
import { settingsFor } from "./testing/settings-for.ts";

let target: RunningTarget | undefined;

afterEach(async () => {
  await target?.close();
  target = undefined;
});

/** Everybody's credential, so that no case gives up for want of one. */
const EVERYBODY: Credentials = Object.fromEntries(
  CREDENTIAL_KINDS.map((kind) => [kind, { token: `token-of-${kind}`, id: `id-of-${kind}`, organization: "elsewhere" }]),
);

describe("the level AGENT", () => {
  const answering: readonly NullTarget[] = [
    "empty object",
    "empty collection",
    "always 404",
    "always 422",
    "always 500",
  ];

  it.each(answering)("is nothing that a server reaches whose every answer is: %s", async (kind) => {
    target = await startNullTarget(kind);
    const areas = ["mand", "aud", "auto", "conf", "sec", "tran"];
    const report = await runSuite(settingsFor(target.url, { level: "agent", areas, credentials: EVERYBODY }));
    const agent = report.results.filter(({ requirement }) => requirement.level === "AGENT");
    expect(agent.length).toBeGreaterThan(45);
    const wrong = agent.filter(({ mandatory, verdict }) => mandatory && ["PASS", "HARNESS_ERROR"].includes(verdict));
    expect(wrong.map(({ requirement, verdict, reason }) => `${requirement.id} ${verdict} ${reason}`)).toEqual([]);
    expect(report.level.outcome).not.toBe("reached");
  });
});

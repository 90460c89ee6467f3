import { afterEach, describe, expect, it } from "vitest";
import type { Level } from "./levels.ts";
import { startReferenceNode, startReferenceNodeOnPostgres } from "./mutants/reference-node.ts";
import type { SpawnedNode } from "./mutants/spawned-node.ts";
import { runSuite } from "./run-suite.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import { startMinimalNode, startPlainNode } from "./testing/example-nodes.ts";

/** Seeds that each good node is judged under; `SERVICIALO_GOOD_RUNS=20` is the long look. */
const SEEDS = Array.from({ length: Number(process.env["SERVICIALO_GOOD_RUNS"] ?? 2) }, (_, index) => index + 1);

/** So that the cases about rates do not have to wait for long. */
const ENVIRONMENT = { SERVICIALO_PUBLIC_RATE_WINDOW_SECONDS: "2", SERVICIALO_PUBLIC_RATE_LIMIT: "60" };

const GOOD: readonly { readonly name: string; readonly level: Level; readonly start: () => Promise<SpawnedNode> }[] = [
  { name: "the reference node", level: "core", start: () => startReferenceNode(ENVIRONMENT) },
  { name: "the reference node on PostgreSQL", level: "core", start: () => startReferenceNodeOnPostgres(ENVIRONMENT) },
  { name: "the minimal node", level: "core", start: startMinimalNode },
  { name: "the plain node", level: "core", start: startPlainNode },
];

let node: SpawnedNode | undefined;
afterEach(async () => {
  await node?.stop();
  node = undefined;
});

describe.each(GOOD)("$name", ({ level, start }) => {
  it.each(SEEDS)(
    "fails nothing, and leaves nothing unverified, in the order of seed %i",
    { timeout: 300_000 },
    async (seed) => {
      node = await start();
      const { url, organization, credentials } = node;
      const asked = { level, seed, exactCodes: true, walkSteps: 100, fuzzRequests: 60 };
      const settings = { ...DEFAULT_SETTINGS, url, organization, credentials, ...asked };
      const { results, level: grade } = await runSuite(settings);
      const short = results
        .filter(({ verdict }) => verdict !== "PASS" && verdict !== "NOT_APPLICABLE")
        .map(({ requirement, verdict, reason }) => `${requirement.id} ${verdict} ${reason ?? ""}`);
      expect(short).toEqual([]);
      expect(grade.outcome).toBe("reached");
    },
  );
});

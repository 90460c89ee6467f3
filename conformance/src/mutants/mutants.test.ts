import { afterAll, describe, expect, it } from "vitest";
import { discoverMutants } from "./discover-mutants.ts";
import { hunt, requireControl } from "./hunt.ts";
import { HuntingGround } from "./hunting-ground.ts";

/** Only the first faulty node of each requirement, for a quick look. */
const QUICK = process.env["SERVICIALO_MUTANTS"] === "quick";

const sets = await discoverMutants();

const ground = new HuntingGround();

afterAll(() => ground.stop(), 60_000);

describe.each(sets)("the case of $requirement", (set) => {
  it("lets the good node pass", { timeout: 120_000 }, async () => {
    await requireControl(await ground.nodeFor(set.requirement), set);
  });

  it.each(QUICK ? set.mutants.slice(0, 1) : set.mutants)(
    "catches a node that $fault",
    { timeout: 120_000 },
    async (mutant) => {
      const { active, verdict, why } = await hunt(await ground.nodeFor(set.requirement), set, mutant);
      expect(active, "the fault never showed").toBe(true);
      expect(verdict, why).toBe("FAIL");
    },
  );
});

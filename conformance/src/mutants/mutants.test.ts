import { afterAll, describe, expect, it } from "vitest";
import { discoverMutants } from "./discover-mutants.ts";
import { hunt, requireControl } from "./hunt.ts";
import { HuntingGround } from "./hunting-ground.ts";

/** `SERVICIALO_MUTANTS=all` hunts every faulty node; otherwise one of each area stands for all of it, for a quick look. */
const ALL = process.env["SERVICIALO_MUTANTS"] === "all";

const every = await discoverMutants();
const ofEachArea = Map.groupBy(every, ({ requirement }) => requirement.split("-")[1]);
const quick = [...ofEachArea.values()].flatMap(([first]) => first ?? []);
const sets = ALL ? every : quick;

const ground = new HuntingGround();

afterAll(() => ground.stop(), 60_000);

describe.each(sets)("the case of $requirement", (set) => {
  it("lets the good node pass", { timeout: 120_000 }, async () => {
    await requireControl(await ground.nodeFor(set.requirement), set);
  });

  it.each(ALL ? set.mutants : set.mutants.slice(0, 1))(
    "catches a node that $fault",
    { timeout: 120_000 },
    async (mutant) => {
      const { active, verdict, why } = await hunt(await ground.nodeFor(set.requirement), set, mutant);
      expect(active, "the fault never showed").toBe(true);
      expect(verdict, why).toBe("FAIL");
    },
  );
});

import { bookRequested, expectActs, expectAsked } from "../../agent-steps.ts";
import { chainFaults, readTrail } from "../../audit-trail.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const AT_ONCE = 5;

export default defineCase({
  requirement: "SVC-AUD-008",
  title: "hashed entries form one unbroken chain per mandate",
  async run(context) {
    const control = await context.positive("recomputed by RFC 8785 and SHA-256", async (check) => {
      const mandate = await context.agents.issue();
      const session = await bookRequested(context);
      await expectActs(context, check, { mandate, session });
      expectAsked(check, await context.agents.move(mandate, session, { to_state: "cancelled", reason: "señal €" }));
      await Promise.all(Array.from({ length: AT_ONCE }, () => context.agents.read(mandate, session)));
      await context.agents.mustChange(mandate, "mandates.revoke");
      await context.agents.read(mandate, session);
      const { entries, meta } = await readTrail(context.node, { of: { mandateId: mandate.id }, as: mandate.principal });
      if (entries.every(({ attributes }) => attributes.hash === undefined))
        check.notApplicable("the node does not chain its entries");
      check.equal("entries", { expected: 4 + AT_ONCE + 2, actual: entries.length });
      check.equal("faults of the chain", { expected: [], actual: chainFaults(entries) });
      const last = entries.at(-1)?.attributes;
      check.equal("meta.head", {
        expected: { seq: last?.seq, hash: last?.hash },
        actual: (meta as { head?: unknown }).head,
      });
      return entries;
    });
    await context.negative("one word altered, one entry left out, two exchanged", control, async (check) => {
      const entries = need(control.value);
      const altered = entries.map((entry, index) =>
        index === 1 ? { ...entry, attributes: { ...entry.attributes, action_result: "failure" } } : entry,
      );
      const shortened = entries.filter((_, index) => index !== 1);
      const exchanged = [entries[1], entries[0], ...entries.slice(2)].map((entry) => need(entry));
      for (const [name, chain] of Object.entries({ altered, shortened, exchanged })) {
        const faults = chainFaults(chain);
        check.holds(`the ${name} chain is seen through`, faults.length > 0, { expected: "faults", actual: faults });
      }
    });
  },
});

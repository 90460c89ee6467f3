import { bookRequested, expectActs } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-AUD-003",
  title: "entries are neither changed nor deleted",
  async run(context) {
    const control = await context.positive(
      "read again, after more has happened, entries are as they were",
      async (check) => {
        const mandate = await context.agents.issue();
        await expectActs(context, check, { mandate, session: await bookRequested(context) });
        const before = await context.agents.trail(mandate);
        check.holds("entries", before.length >= 3, { expected: "issuance, read and move", actual: before.length });
        await expectActs(context, check, { mandate, session: await bookRequested(context) });
        const after = await context.agents.trail(mandate);
        check.equal("the earlier entries", {
          expected: before.map(({ attributes }) => attributes),
          actual: after.slice(0, before.length).map(({ attributes }) => attributes),
        });
        return { mandate, entries: after };
      },
    );
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      await context.negative(method, control, async (check) => {
        const { mandate, entries } = need(control.value);
        const id = encodeURIComponent(need(entries[0]).id);
        const whole = encodeURIComponent(mandate.id);
        const targets = [`/mandates/${whole}/audit`, `/mandates/${whole}/audit/${id}`, "/audit", `/audit/${id}`];
        const change = { data: { type: "audit_entries", attributes: { action_result: "success" } } };
        for (const target of targets) {
          for (const as of [mandate.principal, mandate.agent]) {
            const answer = await context.node.raw({ method, target, as, rawBody: JSON.stringify(change) });
            check.refused(answer, "METHOD_NOT_ALLOWED", "NOT_FOUND");
          }
        }
        check.equal("the trail", {
          expected: entries.map(({ attributes }) => attributes),
          actual: (await context.agents.trail(mandate)).map(({ attributes }) => attributes),
        });
      });
    }
  },
});

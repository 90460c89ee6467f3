import { bookRequested, expectActs, expectRefusedBy, expectStopped } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const CALLS_AT_ONCE = 5;

export default defineCase({
  requirement: "SVC-MAND-003",
  title: "check 2: a revoked mandate is refused from the very next call on",
  async run(context) {
    const refusal = { code: "MANDATE_EXPIRED", by: 2 };
    const control = await context.positive("the agent acts before the revocation", async (check) => {
      const mandate = await context.agents.issue();
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      return mandate;
    });
    await context.negative("the next call after the revocation", control, async (check) => {
      const mandate = need(control.value);
      const session = await bookRequested(context);
      check.resource(await context.agents.read(mandate, session), 200, "services");
      const revoked = await context.agents.change(mandate, "mandates.revoke");
      const next = await context.agents.read(mandate, session);
      if (check.resource(revoked, 200, "mandates")) {
        const { status, revoked_at: at } = revoked.at("data.attributes") as Record<string, unknown>;
        check.equal("status", { expected: "revoked", actual: status, answer: revoked });
        check.holds("revoked_at", !Number.isNaN(Date.parse(String(at))), {
          expected: "a datetime",
          actual: at,
          answer: revoked,
        });
      }
      expectRefusedBy(context, check, next, refusal);
      await expectStopped(context, check, { mandate, session, refusal });
    });
    await context.negative("calls that come in together after it", control, async (check) => {
      const mandate = await context.agents.issue();
      const session = await bookRequested(context);
      await context.agents.mustChange(mandate, "mandates.revoke");
      const calls = Array.from({ length: CALLS_AT_ONCE }, () => context.agents.read(mandate, session));
      for (const answer of await Promise.all(calls)) expectRefusedBy(context, check, answer, refusal);
    });
    await context.negative("a call while the mandate is being revoked", control, async (check) => {
      const mandate = await context.agents.issue();
      const session = await bookRequested(context);
      const [answer, revoked] = await Promise.all([
        context.agents.read(mandate, session),
        context.agents.change(mandate, "mandates.revoke"),
      ]);
      check.resource(revoked, 200, "mandates");
      // Whichever came first; the one after it is certain.
      if (answer.status !== 200) expectRefusedBy(context, check, answer, refusal);
      expectRefusedBy(context, check, await context.agents.read(mandate, session), refusal);
    });
  },
});

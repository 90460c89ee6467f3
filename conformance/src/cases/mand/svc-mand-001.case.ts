import { randomUUID } from "node:crypto";
import { bookRequested, expectActs, expectRefusedBy, expectStopped } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-001",
  title: "check 1: without a known mandate an agent does nothing",
  async run(context) {
    const control = await context.positive("the agent acts under a known mandate", async (check) => {
      const mandate = await context.agents.issue();
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      return mandate;
    });
    const refusal = { code: "MANDATE_REQUIRED", by: [0, 1] };
    const claims = [
      ["it names no mandate", () => ({ mandate_id: undefined })],
      ["it names a mandate that nobody has given", () => ({ mandate_id: randomUUID() })],
    ] as const;
    for (const [name, claim] of claims) {
      await context.negative(name, control, async (check) => {
        const session = await bookRequested(context);
        const call = { actor: claim() };
        await expectStopped(context, check, { mandate: need(control.value), session, refusal, call });
        const again = await context.agents.read(need(control.value), session);
        check.resource(again, 200, "services");
      });
    }
    await context.negative("it says nothing of an actor at all", control, async (check) => {
      const session = await bookRequested(context);
      const answer = await context.node.call("service.get", {
        path: { service_id: session.id },
        as: need(control.value).agent,
      });
      expectRefusedBy(context, check, answer, refusal);
    });
  },
});

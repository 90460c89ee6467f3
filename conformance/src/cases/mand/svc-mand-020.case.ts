import { bookRequested, expectActs, expectRefusedBy } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-MAND-020",
  title: "an agent that loses its mandate midway stops, and what it has done stays",
  async run(context) {
    const control = await context.positive("the agent books and goes on", async (check) => {
      const mandate = await issue(context);
      const sessionId = await book(context, check, mandate);
      await expectActs(context, check, { mandate, session: { ...(await bookRequested(context)), id: sessionId } });
    });
    for (const [what, code] of [
      ["mandates.revoke", "MANDATE_EXPIRED"],
      ["mandates.suspend", "MANDATE_SUSPENDED"],
    ] as const) {
      await context.negative(`${what} between booking and the next step`, control, async (check) => {
        const mandate = await issue(context);
        const id = await book(context, check, mandate);
        const { session: before } = await context.journeys.read(id);
        await context.agents.mustChange(mandate, what);
        const next = await context.agents.move(mandate, { id }, { to_state: "scheduled" });
        expectRefusedBy(context, check, next, { code, by: 2 });
        await expectUnmoved(context, check, before);
        check.equal("the state that was reached", { expected: "requested", actual: before.state });
        const last = (await context.agents.trail(mandate)).at(-1);
        check.equal("the last entry of the trail", {
          expected: { action: "lifecycle.transition", result: "halted", failureReason: code, resourceId: id },
          actual: {
            action: last?.action,
            result: last?.result,
            failureReason: last?.failureReason,
            resourceId: last?.resourceId,
          },
        });
      });
    }
  },
});

function issue(context: CaseContext): Promise<HeldMandate> {
  return context.agents.issue({ scopes: ["schedule:write", "service:read", "service:write"] });
}

async function book(context: CaseContext, check: Check, mandate: HeldMandate): Promise<string> {
  const { attributes } = await context.journeys.bookingAttributes();
  const { actor: _, ...lawful } = attributes;
  const answer = await context.agents.call(mandate, "scheduling.book", { attributes: lawful });
  check.resource(answer, 201, "sessions");
  context.journeys.adopt(answer);
  return need(pickText(answer.body, "data.id"), "the booked session");
}

import { bookRequested, expectActs } from "../../agent-steps.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { CredentialKind } from "../../settings.ts";

const STRANGERS: readonly CredentialKind[] = ["organization", "provider", "client", "second_agent"];

export default defineCase({
  requirement: "SVC-SEC-005",
  title: "an agent comes with a credential of its own",
  async run(context) {
    const control = await context.positive("the agent with its own credential", async (check) => {
      const mandate = await context.agents.issue();
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      return mandate;
    });
    for (const as of STRANGERS) {
      await context.negative(`the credential of the ${as} claims to be that agent`, control, async (check) => {
        const mandate = need(control.value);
        context.node.credential(as);
        const session = await bookRequested(context);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await context.agents.move(mandate, session, { to_state: "scheduled" }, { as }), "FORBIDDEN");
        check.refused(await context.agents.read(mandate, session, { as }), "FORBIDDEN");
        await expectUnmoved(context, check, before);
      });
    }
    await context.negative(
      "the agent's credential claims another agent, and no agent at all",
      control,
      async (check) => {
        const mandate = need(control.value);
        const session = await bookRequested(context);
        const { session: before } = await context.journeys.read(session.id);
        const claims = [
          { id: `agent-${context.world.uniqueWord()}` },
          { type: "organization", id: await context.world.organizationId(), mandate_id: undefined },
          { type: "provider", id: session.offer.providerId, mandate_id: undefined },
        ];
        for (const actor of claims) {
          const moved = await context.agents.move(mandate, session, { to_state: "scheduled" }, { actor });
          check.refused(moved, "FORBIDDEN", "AGENT_MISMATCH");
        }
        await expectUnmoved(context, check, before);
      },
    );
  },
});

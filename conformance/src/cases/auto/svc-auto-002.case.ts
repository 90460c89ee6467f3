import { expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { Answer } from "../../answer.ts";
import { serviceMoves } from "../../artefacts.ts";
import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const SCOPES = ["service:read", "service:write", "schedule:write"];

/** States that a cancellation leaves, and where the machine makes an agent ask. */
const CANCELLABLE = serviceMoves()
  .filter(
    ({ from, to, agent, operations }) =>
      from !== null && to === "cancelled" && agent === "asks" && operations.includes("scheduling.cancel"),
  )
  .map(({ from }) => from as string);

export default defineCase({
  requirement: "SVC-AUTO-002",
  title: "an agent cancels when a human has agreed",
  async run(context) {
    const byMove = (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) =>
      context.agents.move(
        mandate,
        session,
        { to_state: "cancelled", reason: "certification run" },
        confirmation === undefined ? {} : { confirmation },
      );
    const byOperation = (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) =>
      context.agents.call(mandate, "scheduling.cancel", {
        path: { session_id: session.id },
        attributes: { reason: "certification run" },
        ...(confirmation === undefined ? {} : { confirmation }),
      });
    for (const from of CANCELLABLE) {
      await judge(`from ${from}, by a transition`, () => context.journeys.reach(from), byMove);
    }
    if (await context.world.declares("scheduling.cancel"))
      await judge("from confirmed, by scheduling.cancel", () => context.journeys.reach("confirmed"), byOperation);
    const clients = await context.positive("a client's agent, after the client has agreed", async (check) => {
      const mandate = await context.agents.issue({ principal: "client", scopes: SCOPES });
      const session = await context.journeys.walkTo("confirmed", { clientId: context.node.partyId("client") });
      const answer = await expectAfterApproval(context, check, byMove(mandate, session), "client");
      if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
      return mandate;
    });
    await context.negative("a client's agent, before the client has agreed", clients, async (check) => {
      const mandate = await context.agents.issue({ principal: "client", scopes: SCOPES });
      const session = await context.journeys.walkTo("confirmed", { clientId: context.node.partyId("client") });
      const { session: before } = await context.journeys.read(session.id);
      expectAsked(check, await byMove(mandate, session)());
      await expectUnmoved(context, check, before);
    });

    async function judge(
      name: string,
      reach: () => Promise<{ id: string }>,
      callOf: (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) => Promise<Answer>,
    ): Promise<void> {
      const control = await context.positive(`${name}, after approval`, async (check) => {
        const session = await reach();
        const mandate = await context.agents.issue({ scopes: SCOPES });
        const answer = await expectAfterApproval(context, check, callOf(mandate, session), "organization");
        if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
      });
      await context.negative(`${name}, before`, control, async (check) => {
        const session = await reach();
        const { session: before } = await context.journeys.read(session.id);
        const mandate = await context.agents.issue({
          scopes: SCOPES,
          // Advance approval of an amount is none of the cancellation.
          constraints: { require_confirmation_above: { amount: 1_000_000_000, currency: await currency() } },
        });
        expectAsked(check, await callOf(mandate, session)());
        await expectUnmoved(context, check, before);
      });
    }

    async function currency(): Promise<string> {
      return (await context.world.bookable()).offer.price.currency;
    }
  },
});

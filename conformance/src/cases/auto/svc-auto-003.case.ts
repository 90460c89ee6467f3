import { decide, expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { serviceMoves } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";

const SCOPES = ["service:read", "service:write"];
const RESOLUTION = { resolution: { method: "manual", note: "certification run" }, reason: "certification run" };

const DISPUTABLE = serviceMoves()
  .filter(({ from, to }) => from !== null && to === "disputed")
  .map(({ from }) => from as string);
const OUTCOMES = serviceMoves()
  .filter(({ from }) => from === "disputed")
  .map(({ to }) => to);

export default defineCase({
  requirement: "SVC-AUTO-003",
  title: "an agent disputes for the client who approved, and resolves for an administrator who did",
  async run(context) {
    const open = (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) =>
      context.agents.move(
        mandate,
        session,
        { to_state: "disputed", reason: "certification run" },
        confirmation === undefined ? {} : { confirmation },
      );
    for (const from of DISPUTABLE) {
      const opened = await context.positive(
        `from ${from}, the client's agent after the client has approved`,
        async (check) => {
          const session = await delivered(context, from);
          const mandate = await context.agents.issue({ principal: "client", scopes: SCOPES });
          const answer = await expectAfterApproval(context, check, open(mandate, session), "client");
          if (check.resource(answer, 200, "sessions")) check.state(answer, "disputed");
        },
      );
      await context.negative(`from ${from}, the client's agent without approval`, opened, async (check) => {
        const session = await delivered(context, from);
        const { session: before } = await context.journeys.read(session.id);
        const mandate = await context.agents.issue({ principal: "client", scopes: SCOPES });
        const asked = expectAsked(check, await open(mandate, session)());
        // Not the house's to say.
        check.refused(await decide(context, asked, "organization"), "NOT_FOUND", "FORBIDDEN");
        await expectUnmoved(context, check, before);
      });
      for (const principal of ["organization", "provider"] as const) {
        await context.negative(`from ${from}, an agent of the ${principal}`, opened, async (check) => {
          const session = await delivered(context, from);
          const { session: before } = await context.journeys.read(session.id);
          const mandate = await context.agents.issue({ principal, scopes: SCOPES });
          check.refused(await open(mandate, session)(), "FORBIDDEN");
          await expectUnmoved(context, check, before);
        });
      }
    }
    for (const to of OUTCOMES) {
      const resolve = (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) =>
        context.agents.move(
          mandate,
          session,
          { to_state: to, ...RESOLUTION },
          confirmation === undefined ? {} : { confirmation },
        );
      const resolved = await context.positive(
        `the outcome ${to}, after an administrator has approved`,
        async (check) => {
          const session = await disputed(context);
          const mandate = await context.agents.issue({ scopes: SCOPES });
          const answer = await expectAfterApproval(context, check, resolve(mandate, session), "organization");
          if (check.resource(answer, 200, "sessions")) check.state(answer, to);
        },
      );
      await context.negative(`the outcome ${to}, before`, resolved, async (check) => {
        const session = await disputed(context);
        const { session: before } = await context.journeys.read(session.id);
        const mandate = await context.agents.issue({ scopes: SCOPES });
        expectAsked(check, await resolve(mandate, session)());
        await expectUnmoved(context, check, before);
        await expectMove(context, check, { session, to, as: "organization", attributes: RESOLUTION });
      });
      await context.negative(`the outcome ${to}, by the client's agent`, resolved, async (check) => {
        const session = await disputed(context);
        const { session: before } = await context.journeys.read(session.id);
        const mandate = await context.agents.issue({ principal: "client", scopes: SCOPES });
        check.refused(await resolve(mandate, session)(), "FORBIDDEN");
        await expectUnmoved(context, check, before);
      });
    }
  },
});

async function delivered(context: CaseContext, state: string): Promise<OwnedSession> {
  await context.world.needsFlow("dispute");
  return context.journeys.walkTo(state, { clientId: context.node.partyId("client") });
}

async function disputed(context: CaseContext): Promise<OwnedSession> {
  await context.world.needsFlow("dispute");
  return context.journeys.reach("disputed");
}

import { bookRequested, decide, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate, PrincipalKind } from "../../agents.ts";
import { serviceMoves, serviceStates } from "../../artefacts.ts";
import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { requiredInput } from "../../journey-steps.ts";
import { McpChannel, mcpAddress } from "../../mcp-channel.ts";

const SCOPES = ["service:read", "service:write", "evidence:write"];

/** States that no agent leads to, whoever agrees (lifecycle 2), as far as people ask for them by name. */
const FORBIDDEN_TARGETS = [
  ...new Set(
    serviceMoves()
      .filter(({ agent, operations }) => agent === "forbidden" && operations.includes("lifecycle.transition"))
      .map(({ to }) => to),
  ),
];

export default defineCase({
  requirement: "SVC-AUTO-001",
  title: "no agent marks a session delivered",
  async run(context) {
    const control = await context.positive("the provider does", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      await expectMove(context, check, { session, to: "delivered", as: "provider" });
    });
    for (const principal of ["organization", "provider"] as const) {
      for (const to of FORBIDDEN_TARGETS) {
        await context.negative(`an agent of the ${principal} asks for ${to}`, control, async (check) => {
          const mandate = await issue(principal);
          const session = await context.journeys.walkTo("in_progress");
          const { session: before } = await context.journeys.read(session.id);
          const answer = await context.agents.move(mandate, session, { to_state: to, ...requiredInput(to) });
          check.refused(answer, "FORBIDDEN");
          await expectUnmoved(context, check, before);
        });
      }
      await context.negative(`an agent of the ${principal} checks out`, control, async (check) => {
        await context.world.needs("delivery.checkout");
        const mandate = await issue(principal);
        const session = await context.journeys.walkTo("in_progress");
        const { session: before } = await context.journeys.read(session.id);
        const path = { session_id: session.id };
        check.refused(await context.agents.call(mandate, "delivery.checkout", { path, attributes: {} }), "FORBIDDEN");
        await expectUnmoved(context, check, before);
      });
    }
    await context.negative("an agent asks over MCP", control, async (check) => {
      const channel = await McpChannel.open(context, await mcpAddress(context), "agent");
      try {
        const mandate = await issue("organization");
        const session = await context.journeys.walkTo("in_progress");
        const { session: before } = await context.journeys.read(session.id);
        const input = { session_id: session.id, actor: context.agents.actorOf(mandate) };
        for (const to of FORBIDDEN_TARGETS) {
          const move = { ...input, to_state: to, ...requiredInput(to) };
          check.refused(await channel.call("lifecycle.transition", move), "FORBIDDEN");
        }
        if (await context.world.declares("delivery.checkout"))
          check.refused(await channel.call("delivery.checkout", input), "FORBIDDEN");
        await expectUnmoved(context, check, before);
      } finally {
        await channel.close();
      }
    });
    await context.negative("with the approval of a human for something else", control, async (check) => {
      const mandate = await issue("organization");
      const session = await context.journeys.walkTo("in_progress");
      const other = await bookRequested(context);
      const asked = expectAsked(
        check,
        await context.agents.move(mandate, other, { to_state: "cancelled", reason: "certification run" }),
      );
      check.status(await decide(context, asked, "organization"), 200);
      const { session: before } = await context.journeys.read(session.id);
      const confirmation = asked.id;
      const answer = await context.agents.move(mandate, session, { to_state: "delivered" }, { confirmation });
      check.refused(answer, "FORBIDDEN");
      await expectUnmoved(context, check, before);
    });
    for (const { name } of serviceStates()) {
      if (name === "in_progress") continue;
      await context.negative(
        `in the state ${name}: who may not learns nothing of the state`,
        control,
        async (check) => {
          const session = await context.journeys.reach(name);
          const { session: before } = await context.journeys.read(session.id);
          const mandate = await issue("organization");
          check.refused(await context.agents.move(mandate, session, { to_state: "delivered" }), "FORBIDDEN");
          await expectUnmoved(context, check, before);
        },
      );
    }

    function issue(principal: PrincipalKind): Promise<HeldMandate> {
      return context.agents.issue({ principal, scopes: SCOPES });
    }
  },
});

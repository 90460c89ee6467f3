import { randomUUID } from "node:crypto";
import { bookRequested, type CheckRefusal, expectRefusedBy } from "../../agent-steps.ts";
import type { AgentCallOptions, HeldMandate, MandateWish } from "../../agents.ts";
import type { Answer } from "../../answer.ts";
import type { OperationId } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { McpChannel, mcpAddress } from "../../mcp-channel.ts";

/** What stands against a call; over every channel it is refused alike. */
interface Row {
  readonly name: string;
  readonly wish?: MandateWish;
  readonly change?: "mandates.suspend" | "mandates.revoke";
  readonly call?: Pick<AgentCallOptions, "actor">;
  readonly refusal: CheckRefusal;
}

const ROWS: readonly Row[] = [
  { name: "no mandate", call: { actor: { mandate_id: undefined } }, refusal: { code: "MANDATE_REQUIRED", by: [0, 1] } },
  {
    name: "an unknown mandate",
    call: { actor: { mandate_id: randomUUID() } },
    refusal: { code: "MANDATE_REQUIRED", by: 1 },
  },
  { name: "suspended", change: "mandates.suspend", refusal: { code: "MANDATE_SUSPENDED", by: 2 } },
  { name: "revoked", change: "mandates.revoke", refusal: { code: "MANDATE_EXPIRED", by: 2 } },
  {
    name: "of another agent",
    wish: { agent: "second_agent", principal: "second_provider" },
    refusal: { code: "AGENT_MISMATCH", by: 4 },
  },
  { name: "without scope", wish: { scopes: ["mandate:read"] }, refusal: { code: "SCOPE_INSUFFICIENT", by: 5 } },
  {
    name: "outside of the context",
    wish: { principal: "second_provider" },
    refusal: { code: "CONTEXT_MISMATCH", by: 6 },
  },
  {
    name: "from elsewhere",
    wish: { constraints: { ip_allowlist: ["203.0.113.0/24"] } },
    refusal: { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "ip_allowlist" },
  },
];

/** One and the same call over HTTP and over MCP. */
type Send = (id: OperationId, input: Readonly<Record<string, unknown>>) => Promise<Answer>;

export default defineCase({
  requirement: "SVC-MAND-016",
  title: "mandates are checked on every channel alike",
  async run(context) {
    const address = await mcpAddress(context);
    context.node.credential("agent");
    const channel = await McpChannel.open(context, address, "agent");
    try {
      await compare(context, channel);
    } finally {
      await channel.close();
    }
  },
});

async function compare(context: CaseContext, channel: McpChannel): Promise<void> {
  const overMcp =
    (mandate: HeldMandate, call: Row["call"] = {}): Send =>
    (id, input) =>
      channel.call(id, {
        ...input,
        actor: context.agents.actorOf({ ...mandate, agentId: context.node.partyId("agent") }, call.actor),
      });
  const control = await context.positive("an agent acts over MCP as it does over HTTP", async (check) => {
    const mandate = await context.agents.issue();
    const session = await bookRequested(context);
    check.resource(await context.agents.read(mandate, session), 200, "services");
    const send = overMcp(mandate);
    check.resource(await send("service.get", { service_id: session.id }), 200, "services");
    const moved = await send("lifecycle.transition", { session_id: session.id, to_state: "scheduled" });
    if (check.resource(moved, 200, "sessions")) check.state(moved, "scheduled");
    const trail = await context.agents.trail(mandate);
    check.equal("entries of both channels", {
      expected: ["mandate.issue", "service.get", "service.get", "lifecycle.transition"],
      actual: trail.map(({ action }) => action),
    });
  });
  for (const { name, wish, change, call, refusal } of ROWS) {
    await context.negative(`${name}: refused over both`, control, async (check) => {
      const session: OwnedSession = await bookRequested(context);
      const { session: before } = await context.journeys.read(session.id);
      const mandate = await context.agents.issue(wish);
      if (change !== undefined) await context.agents.mustChange(mandate, change);
      const overHttp = { as: "agent", actor: { id: context.node.partyId("agent"), ...call?.actor } } as const;
      expectRefusedBy(context, check, await context.agents.read(mandate, session, overHttp), refusal);
      const send = overMcp(mandate, call);
      expectRefusedBy(context, check, await send("service.get", { service_id: session.id }), refusal);
      const moved = await send("lifecycle.transition", { session_id: session.id, to_state: "scheduled" });
      expectRefusedBy(context, check, moved, refusal);
      await expectUnmoved(context, check, before);
    });
  }
  for (const [name, to, code] of [
    ["what no agent does", "delivered", "FORBIDDEN"],
    ["what a human is asked about", "cancelled", "CONFIRMATION_REQUIRED"],
  ] as const) {
    await context.negative(`${name}: refused over both`, control, async (check) => {
      const session: OwnedSession = await bookRequested(context);
      const { session: before } = await context.journeys.read(session.id);
      const mandate = await context.agents.issue();
      const move = { to_state: to, reason: "certification run" };
      check.refused(await context.agents.move(mandate, session, move), code);
      check.refused(await overMcp(mandate)("lifecycle.transition", { session_id: session.id, ...move }), code);
      await expectUnmoved(context, check, before);
    });
  }
}

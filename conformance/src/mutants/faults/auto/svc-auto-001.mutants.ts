import { defineMutants } from "../../define-mutants.ts";
import { moving, sentBy, sessionOf } from "../../fault-parts.ts";
import { allowing, refusal, renaming, replying } from "../../faulty.ts";
import { byAgent, claimOf } from "../../faulty-mandates.ts";
import { allowingTool, toolWith } from "../../faulty-tools.ts";
import type { MutantCall, RequestChanges } from "../../mutant-call.ts";

const agentMoves =
  (...states: readonly string[]) =>
  (call: MutantCall) =>
    byAgent()(call) && moving(...states)(call);

const isAgreed = (call: MutantCall) => claimOf(call)["confirmation_id"] !== undefined;

/** The same in the name of the provider of the session. */
async function asProvider(call: MutantCall): Promise<RequestChanges> {
  const session = await sessionOf(call);
  return sentBy(call, "provider", { actor: { type: "provider", id: session?.provider?.id } });
}

export default defineMutants("SVC-AUTO-001", {
  "lets an agent deliver": () => allowing(agentMoves("delivered"), "FORBIDDEN", asProvider),
  "lets an agent deliver in part": () => allowing(agentMoves("partial"), "FORBIDDEN", asProvider),
  "lets an agent check out": () => allowing(byAgent("delivery.checkout"), "FORBIDDEN", asProvider),
  "asks a human about an agent's delivery": () =>
    replying(agentMoves("delivered", "partial"), (reply) =>
      reply.status === 403
        ? refusal("CONFIRMATION_REQUIRED", { meta: { confirmation_id: "cnf_any", expires_at: "2099-01-01T00:00:00Z" } })
        : reply,
    ),
  "lets an agent deliver when somebody has agreed to something": () =>
    allowing((call) => agentMoves("delivered")(call) && isAgreed(call), "FORBIDDEN", asProvider),
  "lets an agent deliver over MCP": () =>
    allowingTool(
      ({ input }) => input.to_state === "delivered",
      "FORBIDDEN",
      (call) => {
        const { actor: _, ...input } = (call.json as { params: { arguments: { actor?: unknown } } }).params.arguments;
        return toolWith(call, input, "provider");
      },
    ),
  "looks at the state first": () =>
    replying(agentMoves("delivered"), async (reply, call) => {
      const session = await sessionOf(call);
      return session?.lifecycle?.current_state === "in_progress" ? reply : refusal("INVALID_TRANSITION");
    }),
  "calls what no agent does a missing scope": () =>
    renaming(agentMoves("delivered"), "FORBIDDEN", { code: "SCOPE_INSUFFICIENT", status: 403 }),
});

import { defineMutants } from "../../define-mutants.ts";
import { movedReply, moving } from "../../fault-parts.ts";
import { both, type Editable, pretending } from "../../faulty.ts";
import { byAgent, editingTrails } from "../../faulty-mandates.ts";
import { allowingTool, editingToolErrors, mcpMethodOf, toolAsTheHouse, toolOf } from "../../faulty-tools.ts";
import type { Fault } from "../../mutant-call.ts";

const REFUSALS = ["MANDATE_REQUIRED", "MANDATE_SUSPENDED", "MANDATE_EXPIRED", "AGENT_MISMATCH"] as const;

export default defineMutants("SVC-MAND-016", {
  ...Object.fromEntries(
    [...REFUSALS, "SCOPE_INSUFFICIENT", "CONTEXT_MISMATCH", "CONSTRAINT_VIOLATED"].map((code) => [
      `does over MCP what it refuses over HTTP with ${code}`,
      () => allowingTool(() => true, code),
    ]),
  ),
  "lets an agent cancel alone over MCP": () => allowingTool(() => true, "CONFIRMATION_REQUIRED"),
  "serves agents over MCP in the name of the organization": (): Fault => (call) =>
    toolOf(call)?.input.actor ? call.pass(toolAsTheHouse(call)) : call.pass(),
  "writes nothing down of what comes over MCP": forgettingMcp,
  "has a code of its own over MCP": () =>
    editingToolErrors((error) => {
      if (error.code === "SCOPE_INSUFFICIENT") error.code = "FORBIDDEN";
    }),
  "does not say over MCP which check refused": () => editingToolErrors((error) => void delete error.meta?.check),
  "lets an agent deliver over HTTP, and not over MCP": () =>
    pretending(byAgent("lifecycle.transition"), "FORBIDDEN", (call) =>
      moving("delivered")(call) ? movedReply(call) : null,
    ),
});

/** Its trails lack the newest entries, as many as calls have come over MCP. */
function forgettingMcp(): Fault {
  let calls = 0;
  const counting: Fault = (call) => {
    if (mcpMethodOf(call) === "tools/call") calls += 1;
    return call.pass();
  };
  return both(
    editingTrails((entries: Editable[]) => entries.slice(Math.min(calls, entries.length - 1))),
    counting,
  );
}

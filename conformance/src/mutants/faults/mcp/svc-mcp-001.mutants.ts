import { defineMutants } from "../../define-mutants.ts";
import { answering, both, editing, refusal, refusing } from "../../faulty.ts";
import { editingTools, mcpMethodOf } from "../../faulty-tools.ts";
import type { MutantCall } from "../../mutant-call.ts";

const isOpen = (call: MutantCall) => call.caller === null;

export default defineMutants("SVC-MCP-001", {
  "has no MCP server": () =>
    both(
      editing("discovery.get_agent_card", ({ endpoints }) => void delete endpoints.mcp),
      refusing("discovery.get_mcp_pointer", "NOT_FOUND"),
    ),
  "points to an MCP server that is not there": () =>
    answering(
      (call) => mcpMethodOf(call) !== null,
      () => refusal("NOT_FOUND"),
    ),
  "serves MCP to known parties only": () =>
    answering(
      (call) => mcpMethodOf(call) !== null && isOpen(call),
      () => refusal("UNAUTHORIZED"),
    ),
  "serves MCP to strangers only": () =>
    answering(
      (call) => mcpMethodOf(call) !== null && !isOpen(call),
      () => refusal("FORBIDDEN"),
    ),
  "takes public tools away from known parties": () =>
    editingTools((tools, call) => (isOpen(call) ? tools : tools.filter(({ name }) => name !== "registry_search"))),
  "has other tools for strangers": () =>
    editingTools((tools, call) => {
      for (const { inputSchema } of isOpen(call) ? tools : []) inputSchema.properties = {};
      return tools;
    }),
  "lists no tools for strangers": () => editingTools((tools, call) => (isOpen(call) ? [] : tools)),
});

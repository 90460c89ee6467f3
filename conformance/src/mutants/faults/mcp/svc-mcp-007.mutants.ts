import { defineMutants } from "../../define-mutants.ts";
import { answeringTool, editingTools } from "../../faulty-tools.ts";

/** Lists one more tool. */
const listing = (name: string) => () =>
  editingTools((tools) => [...tools, { name, description: name, inputSchema: { type: "object" } }]);

/** Does something by a tool that it does not list. */
const doing = (name: string, data: object) => () =>
  answeringTool((tool) => (tool.name === name ? { structuredContent: { data } } : null));

export default defineMutants("SVC-MCP-007", {
  "lists a tool that issues mandates": listing("mandates_issue"),
  "lists a tool that approves": listing("confirmations_approve"),
  "lists a tool that reads the audit": listing("audit.list"),
  "issues mandates by a tool that it does not list": doing("mandates_issue", {
    type: "mandates",
    id: "any",
    attributes: {},
  }),
  "reads the audit by a tool that it does not list": doing("mandates_audit", []),
  "approves by a tool that it does not list": doing("confirmations.approve", {
    type: "confirmation_requests",
    id: "any",
    attributes: {},
  }),
});

import { findOperation } from "../../../artefacts.ts";
import { isPublic } from "../../../tool-table.ts";
import { defineMutants } from "../../define-mutants.ts";
import { refusal } from "../../faulty.ts";
import { answeringTool, mcpMethodOf, toolAsTheHouse, toolOf } from "../../faulty-tools.ts";
import type { Fault } from "../../mutant-call.ts";

const { errors } = refusal("MANDATE_REQUIRED").body as { errors: unknown[] };

/** A failed tool. */
const failed = { isError: true, structuredContent: { errors } };

export default defineMutants("SVC-MCP-002", {
  "lists all its tools to everybody": (): Fault => (call) =>
    call.caller === null && mcpMethodOf(call) === "tools/list" ? call.pass({ as: "organization" }) : call.pass(),
  "lets everybody call every tool": (): Fault => (call) => {
    const tool = toolOf(call);
    return call.caller === null && tool !== null ? call.pass(toolAsTheHouse(call)) : call.pass();
  },
  "lets everybody read with tools": () => onlyWith((name) => name === "resource_list" || name === "service_get"),
  "answers closed tools with nothing": () =>
    answeringTool(({ operation }, call) => {
      const entry = operation === null ? undefined : findOperation(operation);
      return call.caller === null && entry !== undefined && !isPublic(entry)
        ? { structuredContent: { data: [] } }
        : null;
    }),
  "asks for a mandate where anybody may search": () =>
    answeringTool(({ name }) => (name === "registry_search" ? failed : null)),
  "keeps its manifest for known parties": () =>
    answeringTool(({ name }, call) => (name === "registry_manifest" && call.caller === null ? failed : null)),
});

/** Lets everybody call some tools. */
function onlyWith(which: (name: string) => boolean): Fault {
  return (call) => {
    const tool = toolOf(call);
    return call.caller === null && tool !== null && which(tool.name) ? call.pass(toolAsTheHouse(call)) : call.pass();
  };
}

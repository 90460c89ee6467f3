import { defineMutants } from "../../define-mutants.ts";
import { editingTools } from "../../faulty-tools.ts";

export default defineMutants("SVC-MCP-003", {
  "has no tool to book with": () => editingTools((tools) => tools.filter(({ name }) => name !== "scheduling_book")),
  "has tools for what is public only": () =>
    editingTools((tools) => tools.filter(({ name }) => /^(registry|services|docs|a2a|resolve)_/.test(name))),
  "has a spelling of its own": () =>
    editingTools((tools) => tools.map((tool) => ({ ...tool, name: tool.name.replaceAll("_", "-") }))),
  "has one page of tools": () => editingTools((tools) => tools.slice(0, 20)),
});

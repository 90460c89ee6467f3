import { defineMutants } from "../../define-mutants.ts";
import type { Editable } from "../../faulty.ts";
import { editingOutcomes, editingToolErrors } from "../../faulty-tools.ts";

const isLimit = (outcome: Editable) => outcome.structuredContent?.errors?.[0]?.code === "RATE_LIMITED";

export default defineMutants("SVC-MCP-006", {
  "calls a limit over MCP a fault of its own": () =>
    editingToolErrors((error) => {
      if (error.code === "RATE_LIMITED") error.code = "INTERNAL_ERROR";
    }),
  "does not say over MCP how long to wait": () =>
    editingOutcomes((outcome) => {
      if (!isLimit(outcome)) return;
      const { structuredContent } = outcome;
      delete structuredContent.retry_after;
      for (const { meta } of structuredContent.errors) delete meta?.retry_after;
      outcome.content = [{ type: "text", text: JSON.stringify(structuredContent) }];
    }),
  "says over MCP to try again at once": () =>
    editingOutcomes((outcome) => {
      if (!isLimit(outcome)) return;
      const { structuredContent } = outcome;
      structuredContent.retry_after = 0;
      for (const { meta } of structuredContent.errors) if (meta) meta.retry_after = 0;
      outcome.content = [{ type: "text", text: JSON.stringify(structuredContent) }];
    }),
  "answers over MCP with nothing when a limit is met": () =>
    editingOutcomes((outcome) => (isLimit(outcome) ? { content: [], structuredContent: { data: [] } } : undefined)),
});

import { defineMutants } from "../../define-mutants.ts";
import type { Editable } from "../../faulty.ts";
import { editingOutcomes, editingToolErrors, mcpMethodOf, resultOf } from "../../faulty-tools.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-MCP-005", {
  "says in words what went wrong": () =>
    editingOutcomes((outcome) =>
      outcome.isError === true ? { isError: true, content: [{ type: "text", text: "That did not work." }] } : undefined,
    ),
  "takes a failure of a tool for one of MCP": (): Fault => async (call) => {
    const reply = await call.pass();
    if (mcpMethodOf(call) !== "tools/call" || resultOf(reply)?.isError !== true) return reply;
    const error = { code: -32603, message: "Internal error" };
    const body = { jsonrpc: "2.0", id: (call.json as Editable).id, error };
    return { status: 200, headers: { "content-type": "application/json" }, body };
  },
  "does not mark a failure as one": () =>
    editingOutcomes((outcome) => {
      if (outcome.isError === true) outcome.isError = false;
    }),
  "has a code of its own for everything": () =>
    editingToolErrors((error) => {
      error.code = "TOOL_ERROR";
    }),
  "calls a move that is not possible a wrong input": () =>
    editingToolErrors((error) => {
      if (error.code === "INVALID_TRANSITION") error.code = "VALIDATION_ERROR";
    }),
  "has data beside its errors": () =>
    editingOutcomes((outcome) => {
      if (outcome.isError === true) outcome.structuredContent = { ...outcome.structuredContent, data: [] };
    }),
  "marks every outcome as a failure": () =>
    editingOutcomes((outcome) => {
      outcome.isError = true;
    }),
});

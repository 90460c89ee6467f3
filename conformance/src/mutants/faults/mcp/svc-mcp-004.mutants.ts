import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingErrors } from "../../faulty.ts";
import { allowingTool, editingOutcomes, editingToolErrors, toolOf, toolWith } from "../../faulty-tools.ts";

/** Edits the data of successful calls of some tools, in both forms that they come in. */
const editingData = (which: RegExp, edit: (data: Editable) => void) => () =>
  editingOutcomes((outcome, { name }) => {
    const { structuredContent } = outcome;
    if (!which.test(name) || !structuredContent?.data) return;
    edit(structuredContent.data);
    outcome.content = [{ type: "text", text: JSON.stringify(structuredContent) }];
  });

export default defineMutants("SVC-MCP-004", {
  "shows less over MCP": editingData(/^service_get$/, ({ attributes }) => void delete attributes.lifecycle),
  "shows other prices over MCP": editingData(/^contract_get$/, ({ attributes }) => {
    for (const name of Object.keys(attributes)) if (typeof attributes[name] === "number") attributes[name] *= 100;
    attributes.price = { value: 1, currency: "USD" };
  }),
  "names resources otherwise over MCP": editingData(/^scheduling_book$/, (data) => {
    data.type = "bookings";
  }),
  "has other codes over MCP": () =>
    editingToolErrors((error, { name }) => {
      if (name === "scheduling_book" && error.code === "VALIDATION_ERROR") error.code = "MALFORMED_REQUEST";
    }),
  "has other statuses over MCP": () =>
    editingToolErrors((error) => {
      if (error.code === "NOT_FOUND") error.status = "400";
    }),
  "points elsewhere over MCP": () =>
    editingToolErrors((error) => {
      if (error.source?.pointer) error.source.pointer = `/arguments${error.source.pointer}`;
    }),
  "points elsewhere over HTTP": () =>
    editingErrors("scheduling.book", ({ source }) => {
      if (source?.pointer) source.pointer = source.pointer.replace("/data/attributes", "/data");
    }),
  "takes any number over MCP": () =>
    allowingTool(
      ({ input }) => Object.values(input).includes("many"),
      "VALIDATION_ERROR",
      (call) => {
        const { input } = toolOf(call) ?? { input: {} };
        const kept = Object.entries(input).filter(([, value]) => value !== "many");
        return toolWith(call, Object.fromEntries(kept));
      },
    ),
  "is done over MCP with what it refuses over HTTP": () =>
    editingOutcomes((outcome, { name }) => {
      if (name !== "resource_create" || outcome.isError !== true) return undefined;
      return { content: [], structuredContent: { data: { type: "resources", id: "res_any", attributes: {} } } };
    }),
});

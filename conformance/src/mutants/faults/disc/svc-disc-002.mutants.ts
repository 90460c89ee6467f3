import { defineMutants } from "../../define-mutants.ts";
import { allowing, editing } from "../../faulty.ts";

export default defineMutants("SVC-DISC-002", {
  "finds everybody whatever the vertical": () => {
    const known: unknown[] = [];
    return editing("registry.search", (body) => {
      if (body.data.length > 0) known.push(...body.data);
      else body.data = known.slice(0, 1);
    });
  },
  "finds nobody": () =>
    editing("registry.search", (body) => {
      body.data = [];
      body.meta.total = 0;
    }),
  "searches without a vertical": () =>
    allowing("registry.search", "VALIDATION_ERROR", (call) =>
      call.query.has("vertical") ? null : { target: `${call.request.target}?vertical=health` },
    ),
});

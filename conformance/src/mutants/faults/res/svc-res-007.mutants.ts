import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, answering, type Editable, refusal, renaming } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

/** Numbers the blocks of a day anew. */
const renumbered = (call: MutantCall) =>
  changed(call, {
    availability: (call.attributes["availability"] as Editable[]).map((block, index) => ({
      ...block,
      block_order: index,
    })),
  });

export default defineMutants("SVC-RES-007", {
  "makes resources with two blocks in one place": () => allowing("resource.create", "CONFLICT", renumbered),
  "changes resources to two blocks in one place": () => allowing("resource.update", "CONFLICT", renumbered),
  "says that two blocks in one place are invalid": () =>
    renaming(["resource.create", "resource.update"], "CONFLICT", { code: "VALIDATION_ERROR", status: 422 }),
  "takes one order on two days for one place": () =>
    answering("resource.create", ({ attributes }) => {
      const orders = ((attributes["availability"] ?? []) as Editable[]).map(({ block_order = 0 }) => block_order);
      const days = new Set(((attributes["availability"] ?? []) as Editable[]).map((block) => block.day_of_week));
      return days.size === 2 && new Set(orders).size < orders.length ? refusal("CONFLICT") : null;
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { renaming } from "../../faulty.ts";
import { storing } from "../../resource-faults.ts";

export default defineMutants("SVC-RES-003", {
  "lets one more in than there is room for": () => storing(({ capacity = 1 }) => ({ capacity: capacity + 1 })),
  "lets one client in wherever there is room for more": () => storing(() => ({ capacity: 1 })),
  "says that a full room is a conflict": () =>
    renaming("scheduling.book", "RESOURCE_UNAVAILABLE", { code: "CONFLICT" }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

const ask = "scheduling.check_availability";

export default defineMutants("SVC-SCHED-012", {
  "resolves a conflict where only a provider is asked for": () =>
    editing(ask, ({ meta }, { query }) => {
      if (!query.has("resource_id")) meta.conflict_resolution = { type: "provider_available_resource_unavailable" };
    }),
  "resolves a conflict where only a resource is asked for": () =>
    editing(ask, ({ meta }, { query }) => {
      if (query.has("resource_id") && !query.has("provider_id"))
        meta.conflict_resolution = { type: "resource_available_provider_unavailable" };
    }),
  "does not say whether there is a conflict": () => editing(ask, ({ meta }) => void delete meta.conflict_resolution),
  "has a word of its own for no conflict": () =>
    editing(ask, ({ meta }) => {
      if (meta.conflict_resolution?.type === "none") meta.conflict_resolution.type = "no_conflict";
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";

const ask = "scheduling.check_availability";

export default defineMutants("SVC-SCHED-011", {
  "is sure of a provider alone": () =>
    editingAttributes(ask, (slot, { query }) => {
      if (!query.has("resource_id")) slot.confidence_score = 1;
    }),
  "is as sure of a resource alone as of a provider": () =>
    editingAttributes(ask, (slot, { query }) => {
      if (query.has("resource_id") && !query.has("provider_id")) slot.confidence_score = 0.9;
    }),
  "counts in percent": () =>
    editingAttributes(ask, (slot) => {
      slot.confidence_score *= 100;
    }),
  "is less than not sure": () =>
    editingAttributes(ask, (slot) => {
      slot.confidence_score = -0.1;
    }),
});

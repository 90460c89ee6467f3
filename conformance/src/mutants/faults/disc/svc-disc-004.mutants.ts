import { defineMutants } from "../../define-mutants.ts";
import { editing, refusing } from "../../faulty.ts";

export default defineMutants("SVC-DISC-004", {
  "has no capabilities document": () => refusing("capabilities.get", "NOT_FOUND"),
  "names no required operation": () =>
    editing("capabilities.get", ({ data }) => {
      data.attributes.capabilities = data.attributes.capabilities.filter((id: string) => id !== "scheduling.book");
    }),
  "calls its compliance otherwise": () =>
    editing("capabilities.get", ({ data }) => {
      data.attributes.compliance = "total";
    }),
});

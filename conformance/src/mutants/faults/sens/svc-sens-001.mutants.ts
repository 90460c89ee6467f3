import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingSessions } from "../../faulty.ts";

/** Holds some evidence for as secret as it says. */
const holding = (which: (item: Editable) => boolean, sensitivity: string) => () =>
  editingSessions(({ proof }) => {
    for (const item of proof?.evidence ?? []) if (which(item)) item.data_sensitivity = sensitivity;
  });

export default defineMutants("SVC-SENS-001", {
  "holds notes for public": holding(({ type }) => type === "notes", "public"),
  "holds everything for internal": holding(() => true, "internal"),
  "holds everything for restricted": holding(() => true, "restricted"),
});

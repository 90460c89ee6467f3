import { paramMessage } from "@typespec/compiler";

/** What can be wrong with requirements and errata. Each message ends with a mend. */
export const requirements = {
  "requirement-id": paramMessage`"${"id"}" is not a requirement id. Write it as SVC-AREA-001.`,
  "requirement-keyword": paramMessage`The text of ${"id"} does not contain its keyword ${"keyword"}. Say it in the sentence, or change the keyword.`,
  "empty-text": paramMessage`"${"id"}" has an empty "${"member"}". Say it in a sentence.`,
  "duplicate-requirement": paramMessage`The requirement ${"id"} is declared twice. Ids are never reused: give one the next free number.`,
  "erratum-id": paramMessage`"${"id"}" is not the id of an erratum. Write it as D-01.`,
  "duplicate-erratum": paramMessage`The erratum ${"id"} is declared twice. Keep one.`,
};

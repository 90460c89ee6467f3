import { paramMessage } from "@typespec/compiler";

/** What can be wrong with kinds of evidence. Each message ends with a mend. */
export const evidenceKinds = {
  "duplicate-evidence-kind": paramMessage`The vertical "${"vertical"}" already has an evidence kind named "${"name"}" (${"first"}). Rename one.`,
  "evidence-synonym": paramMessage`"${"word"}" already names the evidence kind "${"first"}" of the vertical "${"vertical"}". Keep it with one kind.`,
  "ambiguous-evidence-kind": paramMessage`An item could be of the kind "${"name"}" and of "${"first"}". Give each a discriminator with a value of its own.`,
  "evidence-sensitivity": paramMessage`The evidence kind "${"name"}" is ${"given"} by default, below its floor ${"floor"}. Raise the default or lower the floor.`,
};

import { paramMessage } from "@typespec/compiler";

/** What can be wrong with objects. Each message ends with a mend. */
export const objects = {
  "envelope-shape": paramMessage`The envelope "${"name"}" needs a property "data" holding "type" and "attributes". Add what is missing.`,
  "envelope-kind": paramMessage`The envelope "${"name"}" is a ${"kind"} but its "data" is ${"found"}. Make it ${"wanted"}, or change the kind.`,
  "closed-record": paramMessage`"${"model"}" is @closed but takes any member. Remove @closed, or list the members instead.`,
  "unknown-property": paramMessage`"${"property"}" is not a property of ${"model"}. Name one of: ${"known"}.`,
  "unknown-value": paramMessage`"${"value"}" is not a value of "${"property"}". Name one of: ${"known"}.`,
  "short-rule": paramMessage`${"decorator"} on ${"model"} decides nothing with ${"found"}. Name at least ${"wanted"}.`,
  "always-present": paramMessage`"${"property"}" is always present in ${"model"}, so ${"decorator"} cannot depend on it. Make it optional or leave it out.`,
  "not-an-array": paramMessage`"${"property"}" is no array, so its items cannot be unique. Make it an array or remove @uniqueItems.`,
  "duplicate-alias": paramMessage`"${"word"}" already stands for ${"first"}. Keep it with one member of ${"enum"}.`,
  "format-without-pattern": paramMessage`"${"name"}" has the format "${"format"}" but no pattern, and validators differ on formats. Add a @pattern that decides alone.`,
  "pattern-syntax": paramMessage`The pattern of "${"name"}" does not compile: ${"problem"}. Write it as JSON Schema wants it, for a Unicode-aware reader.`,
};

import { paramMessage } from "@typespec/compiler";

/** What can be wrong with operations. Each message ends with a mend. */
export const operations = {
  "missing-operation-id": paramMessage`The operation "${"name"}" has no id. Add @operationId("area.verb").`,
  "duplicate-operation-id": paramMessage`The operation id "${"id"}" is used twice. Ids are unique: rename one.`,
  "operation-id": paramMessage`"${"id"}" is not an operation id. Write it as area.verb in lower case.`,
  "renamed-operation": paramMessage`The former id "${"formerId"}" of "${"id"}" belongs to another operation. Name an id that nothing uses any more.`,
  "missing-operation-fact": paramMessage`The operation "${"id"}" lacks ${"decorator"}. Every operation needs @tier, @phase and @level.`,
  "tool-name": paramMessage`"${"id"}" cannot become an MCP tool name. Use an id of letters, digits, "_", "-" and ".", at most 64 long.`,
  "duplicate-tool-name": paramMessage`The tools "${"first"}" and "${"id"}" would both be named "${"tool"}". Rename one operation.`,
  "contradictory-tool": paramMessage`The tool "${"id"}" is read-only and destructive at once. Set one of them to false.`,
  "unguarded-tool": paramMessage`The tool "${"id"}" needs a credential but names no scope, so no mandate could ever allow it. Add @scopes(…).`,
  "missing-answer": paramMessage`The operation "${"id"}" has no answer for success. Give it a return type with a status below 400.`,
  "missing-envelope": paramMessage`The answer ${"status"} of "${"id"}" has no envelope. Answer Single, Collection or Action, or add @plainDocument.`,
  "needless-plain-document": paramMessage`"${"id"}" is marked @plainDocument, but its answer ${"status"} has an envelope. Remove @plainDocument, or the envelope.`,
  "mixed-answers": paramMessage`"${"id"}" answers a ${"first"} and a ${"second"}. Answer envelopes of one kind.`,
  "ambiguous-input": paramMessage`"${"id"}" takes "${"property"}" twice, in its ${"first"} and in its ${"second"}, but input is flat. Rename one or leave it out.`,
  "shared-route": paramMessage`"${"id"}" shares its route with "${"first"}" but differs in ${"what"}. Make them alike, or give one a route of its own.`,
  "missing-actor": paramMessage`The operation "${"id"}" is told who acts (@actor) but has no attribute "actor". Add "actor?: Actor" to its input.`,
  "undeclared-actor": paramMessage`The operation "${"id"}" has an attribute "actor" but does not say whether it is needed. Add @actor("required") or @actor("optional").`,
};

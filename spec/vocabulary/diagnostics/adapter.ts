import { paramMessage } from "@typespec/compiler";

/** What can be wrong with calls of the adapter binding. Each message ends with a mend. */
export const adapter = {
  "adapter-input": paramMessage`"${"input"}" is no input of "${"id"}". Name one of: ${"known"}.`,
  "adapter-route": paramMessage`A request for ${"route"} could mean "${"first"}" and "${"id"}". Give one of them a "when", or let it ask for the other with "asks".`,
  "adapter-asks": paramMessage`The call of "${"id"}" asks for "${"operation"}", which no @operationId declares. Mend the name or leave "asks" out.`,
  "adapter-path": paramMessage`"${"path"}" is no path from the root of the host. Write it as /v1/things/{thing_id}, without a slash at its end.`,
  "adapter-composed": paramMessage`"${"name"}" cannot name a composed answer. Use lower-case words with "-" between them.`,
};

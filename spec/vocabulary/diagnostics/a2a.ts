import { paramMessage } from "@typespec/compiler";

/** What can be wrong with the tasks of the A2A endpoint. Each message ends with a mend. */
export const a2a = {
  "a2a-task-id": paramMessage`"${"id"}" is not the id of a task. Write it in snake_case.`,
  "a2a-without-steps": paramMessage`The task "${"id"}" does nothing. Give it at least one step.`,
  "a2a-step-operation": paramMessage`The task "${"id"}" is done with "${"operation"}", which is no operation. Name one that exists.`,
  "a2a-step-input": paramMessage`The step "${"operation"}" takes "${"input"}" twice. Name each input once.`,
  "duplicate-a2a-word": paramMessage`"${"word"}" names the task "${"first"}" already. Keep it with one task.`,
  "a2a-error-code": paramMessage`${"code"} is no code of a JSON-RPC error. Use -32768 to -32000.`,
  "a2a-error-status": paramMessage`${"status"} is not an HTTP status that a JSON-RPC error goes with. Use 200, or 400 to 599.`,
  "duplicate-a2a-error": paramMessage`The code ${"code"} with HTTP status ${"status"} stands for "${"first"}" already. Give each error a pair of its own.`,
};

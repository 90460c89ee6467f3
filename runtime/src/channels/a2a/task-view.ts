import { type Artifact, type Message, type Part, Role, type Task as SdkTask, TaskState } from "@a2a-js/sdk";
import { type A2aTaskState, a2aTaskStates } from "@servicialo/schema/0.8/a2a-tasks";
import type { A2aTaskOutcome } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import type { Task } from "./task-store.ts";

const STATES: Readonly<Record<A2aTaskState, TaskState>> = {
  submitted: TaskState.TASK_STATE_SUBMITTED,
  working: TaskState.TASK_STATE_WORKING,
  "input-required": TaskState.TASK_STATE_INPUT_REQUIRED,
  completed: TaskState.TASK_STATE_COMPLETED,
  failed: TaskState.TASK_STATE_FAILED,
  canceled: TaskState.TASK_STATE_CANCELED,
  rejected: TaskState.TASK_STATE_REJECTED,
};

/**
 * A task as A2A shows it: once it has ended with an artifact, whose data part is `{ intent, status, result, … }`; before,
 * with a message that says what it waits for, in words and with the same data (channels 4.2).
 */
export function viewOf(task: Task): SdkTask {
  const { id, contextId, state, document, updatedAt } = task;
  const data: Part = part({ $case: "data", value: outcomeOf(task) }, "application/json");
  const { ended } = a2aTaskStates[state];
  const parts = document.note ? [part({ $case: "text", value: document.note.text }, "text/plain")] : [];
  const told = ended ? parts : [...parts, data];
  const message: Message = {
    messageId: `${id}-${task.version}`,
    contextId,
    taskId: id,
    role: Role.ROLE_AGENT,
    parts: told,
    metadata: undefined,
    extensions: [],
    referenceTaskIds: [],
  };
  const artifact: Artifact = {
    artifactId: `${id}-result`,
    name: "result",
    description: "",
    parts: [data],
    metadata: undefined,
    extensions: [],
  };
  return {
    id,
    contextId,
    status: { state: STATES[state], message: told.length > 0 ? message : undefined, timestamp: isoInstant(updatedAt) },
    artifacts: ended && document.intent !== null ? [artifact] : [],
    history: [],
    metadata: undefined,
  };
}

function outcomeOf({ state, document }: Task): A2aTaskOutcome {
  const { intent, result, steps, note } = document;
  return {
    ...(intent !== null && { intent }),
    status: state,
    ...(result !== undefined && { result }),
    steps: [...steps],
    ...(note?.missing && { missing: [...note.missing] }),
    ...(note?.missingOneOf && { missing_one_of: [...note.missingOneOf] }),
    ...(note?.taskTypes && { task_types: [...note.taskTypes] }),
    ...(note?.confirmation && { confirmation: note.confirmation }),
  };
}

function part(content: NonNullable<Part["content"]>, mediaType: string): Part {
  return { content, mediaType, filename: "", metadata: undefined };
}

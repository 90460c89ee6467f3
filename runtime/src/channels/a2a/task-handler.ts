import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CancelTaskRequest, GetTaskRequest, Task as SdkTask, SendMessageRequest } from "@a2a-js/sdk";
import { a2aTaskStates, a2aTasks } from "@servicialo/schema/0.8/a2a-tasks";
import type { Actor } from "@servicialo/schema/0.8/types";
import { notFound, ProtocolError } from "../../errors.ts";
import { A2aRefusal, misfit } from "./refusal.ts";
import { type Approval, runTask, type Sender, settled } from "./run-task.ts";
import { usedParams } from "./step-input.ts";
import { type Missing, missingParams, readTaskRequest, type TaskRequest, taskTypes } from "./task-request.ts";
import type { Task, TaskDocument, TaskNote, TaskOwner, TaskStore } from "./task-store.ts";
import { viewOf } from "./task-view.ts";

const NOTHING_KNOWN: TaskDocument = {
  intent: null,
  params: {},
  actor: null,
  ids: {},
  steps: [],
  reached: null,
  note: null,
};

/** What one sender can do with tasks: the part of the SDK's request handler that this endpoint offers. */
export class TaskHandler {
  readonly #store: TaskStore;
  readonly #owner: TaskOwner;
  readonly #sender: Sender;

  constructor(store: TaskStore, owner: TaskOwner, sender: Sender) {
    this.#store = store;
    this.#owner = owner;
    this.#sender = sender;
  }

  /**
   * Begins a task, or goes on with one, as far as the message and those before it allow.
   * @throws {A2aRefusal} for a message that fits no task, and for a task that cannot be gone on with
   */
  async sendMessage({ message }: SendMessageRequest): Promise<SdkTask> {
    if (!message) throw misfit({ pointer: "/params/message", detail: "Send a message." });
    const request = readTaskRequest(message);
    if (message.taskId !== "") return this.#goOn(message.taskId, { request, contextId: message.contextId });
    const task: Task = {
      id: randomUUID(),
      contextId: message.contextId === "" ? randomUUID() : message.contextId,
      state: "submitted",
      version: 1,
      updatedAt: 0,
      document: { ...NOTHING_KNOWN, intent: request.intent, params: request.params, actor: request.actor },
    };
    const after = await this.#work(task, { request, underway: false, approval: approvalIn(request.actor) });
    return this.#shown(await this.#store.add(this.#owner, after), after);
  }

  async getTask({ id }: GetTaskRequest): Promise<SdkTask> {
    return viewOf((await this.#found(id)).task);
  }

  /** Cancels a task, not what it has done; one that has ended stays as it is. */
  async cancelTask({ id }: CancelTaskRequest): Promise<SdkTask> {
    const { task, held } = await this.#found(id);
    if (a2aTaskStates[task.state].ended) return viewOf(task);
    const ours = held ? undefined : await this.#store.hold(this.#owner, task);
    if (!ours) throw busy("not_cancelable");
    const text = "Cancelled by its sender. What is done stands.";
    const document = settled({ ...task.document, note: { text } });
    return viewOf(await this.#store.release(this.#owner, { ...ours, state: "canceled", document }));
  }

  async #goOn(id: string, sent: { readonly request: TaskRequest; readonly contextId: string }): Promise<SdkTask> {
    const { request, contextId } = sent;
    const { task, held } = await this.#found(id);
    if (a2aTaskStates[task.state].ended) {
      const detail = `This task is ${task.state} and takes no more messages. Begin another one.`;
      throw new A2aRefusal("refused", { problems: [new ProtocolError("CONFLICT", { detail })], fault: "ended" });
    }
    if (contextId !== "" && contextId !== task.contextId) {
      throw misfit({ pointer: "/params/message/contextId", detail: "This task belongs to another context." });
    }
    const document = merged(task.document, request);
    const ours = held ? undefined : await this.#store.hold(this.#owner, task);
    if (!ours) throw busy();
    try {
      const approval = approvalOf(task.document, request);
      const after = await this.#work({ ...ours, document }, { request, underway: true, approval });
      return this.#shown(await this.#store.release(this.#owner, after), after);
    } catch (error) {
      await this.#store.release(this.#owner, ours);
      throw error;
    }
  }

  async #work(
    task: Task,
    {
      request,
      ...run
    }: { readonly request: TaskRequest; readonly underway: boolean; readonly approval: Approval | null },
  ): Promise<Task> {
    const { intent, params } = task.document;
    if (intent === null) {
      const text = `Send a data part with intent and params. Types of task: ${taskTypes.join(", ")}.`;
      return waiting(task, { text, taskTypes });
    }
    // Before anything is asked for, let alone kept: nobody without a key says whom a session is for.
    if (a2aTasks[intent].credential && this.#sender.credential === null) throw keyNeeded();
    const missing = missingParams(intent, params, request.at);
    return missing ? waiting(task, askingFor(missing)) : runTask(task, this.#sender, run);
  }

  /** The task as this answer shows it: what is kept of it may withhold evidence that the answer itself carries. */
  #shown({ updatedAt }: Task, after: Task): SdkTask {
    return viewOf({ ...after, updatedAt });
  }

  async #found(id: string): Promise<{ task: Task; held: boolean }> {
    const found = await this.#store.find(this.#owner, id);
    if (!found) throw new A2aRefusal("refused", { problems: [notFound("task")], fault: "not_found" });
    return found;
  }
}

function waiting(task: Task, note: TaskNote): Task {
  return { ...task, state: "input-required", document: { ...task.document, note } };
}

function askingFor({ all, oneOf }: Missing): TaskNote {
  const wanted = [...all, ...(oneOf.length > 0 ? [`one of ${oneOf.join(", ")}`] : [])];
  return {
    text: `Still needed: ${wanted.join("; ")}.`,
    ...(all.length > 0 && { missing: all }),
    ...(oneOf.length > 0 && { missingOneOf: oneOf }),
  };
}

/** What is known after a further message: what it says comes on top of what was said before. */
function merged(document: TaskDocument, { intent, params, actor, at }: TaskRequest): TaskDocument {
  if (document.intent !== null && intent !== null && intent !== document.intent) {
    throw misfit({ pointer: `${at}/intent`, detail: `This task is of the type ${document.intent}.` });
  }
  const used = usedParams(document);
  const late = Object.keys(params).find(
    (name) => used.has(name) && !isDeepStrictEqual(params[name], document.params[name]),
  );
  if (late !== undefined) {
    const detail = `What ${late} was needed for is done. Begin another task to change it.`;
    throw misfit({ pointer: `${at}/params/${late}`, detail });
  }
  return {
    ...document,
    intent: document.intent ?? intent,
    params: { ...document.params, ...params },
    actor: actor ?? document.actor,
  };
}

function approvalIn(actor: Actor | null): Approval | null {
  return actor?.confirmation_id === undefined ? null : { confirmationId: actor.confirmation_id };
}

/** The decision that a message names, else the one the task waits for: as long as it asks for the same as before. */
function approvalOf({ note, params }: TaskDocument, request: TaskRequest): Approval | null {
  const named = approvalIn(request.actor);
  if (named || !note?.confirmation) return named;
  const same = Object.entries(request.params).every(([name, value]) => isDeepStrictEqual(value, params[name]));
  return same ? { confirmationId: note.confirmation.confirmation_id } : null;
}

function keyNeeded(): A2aRefusal {
  const detail = "This type of task takes a credential. Send Authorization: Bearer <key>.";
  return new A2aRefusal("unauthorized", { problems: [new ProtocolError("UNAUTHORIZED", { detail })] });
}

function busy(fault?: "not_cancelable"): A2aRefusal {
  const detail = "Another message is at work on this task. Try again in a moment.";
  return new A2aRefusal("refused", {
    problems: [new ProtocolError("TRANSITION_CONFLICT", { detail })],
    ...(fault && { fault }),
  });
}

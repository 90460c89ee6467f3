import type { A2aStepRecord, Actor } from "@servicialo/schema/0.8/types";
import type { Credential } from "../../pipeline/caller.ts";
import type { Exchange, Peer, ProfileAnswer } from "../exchange/exchange.ts";
import { operationRequest, type RequestFacts } from "../exchange/operation-request.ts";
import { type Asked, judgeAnswer, kept, type Verdict } from "./judge-answer.ts";
import { A2aRefusal } from "./refusal.ts";
import { actorOf, inputOf, paramOf, type Step, stepKey, stepsOf } from "./step-input.ts";
import type { Task, TaskDocument } from "./task-store.ts";

/** Who sent the message, and how the node is asked for it. */
export interface Sender {
  readonly exchange: Exchange;
  readonly peer: Peer;
  /** Slug of the organization whose endpoint it is. */
  readonly organization: string;
  readonly credential: Credential | null;
  readonly facts: Pick<RequestFacts, "authorization" | "version" | "requestId">;
  /** Address of this node, for links. */
  readonly publicUrl: string;
}

/** A human's decision that a message brings, or that the task has been waiting for: it belongs to one step. */
export interface Approval {
  readonly confirmationId: string;
}

/**
 * Does the steps of a task that are still to do, one request of the HTTP profile each, until one does not succeed.
 * What was done stands (channels 4.3).
 * @param underway whether an earlier message has begun the task
 * @throws {A2aRefusal} `unauthorized`, `rate_limited` when the first request was turned away and nothing was begun
 */
export async function runTask(
  task: Task,
  sender: Sender,
  { underway, approval }: { readonly underway: boolean; readonly approval: Approval | null },
): Promise<Task> {
  const steps = stepsOf(task.document);
  let document: TaskDocument = { ...task.document, note: null };
  const from = document.steps.length;
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    if (step.unlessState !== null && step.unlessState === document.reached) {
      document = { ...document, steps: [...document.steps, { operation: step.operation, outcome: "left_out" }] };
      continue;
    }
    // A decision belongs to the step that was waiting for it, and to none after it.
    const first = index === from;
    const claim = claimOf(task.document.actor, sender.credential, first ? approval : null);
    const input = inputOf(step, document, { organization: sender.organization, actor: claim });
    const answer = await ask(step, input, { sender, key: stepKey(task, index, input) });
    const asked: Asked = {
      input,
      paramOf: (name) => paramOf(step, name),
      underway: underway || index > 0,
      publicUrl: sender.publicUrl,
      confirmation: first ? task.document.note?.confirmation : undefined,
    };
    const verdict = judgeAnswer(answer, asked);
    if (verdict.kind !== "done") return stopped({ ...task, document }, { step, answer, verdict, asked });
    document = advanced(document, step, { answer, verdict });
  }
  return { ...task, state: "completed", document: settled(document) };
}

/** A document after a step that was done. */
function advanced(
  document: TaskDocument,
  step: Step,
  { answer, verdict }: { readonly answer: ProfileAnswer; readonly verdict: Verdict & { readonly kind: "done" } },
): TaskDocument {
  const { id, reached } = verdict;
  const record: A2aStepRecord = {
    operation: step.operation,
    outcome: "done",
    status: answer.status,
    ...(id !== null && { id }),
  };
  return {
    ...document,
    steps: [...document.steps, record],
    ids: step.gives !== null && id !== null ? { ...document.ids, [step.gives]: id } : document.ids,
    reached,
    result: answer.body,
  };
}

/** A task whose step was not done. */
function stopped(
  task: Task,
  ended: {
    readonly step: Step;
    readonly answer: ProfileAnswer;
    readonly verdict: Exclude<Verdict, { readonly kind: "done" }>;
    readonly asked: Asked;
  },
): Task {
  const { step, answer, verdict, asked } = ended;
  if (verdict.kind === "turned_away") {
    const { error, errors } = verdict;
    if (!asked.underway) throw new A2aRefusal(error, { answered: errors, retryAfter: answer.headers["retry-after"] });
    const text = "The node turned the next step away. What is done stands; send a message to try again.";
    const waiting = { ...task.document, result: answer.body, note: { text, ...kept(asked) } };
    return { ...task, state: "input-required", document: waiting };
  }
  const { note } = verdict;
  const document = { ...task.document, result: answer.body, note };
  if (verdict.kind === "waits") return { ...task, state: "input-required", document };
  const record: A2aStepRecord = { operation: step.operation, outcome: "refused", status: answer.status };
  return {
    ...task,
    state: verdict.state,
    document: settled({ ...document, steps: [...document.steps, record] }),
  };
}

/** What is kept of a task that has ended: what was done, and no longer what it was done with. */
export function settled(document: TaskDocument): TaskDocument {
  return { ...document, params: {}, actor: null, ids: {} };
}

function claimOf(claimed: Actor | null, credential: Credential | null, approval: Approval | null): Actor | undefined {
  const actor = actorOf(claimed, credential);
  if (actor === undefined) return undefined;
  const { confirmation_id: _, ...party } = actor;
  return { ...party, ...(approval && { confirmation_id: approval.confirmationId }) };
}

async function ask(
  step: Step,
  input: Readonly<Record<string, unknown>>,
  { sender, key }: { readonly sender: Sender; readonly key: string },
): Promise<ProfileAnswer> {
  const { exchange, peer, facts, organization } = sender;
  const request = operationRequest(step.operation, input, { ...facts, idempotencyKey: key });
  // A key of another organization than the one asked is refused by the HTTP door.
  const headers = { ...request.headers, "x-servicialo-org": organization };
  return exchange({ ...request, headers }, peer);
}

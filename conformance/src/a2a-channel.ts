import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { isRecord, pick, pickList, pickText } from "./json-path.ts";
import type { CredentialKind } from "./settings.ts";
import { NotApplicable, Unmet } from "./verdict.ts";

/** JSON-RPC codes of the endpoint (channels 4.3). */
export const RPC_CODES = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  credential: -32001,
  other: -32000,
} as const;

/** A task as an answer shows it. */
export interface TaskView {
  readonly id: string;
  readonly state: string | undefined;
  /** The data part of its artifact, or of the message of its status: `{ intent, status, result, steps? }`. */
  readonly outcome: unknown;
}

/** An answer of the endpoint. */
export interface RpcAnswer {
  readonly answer: Answer;
  readonly id: unknown;
  readonly result: unknown;
  readonly errorCode: number | undefined;
  /** The errors of the protocol that the refusal carries. */
  readonly problems: readonly unknown[];
  readonly task: TaskView | null;
}

/** What a message says: a data part. */
export interface TaskWish {
  readonly intent: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly actor?: unknown;
}

/** The task endpoint of an organization, found by its A2A card. */
export class A2aChannel {
  readonly card: Answer;
  readonly url: string;
  readonly #context: CaseContext;
  #calls = 0;

  private constructor(context: CaseContext, card: Answer, url: string) {
    this.#context = context;
    this.card = card;
    this.url = url;
  }

  /** @throws Unmet when the card names no endpoint: as a failure where the requirement is about its being there */
  static async find(context: CaseContext, verdict: "NOT_VERIFIED" | "FAIL"): Promise<A2aChannel> {
    const card = await readA2aCard(context);
    const url = pickText(card.body, "url") ?? pickText(card.body, "supportedInterfaces.0.url");
    const { hostUrl } = context.node.connection;
    if (card.status !== 200 || url === undefined || !URL.canParse(url, hostUrl))
      throw new Unmet(`no A2A card names a task endpoint: ${card.describe()}`, verdict);
    return new A2aChannel(context, card, new URL(url, hostUrl).href);
  }

  /** Sends a body as it is. */
  async send(body: string, as: CredentialKind | null = null): Promise<RpcAnswer> {
    const options = { method: "POST", target: this.url, rawBody: body, contentType: "application/json", as };
    return readAnswer(await this.#context.node.raw({ ...options, headers: { accept: "application/json" } }));
  }

  /** Calls a method. */
  async call(method: string, params: unknown, as: CredentialKind | null = null): Promise<RpcAnswer> {
    this.#calls += 1;
    return this.send(JSON.stringify({ jsonrpc: "2.0", id: this.#calls, method, params }), as);
  }

  /** Sends one message with a data part; `more` goes on with a task. */
  message(
    wish: TaskWish,
    as: CredentialKind | null = null,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<RpcAnswer> {
    const messageId = `certify-${this.#context.world.uniqueWord()}`;
    const parts = [{ kind: "data", data: wish }];
    return this.call("message/send", { message: { kind: "message", role: "user", messageId, parts, ...more } }, as);
  }
}

/** The A2A card, by its operation or at one of its well-known addresses (channels 4.1). */
export async function readA2aCard(context: CaseContext): Promise<Answer> {
  const org_slug = await context.world.organizationSlug();
  const path = { org_slug };
  const found = await context.node.call("a2a.get_agent_card", { path });
  if (found.status === 200 && isRecord(found.body)) return found;
  return context.node.call("discovery.get_a2a_card", { path });
}

function readAnswer(answer: Answer): RpcAnswer {
  const result = answer.at("result");
  const code = answer.at("error.code");
  const task = isRecord(result) ? taskIn(result) : null;
  return {
    answer,
    id: answer.at("id"),
    result,
    errorCode: typeof code === "number" ? code : undefined,
    problems: pickList(answer.body, "error.data.errors"),
    task,
  };
}

function taskIn(result: Readonly<Record<string, unknown>>): TaskView | null {
  // A2A 1.0 wraps the task; 0.3 answers it bare.
  const task = isRecord(result.task) ? result.task : result;
  const id = pickText(task, "id");
  if (id === undefined) return null;
  const artifacts = pickList(task, "artifacts").flatMap((artifact) => pickList(artifact, "parts"));
  const parts = [...artifacts, ...pickList(task, "status.message.parts")];
  return {
    id,
    state: stateOf(pickText(task, "status.state")),
    outcome: parts.map(dataOf).find((one) => one !== undefined),
  };
}

/** Spellings that sources use for the states (channels 4.2). */
function stateOf(state: string | undefined): string | undefined {
  const bare = state
    ?.toLowerCase()
    .replace(/^task_state_/, "")
    .replaceAll("_", "-");
  if (bare === "requires-input") return "input-required";
  return bare === "cancelled" ? "canceled" : bare;
}

function dataOf(part: unknown): unknown {
  const data = pick(part, "data");
  return isRecord(data) && isRecord(data.data) ? data.data : data;
}

/** Expects a JSON-RPC result that is a task in one of the states. @throws Unmet after recording the mismatch */
export function expectTask(
  check: Check,
  { answer, task, errorCode }: RpcAnswer,
  ...states: readonly string[]
): TaskView {
  const fits = task !== null && states.includes(task.state ?? "");
  const actual = task?.state ?? (errorCode === undefined ? answer.describe() : `error ${errorCode}: ${answer.text}`);
  check.holds("state of the task", fits, { expected: states.join(" or "), actual, answer });
  if (task === null) throw new Unmet("the answer holds no task");
  return task;
}

/** Expects a JSON-RPC error of one of these codes, under the id of the request. */
export function expectRpcError(check: Check, reply: RpcAnswer, ...codes: readonly number[]): void {
  const { answer, errorCode, result } = reply;
  check.holds("error of JSON-RPC", errorCode !== undefined && codes.includes(errorCode), {
    expected: codes.join(" or "),
    actual: errorCode ?? answer.text,
    answer,
  });
  check.equal("result beside the error", { expected: null, actual: result ?? null, answer });
}

/** The session that a task has made or shown. @throws Unmet when its outcome names none */
export function sessionOfTask(task: TaskView): string {
  const result = pick(task.outcome, "result");
  const id = pickText(result, "data.id") ?? pickText(result, "id") ?? pickText(result, "data.attributes.id");
  if (id === undefined) throw new Unmet("the outcome of the task names no session", "FAIL");
  return id;
}

/** @throws NotApplicable when the card does not offer a task */
export function needsSkill(channel: A2aChannel, names: readonly string[]): void {
  const skills = pickList(channel.card.body, "skills").map((skill) => pickText(skill, "id") ?? "");
  if (!skills.some((skill) => names.includes(skill))) throw new NotApplicable(`the A2A card offers no ${names[0]}`);
}

import { operations } from "@servicialo/schema/0.8/operations";
import type { A2aConfirmation } from "@servicialo/schema/0.8/types";
import type { ProfileAnswer } from "../exchange/exchange.ts";
import { isObject } from "./rpc-request.ts";
import type { TaskNote } from "./task-store.ts";

/** What an answer of the HTTP door means for the task that asked. */
export type Verdict =
  | { readonly kind: "done"; readonly id: string | null; readonly reached: string | null }
  /** The task cannot go on before somebody sends or decides something. */
  | { readonly kind: "waits"; readonly note: TaskNote }
  | { readonly kind: "ends"; readonly state: "failed" | "rejected"; readonly note: TaskNote }
  /** Refused before the step itself was looked at: the credential, or the rate. */
  | {
      readonly kind: "turned_away";
      readonly error: "unauthorized" | "rate_limited";
      readonly errors: readonly unknown[];
    };

/** The step that was answered. */
export interface Asked {
  readonly input: Readonly<Record<string, unknown>>;
  readonly paramOf: (input: string) => string;
  /** Whether there was something before it: a step, or an earlier message. */
  readonly underway: boolean;
  readonly publicUrl: string;
  /** The human decision that the task has been waiting for. */
  readonly confirmation: A2aConfirmation | undefined;
}

interface WireError {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Codes that tell that the mandate is lost (mandates 6). */
const LOST: ReadonlySet<string> = new Set(["MANDATE_EXPIRED", "MANDATE_SUSPENDED"]);

/** Confirmations that have said their last word. */
const DECIDED: ReadonlySet<unknown> = new Set(["rejected", "consumed"]);

/** Judges an answer by its status and codes alone: the rules have spoken already. */
export function judgeAnswer({ status, body }: ProfileAnswer, asked: Asked): Verdict {
  if (status < 300) return { kind: "done", id: idIn(body), reached: stateIn(body) };
  const errors = errorsIn(body);
  if (status === 401) return { kind: "turned_away", error: "unauthorized", errors };
  if (status === 429) return { kind: "turned_away", error: "rate_limited", errors };
  const [first = {}] = errors;
  const text = errors.map(({ detail, title }) => detail ?? title ?? "").join(" ") || `The step was answered ${status}.`;
  const note = waitingNote(errors, { status, text, ...asked });
  if (note) return { kind: "waits", note };
  if (asked.underway && first.meta?.["retryable"] === true) {
    return { kind: "waits", note: { text: `${text} Send a message to try again.`, ...kept(asked) } };
  }
  return { kind: "ends", state: status === 403 ? "rejected" : "failed", note: { text } };
}

/** What a refusal asks for, if it asks for something that a further message or a human can bring. */
function waitingNote(
  errors: readonly WireError[],
  { status, text, ...asked }: Asked & { readonly status: number; readonly text: string },
): TaskNote | undefined {
  const [{ code = "", meta = {} } = {}] = errors;
  if (code === "CONFIRMATION_REQUIRED") {
    return { text: `${text} Send a message once it is approved.`, confirmation: confirmationIn(meta, asked.publicUrl) };
  }
  if (code === "CONFIRMATION_INVALID" && !DECIDED.has(meta["status"])) {
    return { text, ...(meta["status"] === "pending" && kept(asked)) };
  }
  if (LOST.has(code) && asked.underway) {
    return { text: `${text} What is done stands; a human has to decide how to go on.`, ...kept(asked) };
  }
  if (status === 402) return { text };
  const missing = missingIn(errors, asked);
  return missing.length > 0 ? { text, missing } : undefined;
}

/** The human decision that goes on being waited for, or that is there and was not used. */
export function kept({ confirmation }: Pick<Asked, "confirmation">): Pick<TaskNote, "confirmation"> {
  return confirmation ? { confirmation } : {};
}

/** Params whose absence was refused; none as soon as something else was, too. */
function missingIn(errors: readonly WireError[], { input, paramOf }: Asked): string[] {
  const names = errors.map(({ code, source }) => {
    if (code !== "VALIDATION_ERROR") return null;
    const [name = ""] = (source?.pointer?.slice(1) ?? source?.parameter ?? "").split("/");
    return name !== "" && input[name] === undefined ? paramOf(name) : null;
  });
  return names.includes(null) ? [] : [...new Set(names.filter((name) => name !== null))];
}

function confirmationIn(meta: Readonly<Record<string, unknown>>, publicUrl: string): A2aConfirmation {
  const id = String(meta["confirmation_id"]);
  const { expires_at: expiresAt } = meta;
  const path = operations["confirmations.get"].url.replace("{confirmation_id}", encodeURIComponent(id));
  return {
    confirmation_id: id,
    ...(typeof expiresAt === "string" && { expires_at: expiresAt }),
    decide_url: `${publicUrl}${path}`,
  };
}

/** The array `errors` of a refusal. */
export function errorsIn(body: unknown): readonly WireError[] {
  const errors = isObject(body) ? body["errors"] : undefined;
  return Array.isArray(errors) ? (errors as WireError[]) : [];
}

function idIn(body: unknown): string | null {
  const data = isObject(body) ? body["data"] : undefined;
  const id = isObject(data) ? data["id"] : undefined;
  return typeof id === "string" ? id : null;
}

/** State of the session that an answer shows. */
function stateIn(body: unknown): string | null {
  const data = isObject(body) ? body["data"] : undefined;
  const attributes = isObject(data) ? data["attributes"] : undefined;
  const lifecycle = isObject(attributes) ? attributes["lifecycle"] : undefined;
  const state = isObject(lifecycle) ? lifecycle["current_state"] : undefined;
  return typeof state === "string" ? state : null;
}

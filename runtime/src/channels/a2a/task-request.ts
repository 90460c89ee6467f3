import type { Message } from "@a2a-js/sdk";
import { type A2aTaskId, a2aTasks, a2aTaskWords } from "@servicialo/schema/0.8/a2a-tasks";
import { A2aTaskRequest } from "@servicialo/schema/0.8/typebox";
import type { Actor, A2aTaskRequest as TaskData } from "@servicialo/schema/0.8/types";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { misfit } from "./refusal.ts";

/** What a message asks for. */
export interface TaskRequest {
  /** Null: the message names no type of task, such as one of free text. */
  readonly intent: A2aTaskId | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly actor: Actor | null;
  /** Pointer to the data part; where there is none, to the message. */
  readonly at: string;
}

const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }));

/** Compiled when first used, so that the node starts fast. */
let requestForm: ValidateFunction | undefined;
const paramForms = new Map<A2aTaskId, ValidateFunction>();

/**
 * Reads what a message asks for from its data part, which wins over every text beside it (channels 4.2).
 * @throws {A2aRefusal} `invalid_params` for data of another form, or a type of task that there is not
 */
export function readTaskRequest({ parts }: Message): TaskRequest {
  const index = dataPart(parts);
  if (index === -1) return { intent: null, params: {}, actor: null, at: "/params/message" };
  const at = `/params/message/parts/${index}/data`;
  const content = parts[index]?.content;
  const data = (content?.$case === "data" ? content.value : {}) as TaskData;
  requestForm ??= ajv.compile(A2aTaskRequest);
  if (!requestForm(data)) throw misfit(...(requestForm.errors ?? []).map((error) => placed(error, at)));
  const word = meaningOf(data.intent, at);
  const { email, name, last_name, phone } = data.client ?? {};
  const client = { client_email: email, client_name: name, client_last_name: last_name, client_phone: phone };
  return {
    intent: word?.task ?? null,
    params: { ...present(client), ...data.params, ...word?.params },
    actor: data.actor ?? null,
    at,
  };
}

/** The data part that names a type of task, else the first one. */
function dataPart(parts: Message["parts"]): number {
  const naming = parts.findIndex(
    ({ content }) => content?.$case === "data" && (content.value as TaskData).intent !== undefined,
  );
  return naming === -1 ? parts.findIndex(({ content }) => content?.$case === "data") : naming;
}

function meaningOf(intent: string | undefined, at: string) {
  if (intent === undefined) return undefined;
  const word = Object.hasOwn(a2aTaskWords, intent) ? a2aTaskWords[intent] : undefined;
  if (word) return word;
  const detail = `There is no such type of task. Take one of ${taskTypes.join(", ")}.`;
  throw misfit({ pointer: `${at}/intent`, detail });
}

/** Every type of task, by its own word. */
export const taskTypes: readonly string[] = Object.keys(a2aTasks);

/** Params that a task cannot do without. */
export interface Missing {
  readonly all: readonly string[];
  /** Of these, one is enough. */
  readonly oneOf: readonly string[];
}

/**
 * The params that a type of task needs and that are not there; nothing when it has them all.
 * @throws {A2aRefusal} `invalid_params` for params that are there and do not fit
 */
export function missingParams(
  intent: A2aTaskId,
  params: Readonly<Record<string, unknown>>,
  at: string,
): Missing | undefined {
  const form = paramForms.get(intent) ?? ajv.compile(a2aTasks[intent].inputSchema);
  paramForms.set(intent, form);
  if (form(params)) return undefined;
  const errors = form.errors ?? [];
  const wrong = errors.filter(({ keyword }) => !["required", "anyOf", "oneOf", "allOf", "if"].includes(keyword));
  if (wrong.length > 0) throw misfit(...wrong.map((error) => placed(error, `${at}/params`)));
  const missing = errors.filter(({ keyword }) => keyword === "required");
  const isOption = ({ schemaPath }: ErrorObject) => schemaPath.includes("/anyOf/");
  return {
    all: namesOf(missing.filter((error) => !isOption(error))),
    oneOf: namesOf(missing.filter(isOption)),
  };
}

/** The missing properties that errors name, with a dot before those of a property's own. */
function namesOf(errors: readonly ErrorObject[]): string[] {
  const names = errors.map(({ instancePath, params: { missingProperty } }) =>
    `${instancePath}/${missingProperty}`.slice(1).replaceAll("/", "."),
  );
  return [...new Set(names)];
}

function placed(error: ErrorObject, at: string): { pointer: string; detail: string } {
  const { instancePath, keyword, params, message = "is not valid" } = error;
  const extra = keyword === "additionalProperties" ? `/${params["additionalProperty"]}` : "";
  const pointer = `${at}${instancePath}${extra}`;
  const name = pointer.split("/").at(-1);
  return { pointer, detail: extra === "" ? `${name} ${message}.` : `There is no param ${name}.` };
}

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

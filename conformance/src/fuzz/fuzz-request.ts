import fc from "fast-check";
import type { OperationEntry } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { CallOptions } from "../protocol-client.ts";
import type { FuzzPool } from "./fuzz-pool.ts";
import { HOSTILE_BODIES, HOSTILE_HEADERS, hostileText, hostileValue } from "./hostile.ts";
import { SchemaValues } from "./schema-values.ts";

/** One thing that differs from a plain request. */
export type Twist =
  | { readonly kind: "member"; readonly name: string; readonly value: unknown }
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "header"; readonly name: string; readonly value: string }
  | { readonly kind: "body"; readonly text: string };

/** A request as plain as possible, and what was twisted about it: the fewer twists, the shorter a failure. */
export interface FuzzRequest {
  readonly members: Readonly<Record<string, unknown>>;
  readonly twists: readonly Twist[];
}

type Schema = Readonly<Record<string, unknown>>;

/**
 * Requests for one operation, from its published input: what it needs with values that mean something, and up to three
 * twists. An operation that must not succeed by accident never gets what it needs.
 */
export function fuzzRequests(schema: Schema, pool: FuzzPool, tame: boolean): fc.Arbitrary<FuzzRequest> {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const names = Object.keys(properties);
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  const values = new SchemaValues(schema);
  const lawful = (name: string): fc.Arbitrary<unknown> => {
    const known = pool.known.get(name) ?? [];
    if (known.length === 0) return values.of(properties[name]);
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: values.of(properties[name]) },
    );
  };
  const members = fc.record(Object.fromEntries(required.map((name) => [name, tame ? lawful(name) : hostileValue()])));
  const name = fc.constantFrom(...(names.length === 0 ? ["unknown"] : [...names, "unknown"]));
  const twist: fc.Arbitrary<Twist> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("member" as const), name, value: hostileValue() }) },
    {
      weight: 3,
      arbitrary: name.chain((one) =>
        (tame ? lawful(one) : hostileValue()).map((value) => ({ kind: "member" as const, name: one, value })),
      ),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("missing" as const), name }) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...HOSTILE_HEADERS)
        .map(([header, value]) => ({ kind: "header" as const, name: header, value })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_BODIES).map((text) => ({ kind: "body" as const, text })) },
    {
      weight: 1,
      arbitrary: hostileText().map((value) => ({ kind: "member" as const, name: "page", value })),
    },
  );
  return fc.record({ members, twists: fc.array(twist, { maxLength: 3 }) });
}

/** The request as it is sent. */
export function callOf(operation: OperationEntry, { members, twists }: FuzzRequest): CallOptions {
  const flat: Record<string, unknown> = { ...members };
  const headers: Record<string, string> = {};
  let rawBody: string | undefined;
  for (const twist of twists) {
    if (twist.kind === "member") flat[twist.name] = twist.value;
    else if (twist.kind === "missing") flat[twist.name] = undefined;
    else if (twist.kind === "header") headers[twist.name] = twist.value;
    else if (operation.commandType !== null) rawBody = twist.text;
  }
  const inPath = [...operation.path.matchAll(/[:{]([a-z_]+)\}?/g)].map(([, name = ""]) => name);
  const path: Record<string, string> = {};
  const query: Record<string, string> = {};
  const attributes: Record<string, unknown> = {};
  // An empty segment would be another path.
  for (const name of inPath) path[name] = textOf(flat[name]) || "-";
  for (const [name, value] of Object.entries(flat)) {
    if (inPath.includes(name) || value === undefined) continue;
    if (operation.commandType !== null) attributes[name] = value;
    else query[name] = textOf(value);
  }
  return { path, query, attributes, headers, deliberate: true, ...(rawBody === undefined ? {} : { rawBody }) };
}

/** Addresses hold well-formed text only. */
function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.toWellFormed().slice(0, 2_000);
}

/** Two words about the request, for a report. */
export function describeTwists({ twists }: FuzzRequest): string {
  if (twists.length === 0) return "nothing odd about it";
  return twists
    .map((twist) => {
      if (twist.kind === "body") return `the body ${JSON.stringify(twist.text.slice(0, 60))}`;
      if (twist.kind === "missing") return `no ${twist.name}`;
      return `${twist.name}: ${JSON.stringify(twist.value)?.slice(0, 80)}`;
    })
    .join(", ");
}

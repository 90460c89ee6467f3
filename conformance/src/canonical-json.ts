import { createHash } from "node:crypto";
import { isRecord } from "./json-path.ts";

/**
 * JSON text in its canonical form (RFC 8785): members in the order of their UTF-16 units, numbers and strings as
 * ECMAScript writes them, no white space. Written here on purpose: a judge that recomputes a node's digests must not do
 * it with the node's own code.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "null";
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(",")}}`;
}

/** Lower-case hexadecimal SHA-256 over the canonical JSON of a value. */
export function canonicalDigest(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
}

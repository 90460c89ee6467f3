import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Hexadecimal SHA-256 over the canonical JSON (RFC 8785) of a value; members that are undefined do not count. */
export function canonicalDigest(value: object): string {
  const text = canonicalize(JSON.parse(JSON.stringify(value)));
  if (text === undefined) throw new Error("There is no JSON of this value.");
  return createHash("sha256").update(text).digest("hex");
}

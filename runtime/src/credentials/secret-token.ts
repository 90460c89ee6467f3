import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret that opens one thing, without saying who holds it. The token is shown once. */
export interface SecretToken {
  readonly token: string;
  /** Finds the row; tells nothing of the rest. */
  readonly prefix: string;
  /** SHA-256 of the whole token, in hexadecimal digits: all that is stored. */
  readonly hash: string;
}

/** What stands before a token, to tell what it is for. */
export type TokenKind = "pbc" | "pbt";

/** Makes a token of 256 random bits: `<kind>_<prefix>_<secret>`. */
export function issueToken(kind: TokenKind): SecretToken {
  const prefix = randomBytes(8).toString("hex");
  const token = `${kind}_${prefix}_${randomBytes(32).toString("base64url")}`;
  return { token, prefix, hash: digestOf(token).toString("hex") };
}

/** The prefix of a well-formed token of this kind; null for anything else. */
export function prefixOf(kind: TokenKind, token: string): string | null {
  return new RegExp(`^${kind}_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$`).exec(token)?.[1] ?? null;
}

/** Whether a token is the one of this digest, in a time that tells nothing about it. */
export function isToken(token: string, hash: string): boolean {
  return timingSafeEqual(digestOf(token), Buffer.from(hash, "hex"));
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

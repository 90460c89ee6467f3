import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { JsonObject } from "../storage/json-shapes.ts";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts restricted payloads at rest (evidence 6): AES-256-GCM, bound to the item it belongs to. */
export class Vault {
  readonly #key: Buffer;

  /** @throws {Error} when the key is not 32 bytes long */
  constructor(key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`The evidence key must be ${KEY_BYTES} bytes long.`);
    this.#key = key;
  }

  /** Base64 of nonce, tag and ciphertext. */
  seal(itemId: string, data: JsonObject): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(itemId));
    const text = Buffer.concat([cipher.update(JSON.stringify(data), "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
  }

  /** @throws {Error} when the text was sealed with another key, for another item, or was altered */
  open(itemId: string, sealed: string): JsonObject {
    const bytes = Buffer.from(sealed, "base64");
    const iv = bytes.subarray(0, IV_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(itemId));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString("utf8")) as JsonObject;
  }
}

/**
 * The vault of a node: its key from SERVICIALO_EVIDENCE_KEY (Base64), else from the file `<database>.key`, which is made
 * at the first start, readable by its owner alone. Whoever loses the key loses the restricted payloads.
 * @throws {Error} when the key has the wrong length
 */
export function openVault(database: string, environment: NodeJS.ProcessEnv): Vault {
  const given = environment["SERVICIALO_EVIDENCE_KEY"];
  if (given !== undefined && given !== "") return new Vault(Buffer.from(given, "base64"));
  if (database === ":memory:") return new Vault(randomBytes(KEY_BYTES));
  const file = `${database}.key`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  return new Vault(Buffer.from(readFileSync(file, "utf8").trim(), "base64"));
}

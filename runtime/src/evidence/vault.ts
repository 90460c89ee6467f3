import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseDatabaseLocation } from "../storage/database-location.ts";
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

  /** Seals a payload for one item. */
  seal(itemId: string, data: JsonObject): string {
    return this.sealText(itemId, JSON.stringify(data));
  }

  /** @throws {Error} when the payload was sealed with another key, for another item, or was altered */
  open(itemId: string, sealed: string): JsonObject {
    return JSON.parse(this.openText(itemId, sealed)) as JsonObject;
  }

  /** Seals any text for whatever the name stands for: Base64 of nonce, tag and ciphertext. */
  sealText(name: string, text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(name));
    const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64");
  }

  /** @throws {Error} when the text was sealed with another key, for another name, or was altered */
  openText(name: string, sealed: string): string {
    const bytes = Buffer.from(sealed, "base64");
    const iv = bytes.subarray(0, IV_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  }
}

/**
 * The vault of a node: its key from SERVICIALO_EVIDENCE_KEY (Base64), else from the file `<database>.key`, which is made
 * at the first start, readable by its owner alone. Whoever loses the key loses the restricted payloads.
 * @throws {Error} when the key has the wrong length, or there is none for a PostgreSQL database
 */
export function openVault(database: string, environment: NodeJS.ProcessEnv): Vault {
  const given = environment["SERVICIALO_EVIDENCE_KEY"];
  if (given !== undefined && given !== "") return new Vault(Buffer.from(given, "base64"));
  if (parseDatabaseLocation(database).dialect === "postgres") {
    throw new Error(
      "On PostgreSQL all processes share one evidence key: set SERVICIALO_EVIDENCE_KEY, such as from `openssl rand -base64 32`.",
    );
  }
  if (database === ":memory:") return new Vault(randomBytes(KEY_BYTES));
  const file = `${database}.key`;
  if (!existsSync(file)) makeKeyFile(file);
  return new Vault(Buffer.from(readFileSync(file, "utf8").trim(), "base64"));
}

/** Nodes that open a new file together agree on one key: it appears whole, and the first to make it wins. */
function makeKeyFile(file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parseDatabaseLocation } from "../storage/database-location.ts";
import type { JsonObject } from "../storage/json-shapes.ts";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where the keys of a vault stand, the current one first. */
export interface VaultKeys {
  readonly current: Buffer;
  /** Keys that things may still be sealed with. */
  readonly former?: readonly Buffer[];
  /** Reads them anew: another process may have changed them since. */
  readonly reload?: () => VaultKeys;
}

/**
 * Encrypts restricted payloads at rest (evidence 6): AES-256-GCM, bound to the item it belongs to. It seals with the
 * current key, and opens with that or a former one.
 */
export class Vault {
  #keys: readonly Buffer[];
  readonly #reload: VaultKeys["reload"];

  /** @throws {Error} when a key is not 32 bytes long */
  constructor(keys: Buffer | VaultKeys) {
    const { current, former = [], reload } = Buffer.isBuffer(keys) ? { current: keys } : keys;
    this.#keys = [current, ...former];
    this.#reload = reload;
    if (this.#keys.some((key) => key.length !== KEY_BYTES)) {
      throw new Error(`The evidence key must be ${KEY_BYTES} bytes long.`);
    }
  }

  get #key(): Buffer {
    return this.#keys[0] as Buffer;
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
    try {
      return openWithAny(this.#keys, name, sealed);
    } catch (error) {
      if (!this.#reload) throw error;
      const { current, former = [] } = this.#reload();
      this.#keys = [current, ...former];
      return openWithAny(this.#keys, name, sealed);
    }
  }

  /** The same text sealed with the current key; null when it is already. */
  reseal(name: string, sealed: string): string | null {
    try {
      openWithAny([this.#key], name, sealed);
      return null;
    } catch {
      return this.sealText(name, this.openText(name, sealed));
    }
  }

  /** A digest by which equal texts are known without being readable: nobody without the key can try texts out. */
  digest(name: string, text: string): string {
    return createHmac("sha256", this.#key)
      .update(JSON.stringify([name, text]))
      .digest("hex");
  }
}

function openWithAny(keys: readonly Buffer[], name: string, sealed: string): string {
  let last: unknown;
  for (const key of keys) {
    try {
      return openWith(key, name, sealed);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function openWith(key: Buffer, name: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/**
 * The vault of a node: its keys from SERVICIALO_EVIDENCE_KEY (Base64; the current one, then former ones after commas),
 * else from the file `<database>.key`, one a line, which is made at the first start, readable by its owner alone. Whoever
 * loses the key loses the restricted payloads.
 * @throws {Error} when a key has the wrong length, or there is none for a PostgreSQL database
 */
export function openVault(database: string, environment: NodeJS.ProcessEnv): Vault {
  const given = environment["SERVICIALO_EVIDENCE_KEY"];
  if (given !== undefined && given !== "") return new Vault(parseKeys(given.split(",")));
  if (parseDatabaseLocation(database).dialect === "postgres") {
    throw new Error(
      "On PostgreSQL all processes share one evidence key: set SERVICIALO_EVIDENCE_KEY, such as from `openssl rand -base64 32`.",
    );
  }
  if (database === ":memory:") return new Vault(randomBytes(KEY_BYTES));
  const file = keyFileOf(database);
  if (!existsSync(file)) makeKeyFile(file);
  const reload = () => parseKeys(readKeyFile(file));
  return new Vault({ ...reload(), reload });
}

/** Where the keys of an SQLite database stand when the environment gives none. */
export function keyFileOf(database: string): string {
  return `${database}.key`;
}

/** The keys of a file, as text, the current one first. */
export function readKeyFile(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** Puts other keys into a file: it is whole at every moment. */
export function replaceKeyFile(file: string, keys: readonly string[]): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${keys.join("\n")}\n`, { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
}

/** A new key, as text. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString("base64");
}

function parseKeys(texts: readonly string[]): VaultKeys {
  const [current = Buffer.alloc(0), ...former] = texts.map((text) => Buffer.from(text.trim(), "base64"));
  return { current, former };
}

/** Nodes that open a new file together agree on one key: it appears whole, and the first to make it wins. */
function makeKeyFile(file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${newKey()}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

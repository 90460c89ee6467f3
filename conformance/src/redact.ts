import { isRecord } from "./json-path.ts";
import { CREDENTIAL_KINDS, type CredentialKind, type Credentials } from "./settings.ts";

const SECRET_NAME = "token|secret|password|passphrase|api[_-]?key|(?:private|signing|access)[_-]?key";
const SECRET_MEMBER = new RegExp(`(?:^|_|-)(?:${SECRET_NAME}|authorization|cookie)$`, "i");
const SECRET_IN_TEXT = new RegExp(`("(?:[a-z0-9_-]*(?:${SECRET_NAME}))"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)(")`, "gi");
/** Shorter texts are words, and would take half of a report with them. */
const SHORTEST_LEARNED = 12;

/** Removes every known secret, and every member that looks like one, from whatever leaves the process. */
export class Redactor {
  readonly #labels = new Map<string, string>();
  #pattern: RegExp | null = null;

  constructor(credentials: Credentials, url = "") {
    for (const kind of CREDENTIAL_KINDS) {
      const token = credentials[kind]?.token;
      if (token !== undefined) this.#know(token, `$${tokenVariable(kind)}`);
    }
    const password = passwordOf(url);
    if (password !== "") this.#know(password, "$SERVICIALO_URL_PASSWORD");
  }

  /**
   * Learns the secrets that a node handed out in an answer, or that a request carried: wherever they turn up again, they
   * are removed, too.
   */
  learn(text: string): void {
    for (const [, , secret = ""] of text.matchAll(SECRET_IN_TEXT)) {
      if (secret.length >= SHORTEST_LEARNED && !/\s/.test(secret) && !this.#labels.has(secret)) {
        this.#know(secret, "[redacted]");
      }
    }
  }

  /** Replaces secrets inside a text by the name of the environment variable that holds them. */
  text(value: string): string {
    const clean = value.replace(this.#compiled(), (secret) => this.#labels.get(secret) ?? "[redacted]");
    return clean.replace(SECRET_IN_TEXT, (_match, before: string, secret: string, after: string) =>
      secret.startsWith("$SERVICIALO_") || secret === "" ? `${before}${secret}${after}` : `${before}[redacted]${after}`,
    );
  }

  /** A deep copy of a JSON value without secrets. */
  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        this.text(name),
        SECRET_MEMBER.test(name) && typeof member === "string" ? this.#secretMember(member) : this.value(member),
      ]),
    );
  }

  #secretMember(member: string): string {
    const clean = this.text(member);
    return clean.includes("$SERVICIALO_") || clean === "" ? clean : "[redacted]";
  }

  #know(secret: string, label: string): void {
    for (const spelling of spellings(secret)) if (!this.#labels.has(spelling)) this.#labels.set(spelling, label);
    this.#pattern = null;
  }

  /** Longest first, so that a secret containing another one is replaced whole. */
  #compiled(): RegExp {
    if (this.#pattern === null) {
      const known = [...this.#labels.keys()].sort((a, b) => b.length - a.length);
      this.#pattern =
        known.length === 0
          ? /(?!)/g
          : new RegExp(known.map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|"), "g");
    }
    return this.#pattern;
  }
}

/** Name of the environment variable that holds the token of a party. */
export function tokenVariable(kind: CredentialKind): string {
  return `SERVICIALO_TOKEN_${kind.toUpperCase()}`;
}

function spellings(secret: string): string[] {
  if (secret.length < 4) return [secret];
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64"),
      Buffer.from(secret).toString("base64url"),
    ]),
  ];
}

function passwordOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : "";
}

import { isRecord } from "./json-path.ts";
import { CREDENTIAL_KINDS, type CredentialKind, type Credentials } from "./settings.ts";

const SECRET_MEMBER = /(?:^|_|-)(?:token|secret|password|api_?key|authorization|cookie)$/i;
const SECRET_IN_TEXT = /("(?:[a-z0-9_-]*(?:token|secret|password|api_?key))"\s*:\s*")((?:[^"\\]|\\.)*)(")/gi;

/** Removes every known secret, and every member that looks like one, from whatever leaves the process. */
export class Redactor {
  readonly #known: readonly { secret: string; label: string }[];

  constructor(credentials: Credentials, url = "") {
    const known: { secret: string; label: string }[] = [];
    for (const kind of CREDENTIAL_KINDS) {
      const token = credentials[kind]?.token;
      if (token !== undefined)
        known.push(...spellings(token).map((secret) => ({ secret, label: tokenVariable(kind) })));
    }
    const password = passwordOf(url);
    if (password !== "")
      known.push(...spellings(password).map((secret) => ({ secret, label: "SERVICIALO_URL_PASSWORD" })));
    // Longest first, so that a secret containing another one is replaced whole.
    this.#known = known.sort((a, b) => b.secret.length - a.secret.length);
  }

  /** Replaces secrets inside a text by the name of the environment variable that holds them. */
  text(value: string): string {
    let clean = value;
    for (const { secret, label } of this.#known) clean = clean.replaceAll(secret, `$${label}`);
    return clean.replace(SECRET_IN_TEXT, (_match, before: string, secret: string, after: string) =>
      secret.startsWith("$") ? `${before}${secret}${after}` : `${before}[redacted]${after}`,
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
    return clean.includes("$SERVICIALO_") ? clean : "[redacted]";
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

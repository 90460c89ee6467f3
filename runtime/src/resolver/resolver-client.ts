import { operations, protocolVersion } from "@servicialo/schema/0.8/operations";
import { request } from "undici";

/** Milliseconds that a resolver has to answer. */
const TIME_LIMIT_MS = 10_000;

/** The same for a registration, which waits for the endpoint that the resolver asks meanwhile. */
const REGISTRATION_LIMIT_MS = 60_000;

/** Characters of an answer that are kept. */
const KEPT_CHARACTERS = 500;

/** A resolver of the network, and the account at it. */
export interface ResolverAccount {
  /** Base path of its HTTP profile, without trailing slash. */
  readonly url: string;
  readonly key: string;
}

/** What a resolver answered; without a status it did not, or not in time. */
export interface ResolverAnswer {
  readonly status: number | null;
  /** Code of its refusal, or what went wrong. */
  readonly text: string;
}

type Administration = "resolve.register" | "resolve.update_endpoint" | "telemetry.heartbeat";

/** An organization's calls to the resolver that it is registered in. Never throws. */
export async function askResolver(
  account: ResolverAccount,
  operation: Administration,
  call: { readonly path?: Readonly<Record<string, string>>; readonly attributes: object; readonly stop?: AbortSignal },
): Promise<ResolverAnswer> {
  const { method, path } = operations[operation];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? ""));
  const limit = AbortSignal.timeout(operation === "resolve.register" ? REGISTRATION_LIMIT_MS : TIME_LIMIT_MS);
  try {
    const answer = await request(`${account.url}${filled}`, {
      method,
      headers: {
        authorization: `Bearer ${account.key}`,
        "content-type": "application/json",
        "x-servicialo-version": protocolVersion,
      },
      body: JSON.stringify(call.attributes),
      signal: call.stop ? AbortSignal.any([call.stop, limit]) : limit,
    });
    const text = (await answer.body.text()).slice(0, 64 * 1024);
    return { status: answer.statusCode, text: answer.statusCode < 300 ? "" : refusalIn(text) };
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string };
    return { status: null, text: (message || code || "The resolver cannot be reached.").slice(0, KEPT_CHARACTERS) };
  }
}

/** Code and detail of a refusal; the beginning of the text when it is none of the protocol's. */
function refusalIn(text: string): string {
  try {
    const [first] = (JSON.parse(text) as { errors: readonly { code?: string; detail?: string }[] }).errors;
    return [first?.code, first?.detail].filter(Boolean).join(": ").slice(0, KEPT_CHARACTERS);
  } catch {
    return text.slice(0, KEPT_CHARACTERS);
  }
}

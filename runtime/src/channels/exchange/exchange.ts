import type { FastifyInstance } from "fastify";
import { fetch } from "undici";
import { type Door, throughDoor } from "../../observability/door.ts";

/** A request of the HTTP profile, freed from the socket that it may come from or go to. */
export interface ProfileRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query, from the root of the host. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What was answered to it. */
export interface ProfileAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the answer; undefined when it carries none. */
  readonly body: unknown;
  /** The same as it was written, where it came that way. */
  readonly text?: string;
}

/** Who stands behind a request that came through another door than HTTP. */
export interface Peer {
  /** Address of the peer; null for a local pipe, which no address list admits (mandates page 3). */
  readonly address: string | null;
}

/**
 * The one way from the other doors to the operations: what they take becomes a request of the HTTP profile. Therefore
 * nothing is judged twice, and the same door can stand in front of any node that speaks the profile.
 */
export type Exchange = (request: ProfileRequest, peer: Peer) => Promise<ProfileAnswer>;

/** Stands for the address of a local pipe; it is no address, so that no list of addresses holds it. */
export const LOCAL_PIPE = "local-pipe";

/** Asks the node of this process on behalf of a door, without a socket. */
export function inProcess(app: FastifyInstance, door: Door): Exchange {
  return async ({ method, target, headers, body }, { address }) => {
    const answer = await throughDoor(door, () =>
      app
        .inject({
          method,
          url: target,
          headers,
          remoteAddress: address ?? LOCAL_PIPE,
          // What is made here need not be checked.
          validate: false,
          ...(body !== undefined && { payload: body }),
        })
        // Begins the request here and now: it would begin where it is awaited, outside the door.
        .then((given) => given),
    );
    return {
      status: answer.statusCode,
      headers: textHeaders(answer.headers),
      body: jsonOf(answer.body),
      text: answer.body,
    };
  };
}

/**
 * Asks a node over the network. Whom it is asked for stands in `X-Forwarded-For`, for nodes that trust this proxy.
 * @param base address of the node: scheme, host and whatever stands before `/servicialo/v1`
 * @param timeoutMs milliseconds that one request may take
 * @throws {TypeError} when the node cannot be reached; {DOMException} `TimeoutError` when it keeps silent
 */
export function overNetwork(base: string, timeoutMs: number): Exchange {
  const root = base.replace(/\/+$/, "");
  return async ({ method, target, headers, body }, { address }) => {
    const answer = await fetch(`${root}${target}`, {
      method,
      headers: { ...headers, ...(address !== null && { "x-forwarded-for": address }) },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: jsonOf(text), text };
  };
}

function jsonOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

import type { lookup } from "node:dns";
import { Agent, request } from "undici";
import { guardedLookup, namesInternalHost, RefusedAddressError } from "./address-guard.ts";

/** A subscriber has this long to answer, in milliseconds. */
const TIME_LIMIT_MS = 10_000;

/** Characters of an answer that are kept. */
const KEPT_CHARACTERS = 2000;

/** UTF-8 needs at most four bytes for a character. */
const MOST_BYTES = KEPT_CHARACTERS * 4;

/** How a subscriber answered; without a status it did not, or not in time. */
export interface Answer {
  readonly status: number | null;
  /** The beginning of the answer, else what went wrong. */
  readonly text: string;
}

export interface PosterOptions {
  /** Also to private and loopback addresses: for development. */
  readonly allowPrivate: boolean;
  /** Who resolves names; the system unless told. */
  readonly resolve?: typeof lookup;
}

/** Posts events to addresses that others have named. Redirects are answers like any other: they are not followed. */
export class EventPoster {
  readonly #agent: Agent;
  readonly #allowPrivate: boolean;

  constructor({ allowPrivate, resolve }: PosterOptions) {
    this.#allowPrivate = allowPrivate;
    this.#agent = new Agent({
      connect: { timeout: TIME_LIMIT_MS, ...(!allowPrivate && { lookup: guardedLookup(resolve) }) },
    });
  }

  /** Posts one body; never throws. */
  async post(url: string, headers: Record<string, string>, body: string, stop: AbortSignal): Promise<Answer> {
    try {
      // No name server is asked for an address, so no look-up would refuse it.
      if (!this.#allowPrivate && namesInternalHost(url)) throw new RefusedAddressError(new URL(url).hostname);
      const signal = AbortSignal.any([stop, AbortSignal.timeout(TIME_LIMIT_MS)]);
      const answer = await request(url, { method: "POST", headers, body, dispatcher: this.#agent, signal });
      return { status: answer.statusCode, text: await beginningOf(answer.body) };
    } catch (error) {
      return { status: null, text: describe(error) };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** Reads no more of an answer than is kept. A subscriber that breaks off in the middle has answered all the same. */
async function beginningOf(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_BYTES) break;
    }
  } catch {
    // What came so far is what there is.
  } finally {
    body.destroy();
  }
  const text = Buffer.concat(chunks).toString("utf8").replaceAll("\u0000", "\u{fffd}");
  return [...text].slice(0, KEPT_CHARACTERS).join("");
}

function describe(error: unknown): string {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown };
  if (cause instanceof RefusedAddressError) return cause.message;
  return (message || code || "The subscriber cannot be reached.").slice(0, KEPT_CHARACTERS);
}

import { Agent, fetch, type RequestInit, type Response } from "undici";
import { guardedLookup, namesInternalHost, RefusedAddressError } from "../webhooks/address-guard.ts";

/** Longest answer that is read, in bytes. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Milliseconds that one answer may take. */
const TIME_LIMIT_MS = 10_000;

/** Asks addresses that others have named. */
export interface GuardedFetch {
  /** @throws {Error} when the address leads into a private network, redirects, or does not answer in time */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/**
 * A `fetch` that goes to public addresses only, follows no redirect, and reads no more than it has to.
 * @param allowPrivate also into private networks
 */
export function guardedFetch(allowPrivate: boolean): GuardedFetch {
  const dispatcher = new Agent({
    connect: { timeout: TIME_LIMIT_MS, ...(!allowPrivate && { lookup: guardedLookup() }) },
    headersTimeout: TIME_LIMIT_MS,
    bodyTimeout: TIME_LIMIT_MS,
    maxResponseSize: MOST_BYTES,
  });
  return {
    async fetch(url, init = {}) {
      // No name server is asked for an address, so no look-up would refuse it.
      if (!allowPrivate && namesInternalHost(String(url))) throw new RefusedAddressError(new URL(url).hostname);
      return fetch(url, { ...init, dispatcher, redirect: "error" });
    },
    close: () => dispatcher.destroy(),
  };
}

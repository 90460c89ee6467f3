import { dataOf, expectEqual } from "../expect.ts";
import type { Cast, Scene } from "./cast.ts";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The node's time, as far as it can be known: nodes without a sandbox clock keep real time. */
export async function nodeTime({ cast, clinic }: Scene): Promise<Date> {
  if (!clinic.sandboxClock) return new Date();
  const clock = dataOf("sandbox clock", await cast.organization.call("sandbox.get_clock"));
  return new Date(clock.attributes.now);
}

/** Moves the node's time forward to this instant, epoch milliseconds, or text with an offset. */
export async function moveTimeTo(cast: Cast, instant: number | string): Promise<void> {
  const setTo = new Date(instant).toISOString();
  const answer = await cast.organization.call("sandbox.set_clock", { set_to: setTo });
  const clock = dataOf("sandbox.set_clock", answer).attributes;
  expectEqual("time after moving the sandbox clock", Date.parse(clock.now) >= Date.parse(setTo), true);
}

import { dataOf, expectEqual } from "../expect.ts";
import type { Cast } from "./cast.ts";

/** The node's time. */
export async function nodeTime(cast: Cast): Promise<Date> {
  const clock = dataOf("sandbox clock", await cast.organization.call("sandbox.get_clock"));
  return new Date(clock.attributes.now);
}

/** Moves the node's time forward to this instant. */
export async function moveTimeTo(cast: Cast, instant: Date): Promise<void> {
  const answer = await cast.organization.call("sandbox.set_clock", { set_to: instant.toISOString() });
  expectEqual("status of moving the sandbox clock", answer.status, 200);
}

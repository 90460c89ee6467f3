import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { expectThat } from "../expect.ts";
import type { Cast, Narrate } from "./cast.ts";
import { findClinic, findSlots } from "./find-clinic.ts";
import { happyPath } from "./happy-path.ts";
import { lateCancellation } from "./late-cancellation.ts";
import { noShow } from "./no-show.ts";
import { reschedule } from "./reschedule.ts";
import { nodeTime } from "./sandbox-time.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The whole story. What needs time to pass comes last, in the order of its times.
 * @throws {Mismatch} at the first thing that is not as the protocol says
 */
export async function walk(cast: Cast, narrate: Narrate): Promise<void> {
  const clinic = await findClinic(cast, narrate);
  const now = clinic.sandboxClock ? await nodeTime(cast) : new Date();
  const slots = withoutOverlap(await findSlots(cast, clinic, new Date(now.getTime() + 2 * DAY_MS)));
  const [first, second, third, fourth, fifth] = slots;
  expectThat(
    "five free slots lie ahead",
    fifth !== undefined && first !== undefined && second !== undefined && third !== undefined && fourth !== undefined,
  );
  await happyPath(cast, clinic, first, narrate);
  await reschedule(cast, clinic, { from: second, to: third }, narrate);
  if (!clinic.sandboxClock) {
    narrate("the node offers no sandbox clock: late cancellation and no-show need time to pass and are left out");
    return;
  }
  await lateCancellation(cast, clinic, fourth, narrate);
  await noShow(cast, clinic, fifth, narrate);
}

/** The slots that can be taken one beside the other, by start. */
function withoutOverlap(slots: readonly AvailabilitySlot[]): AvailabilitySlot[] {
  const chosen: AvailabilitySlot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (!last || Date.parse(slot.starts_at) >= Date.parse(last.ends_at)) chosen.push(slot);
  }
  return chosen;
}

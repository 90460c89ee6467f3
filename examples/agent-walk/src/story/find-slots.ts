import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { dataOf, expectThat } from "../expect.ts";
import type { Scene } from "./cast.ts";
import { DAY_MS, nodeTime } from "./sandbox-time.ts";

/** A free slot, with its start and end as epoch milliseconds beside the texts. */
export interface Slot extends AvailabilitySlot {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * This many slots that can be taken one beside the other, by start: free for the story's provider and client, two days
 * away or more, so that nothing that happens before them is late.
 */
export async function nextSlots<Count extends number>(scene: Scene, count: Count): Promise<Slots<Count>> {
  const notBefore = (await nodeTime(scene)).getTime() + 2 * DAY_MS;
  const chosen: Slot[] = [];
  for (const slot of await freeSlots(scene, { reader: scene.cast.client, notBefore })) {
    if (slot.startMs >= (chosen.at(-1)?.endMs ?? 0)) chosen.push(slot);
  }
  expectThat(`${count} free slots lie within two weeks`, chosen.length >= count);
  return chosen.slice(0, count) as unknown as Slots<Count>;
}

type Slots<Count extends number, Known extends Slot[] = []> = Known["length"] extends Count
  ? Known
  : Slots<Count, [...Known, Slot]>;

/** The next slot. */
export async function nextSlot(scene: Scene): Promise<Slot> {
  const [slot] = await nextSlots(scene, 1);
  return slot;
}

interface Search {
  /** Who looks; a client is offered only what their own calendar allows. */
  readonly reader: ServicialoClient;
  /** Default: the story's provider. */
  readonly providerId?: string;
  /** Earliest start that is of use, epoch milliseconds. */
  readonly notBefore: number;
}

/** Free slots of a provider of the story's offer within two weeks, by start. */
export async function freeSlots({ cast, clinic }: Scene, search: Search): Promise<Slot[]> {
  const { reader, providerId = cast.provider.id, notBefore } = search;
  const slots = dataOf(
    "scheduling.check_availability",
    await reader.call("scheduling.check_availability", {
      org_slug: cast.organizationSlug,
      service_id: clinic.offer.id,
      provider_id: providerId,
      date_from: localDate(notBefore),
      date_to: localDate(notBefore + 14 * DAY_MS),
      per_page: 100,
    }),
  );
  return slots
    .map(({ attributes }) => ({
      ...attributes,
      startMs: Date.parse(attributes.starts_at),
      endMs: Date.parse(attributes.ends_at),
    }))
    .filter(({ startMs }) => startMs >= notBefore);
}

/** Whether a provider is offered for the whole of an interval, in one slot or in several that join up. */
export function covers(slots: readonly Slot[], { startMs, endMs }: Slot): boolean {
  let reached = startMs;
  for (const slot of slots) if (slot.startMs <= reached && slot.endMs > reached) reached = slot.endMs;
  return reached >= endMs;
}

function localDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

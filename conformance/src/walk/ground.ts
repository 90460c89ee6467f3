import type { OperationId } from "../artefacts.ts";
import type { CaseContext } from "../case-context.ts";
import { nearSlots } from "../near-slots.ts";
import type { BookableOffer, Slot } from "../slot-book.ts";
import { placeWithResource } from "../special-places.ts";
import { NotApplicable, Unmet } from "../verdict.ts";
import { INVARIANTS, type InvariantName } from "./invariants.ts";

const DAY_MS = 86_400_000;
/** Beyond what cases are handed out, so that a walk takes nothing away from them. */
const FIRST_DAY = 30;
const DAYS = 20;
const CLIENTS = 3;

/** What can be walked on a node: what it declares, with the credentials at hand. */
export interface Ground {
  readonly offer: BookableOffer;
  readonly clients: readonly string[];
  readonly withResources: boolean;
  readonly withOrders: boolean;
  readonly withMandates: boolean;
  readonly withPayments: boolean;
  /** Convenience operations that the node declares. */
  readonly conveniences: readonly Convenience[];
  /** What is judged; the rest is walked only as far as these need it. */
  readonly judged: ReadonlySet<InvariantName>;
  /** What is left out, and why. */
  readonly leftOut: readonly string[];
}

export const CONVENIENCES = [
  "scheduling.confirm",
  "scheduling.cancel",
  "scheduling.reschedule",
  "delivery.checkin",
  "delivery.checkout",
  "documentation.create",
] as const;
export type Convenience = (typeof CONVENIENCES)[number];

/** @throws Unmet when nothing can be booked */
export async function findGround(context: CaseContext, requirements: ReadonlySet<string>): Promise<Ground> {
  const { world, node } = context;
  const leftOut: string[] = [];
  const names = Object.keys(INVARIANTS) as InvariantName[];
  const judged = new Set(names.filter((name) => requirements.has(INVARIANTS[name].requirement)));
  const wants = (...of: readonly InvariantName[]) => of.some((name) => judged.has(name));
  const declares = async (what: string, ...ids: readonly OperationId[]) => {
    try {
      await world.needs(...ids);
      return true;
    } catch (error) {
      if (!(error instanceof NotApplicable || error instanceof Unmet)) throw error;
      leftOut.push(`${what} (${error.message})`);
      return false;
    }
  };
  const has = (what: string, kind: Parameters<typeof node.has>[0]) => {
    if (node.has(kind)) return true;
    leftOut.push(`${what} (no ${kind} credential was given)`);
    return false;
  };
  const withResources = wants("capacity") && (await declares("resources", "resource.create", "resource.delete"));
  const orderOperations = [
    "service_orders.create",
    "service_orders.propose",
    "service_orders.activate",
    "service_orders.get",
    "service_orders.get_ledger",
  ] as const;
  const withOrders =
    wants("moves", "limit", "covered", "ledger") &&
    has("orders", "client") &&
    (await declares("orders", ...orderOperations));
  const withMandates =
    wants("suspended", "revoked") &&
    has("mandates", "agent") &&
    (await declares("mandates", "mandates.issue", "mandates.suspend", "mandates.revoke"));
  const withPayments = await declares("payments", "payments.record_payment");
  has("delivery", "provider");
  const conveniences: Convenience[] = [];
  for (const id of CONVENIENCES) if (await world.declares(id)) conveniences.push(id);
  const { offer } = withResources ? await placeWithResource(world) : await world.bookable();
  const clients = await someClients(context, leftOut);
  return { offer, clients, withResources, withOrders, withMandates, withPayments, conveniences, judged, leftOut };
}

/** The run's client first, then others that nobody else uses, where the node lets the organization make them. */
async function someClients(context: CaseContext, leftOut: string[]): Promise<readonly string[]> {
  const clients = [await context.world.clientId()];
  if (!(await context.world.declares("clients.get_or_create"))) {
    leftOut.push("several clients (clients.get_or_create is not declared)");
    return clients;
  }
  while (clients.length < CLIENTS) clients.push(await context.world.newClient());
  return clients;
}

/**
 * Free times around one moment, of every provider of the offer, so that they overlap and touch each other.
 * @throws Unmet when the node offers none
 */
export async function someSlots(context: CaseContext, { offer }: Ground, most: number): Promise<readonly Slot[]> {
  const { world } = context;
  const providerId = context.node.has("provider") ? context.node.partyId("provider") : offer.providerId;
  const { slots: book } = await world.bookable();
  let free: readonly Slot[] = [];
  if (await world.declares("scheduling.check_availability")) {
    const from = world.now() + (FIRST_DAY + context.random.below(DAYS)) * DAY_MS;
    free = await nearSlots(context, offer, { from, days: 2, providerId: null });
    if (!free.some((slot) => slot.providerId === providerId))
      free = await nearSlots(context, offer, { from: world.now() + DAY_MS, days: 25, providerId: null });
  }
  const own = free.filter((slot) => slot.providerId === providerId && !book.isClaimed(slot));
  if (own.length === 0) {
    return Array.from({ length: Math.min(most, 3) }, () => book.take());
  }
  const chosen = inARow(own, { count: Math.ceil(most * 0.7), begin: context.random.below(own.length) });
  const [first, last] = [chosen[0], chosen.at(-1)];
  const others = free.filter(
    (slot) =>
      slot.providerId !== providerId &&
      Date.parse(slot.startsAt) < Date.parse(last?.endsAt ?? "") &&
      Date.parse(slot.endsAt) > Date.parse(first?.startsAt ?? ""),
  );
  return [...chosen, ...others.slice(0, most - chosen.length)];
}

/** Slots that follow each other without a gap, from a place in the list on; whatever stands there when there is no such row. */
function inARow(slots: readonly Slot[], { count, begin }: { count: number; begin: number }): readonly Slot[] {
  const turned = [...slots.slice(begin), ...slots.slice(0, begin)];
  for (let at = 0; at + count <= turned.length; at += 1) {
    const row = turned.slice(at, at + count);
    if (row.every((slot, index) => index === 0 || touches(row[index - 1], slot))) return row;
  }
  return turned.slice(0, count);
}

function touches(earlier: Slot | undefined, later: Slot): boolean {
  if (earlier === undefined) return false;
  const start = Date.parse(later.startsAt);
  return Date.parse(earlier.startsAt) < start && start <= Date.parse(earlier.endsAt);
}

import { pickList, pickNumber, pickText } from "./json-path.ts";
import { Unmet } from "./verdict.ts";

/** A free interval that the node offered. */
export interface Slot {
  readonly providerId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly resourceId: string | undefined;
}

/** An offer as far as booking needs to know it. */
export interface BookableOffer {
  readonly serviceId: string;
  readonly organizationId: string | undefined;
  readonly providerId: string;
  readonly type: string | undefined;
  readonly durationMinutes: number;
  readonly price: { readonly value: number; readonly currency: string };
  readonly needsResource: boolean;
  /** The one resource that it is always delivered with. */
  readonly fixedResourceId: string | undefined;
  readonly needsPrepayment: boolean;
  /** Kinds that must be on record before `documented` (evidence 4). */
  readonly requiredEvidence: readonly string[];
  /** Hours from `delivered` to the verification deadline (decision D-08). */
  readonly verificationHours: number;
  readonly confirmationPolicy: string;
  /** Providers that deliver the offer, as far as it names them. */
  readonly providerIds: readonly string[];
  /** Lower is plainer; the suite takes the plainest offer that has slots. */
  readonly difficulty: number;
}

/** Reads an offer and its contract; null when what booking needs is not there. */
export function readOffer(id: string, attributes: unknown, contract: unknown): BookableOffer | null {
  const durationMinutes = pickNumber(attributes, "duration_minutes");
  const value = pickNumber(attributes, "price.value");
  const currency = pickText(attributes, "price.currency");
  if (durationMinutes === undefined || value === undefined || currency === undefined) return null;
  const evidence = pickList(contract, "required_evidence");
  const named = evidence.length > 0 ? evidence : pickList(attributes, "required_evidence");
  const requiredEvidence = named.filter((kind): kind is string => typeof kind === "string");
  const needsResource =
    pickBoolean(attributes, "requires_resource") || pickText(attributes, "location.resource_id") !== undefined;
  const needsPrepayment = pickBoolean(attributes, "requires_prepayment");
  const confirmationPolicy = pickText(contract, "confirmation_policy") ?? "any";
  const closed = pickNumber(contract, "cancellation_policy.latest_hours_before") !== undefined;
  return {
    serviceId: id,
    organizationId: pickText(attributes, "organization_id"),
    providerId: "",
    type: pickText(attributes, "type"),
    durationMinutes,
    price: { value, currency },
    needsResource,
    fixedResourceId: pickText(attributes, "location.resource_id"),
    needsPrepayment,
    requiredEvidence,
    verificationHours: pickNumber(contract, "verification_deadline_hours") ?? 12,
    confirmationPolicy,
    providerIds: pickList(attributes, "provider_ids").filter((one): one is string => typeof one === "string"),
    difficulty:
      (needsPrepayment ? 1000 : 0) +
      (confirmationPolicy === "any" ? 0 : 100) +
      (needsResource ? 50 : 0) +
      requiredEvidence.length * 5 +
      (closed ? 3 : 0) +
      (value > 0 ? 0 : 20),
  };
}

function pickBoolean(value: unknown, path: string): boolean {
  return (value as Record<string, unknown> | null)?.[path] === true;
}

/** Hands out free slots, never two that overlap for the provider or for the run's client. */
export class SlotBook {
  readonly #slots: readonly Slot[];
  readonly #taken: Slot[];
  readonly #start: number;
  readonly #notBefore: () => number;

  /**
   * @param start - index of the slot to begin with: runs beside each other then seldom want the same one.
   * @param options.notBefore - earliest start in milliseconds that may be handed out; a moved clock moves it.
   */
  constructor(slots: readonly Slot[], start = 0, options: { taken?: Slot[]; notBefore?: () => number } = {}) {
    this.#slots = slots;
    this.#start = start;
    this.#taken = options.taken ?? [];
    this.#notBefore = options.notBefore ?? (() => 0);
  }

  /** A book of other slots that knows the same intervals as taken for the client. */
  sharingClient(slots: readonly Slot[]): SlotBook {
    return new SlotBook(slots, 0, { taken: this.#taken, notBefore: this.#notBefore });
  }

  /** The next slot free of everything handed out before. @throws Unmet when none is left. */
  take(accepts: (slot: Slot) => boolean = () => true): Slot {
    const order = [...this.#slots.slice(this.#start), ...this.#slots.slice(0, this.#start)];
    const earliest = this.#notBefore();
    const slot = order.find(
      (candidate) => instantOf(candidate.startsAt) >= earliest && !this.#overlapsTaken(candidate) && accepts(candidate),
    );
    if (slot === undefined) throw new Unmet(`no free slot is left of the ${this.#slots.length} that the node offered`);
    this.#taken.push(slot);
    return slot;
  }

  /** Sets a slot aside that was found elsewhere, so that it is not handed out. */
  reserve(slot: Slot): void {
    this.#taken.push(slot);
  }

  /** Whether a slot overlaps one that was handed out or set aside. */
  isClaimed(slot: Slot): boolean {
    return this.#overlapsTaken(slot);
  }

  /** Two adjacent slots, the second starting when the first ends. @throws Unmet when there is no such pair. */
  takeAdjacent(): readonly [Slot, Slot] {
    let second: Slot | undefined;
    const first = this.take((candidate) => {
      second = this.#slots.find(
        (other) => Date.parse(other.startsAt) === Date.parse(candidate.endsAt) && !this.#overlapsTaken(other),
      );
      return second !== undefined;
    });
    this.#taken.push(second as Slot);
    return [first, second as Slot];
  }

  /**
   * Slots at the given minutes after a first one, with everything between them kept for the caller.
   * @throws Unmet when the node offers no such run
   */
  takeRun(
    offsetsMinutes: readonly number[],
    durationMinutes: number,
    accepts: (first: Slot) => boolean = () => true,
  ): readonly Slot[] {
    const length = (Math.max(...offsetsMinutes) + durationMinutes) * 60_000;
    const byStart = new Map(this.#slots.map((slot) => [Date.parse(slot.startsAt), slot]));
    const runFrom = (first: Slot) =>
      offsetsMinutes.flatMap((offset) => byStart.get(Date.parse(first.startsAt) + offset * 60_000) ?? []);
    const spanOf = (first: Slot): Slot => ({
      ...first,
      endsAt: new Date(Date.parse(first.startsAt) + length).toISOString(),
    });
    const first = this.take(
      (slot) => runFrom(slot).length === offsetsMinutes.length && !this.#overlapsTaken(spanOf(slot)) && accepts(slot),
    );
    this.#taken.push(spanOf(first));
    return runFrom(first);
  }

  /** Every slot that the node offered, taken or not. */
  get all(): readonly Slot[] {
    return this.#slots;
  }

  #overlapsTaken(slot: Slot): boolean {
    // A long run has handed out hundreds, and most of what it looks at again is one of them.
    if (this.#taken.includes(slot)) return true;
    const start = instantOf(slot.startsAt);
    const end = instantOf(slot.endsAt);
    return this.#taken.some((other) => start < instantOf(other.endsAt) && instantOf(other.startsAt) < end);
  }
}

const instants = new Map<string, number>();

/** Milliseconds since the epoch; a slot is compared many thousand times in a run. */
function instantOf(moment: string): number {
  const known = instants.get(moment);
  if (known !== undefined) return known;
  const instant = Date.parse(moment);
  instants.set(moment, instant);
  return instant;
}

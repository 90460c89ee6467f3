import { isoInstant } from "../../src/clock.ts";
import type { Chance } from "../chance.ts";
import type { TownCaller } from "../load/town-caller.ts";
import { SESSION_MINUTES, type Town } from "../town/plant.ts";
import type { History, Recorded } from "./checker.ts";
import type { Call, Outcome } from "./model.ts";

const SLOT_MS = SESSION_MINUTES * 60_000;

/** Slots that the callers of one history want. */
const SLOTS = 3;

/** Between the slots of two histories of one lane lies a free one. */
const APART_MS = (SLOTS + 1) * SLOT_MS;

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  CONFLICT: "busy",
  INVALID_TRANSITION: "illegal",
  TRANSITION_CONFLICT: "outrun",
};

/** Where histories are made: a lane has two providers and two clients of its own, and a time of its own for each history. */
export interface Lane {
  readonly town: Town;
  readonly urls: readonly string[];
  readonly caller: TownCaller;
  readonly chance: Chance;
  /** Which lane it is: decides whose calendars are used. */
  readonly lane: number;
  /** Start of the first slot of the first history, epoch milliseconds. */
  readonly from: number;
}

/** A history whose end is still to be read. */
export interface Unfinished {
  readonly calls: readonly Recorded[];
  /** Names by the ids of the sessions that were booked. */
  readonly names: ReadonlyMap<string, string>;
  /** Start of its first slot, epoch milliseconds. */
  readonly base: number;
}

/** One session is booked, then three callers book, confirm, move, call off and begin sessions side by side. */
export async function makeHistory(lane: Lane, n: number): Promise<Unfinished> {
  const run = new Run(lane, lane.from + n * APART_MS);
  await run.call({ kind: "book", session: "s0", slot: 0, provider: 0, client: 0 });
  if (lane.chance.next() < 0.5) await run.call({ kind: "confirm", session: "s0" });
  await Promise.all([1, 2, 3].map((caller) => run.caller(caller)));
  return run;
}

/** The history with what is stored in its end. */
export function finished(
  { calls, names, base }: Unfinished,
  rows: ReadonlyMap<string, { readonly state: string; readonly startsAt: number }>,
): History {
  const final = [...names].map(([id, name]) => {
    const row = rows.get(id);
    return [name, { state: row?.state ?? "gone", slot: row ? (row.startsAt - base) / SLOT_MS : -1 }] as const;
  });
  return { calls, final: new Map(final) };
}

class Run implements Unfinished {
  readonly calls: Recorded[] = [];
  readonly names = new Map<string, string>();
  readonly base: number;
  readonly #lane: Lane;
  readonly #ids = new Map<string, string>();

  constructor(lane: Lane, base: number) {
    this.#lane = lane;
    this.base = base;
  }

  async caller(number: number): Promise<void> {
    const { chance } = this.#lane;
    const own = `s${number}`;
    for (let step = 0; step < 2; step += 1) {
      const known = this.#ids.has(own) && chance.next() < 0.5 ? own : "s0";
      const slot = chance.between(0, SLOTS);
      const kind = chance.of(["book", "confirm", "cancel", "reschedule", "reschedule", "checkin"] as const);
      if (kind === "book" && !this.#ids.has(own)) {
        await this.call({ kind, session: own, slot, provider: chance.between(0, 2), client: chance.between(0, 2) });
      } else if (kind === "reschedule") await this.call({ kind, session: known, slot });
      else await this.call({ kind: kind === "book" ? "confirm" : kind, session: known });
    }
  }

  /** @throws {Error} for an answer that none of the calls may get */
  async call(call: Call): Promise<void> {
    const { urls, caller, chance } = this.#lane;
    const invokedAt = performance.now();
    const { status, code = "", text, body } = await caller.call(chance.of(urls), this.#requestOf(call));
    const answeredAt = performance.now();
    const outcome = status < 300 ? "done" : OUTCOMES[code];
    if (outcome === undefined) throw new Error(`${call.kind} was answered ${status}: ${text.slice(0, 300)}`);
    this.calls.push({ call, invokedAt, answeredAt, outcome });
    if (call.kind !== "book" || outcome !== "done") return;
    this.#ids.set(call.session, body.data.id);
    this.names.set(body.data.id, call.session);
  }

  #requestOf(call: Call): Parameters<TownCaller["call"]>[1] {
    const { town, lane } = this.#lane;
    const startOf = (slot: number) => isoInstant(this.base + slot * SLOT_MS);
    const of = { session_id: this.#ids.get(call.session) };
    if (call.kind === "book") {
      const input = {
        service_id: town.offerId,
        provider_id: town.providerIds[2 * lane + call.provider],
        client_id: town.clientIds[2 * lane + call.client],
        starts_at: startOf(call.slot),
      };
      return { who: "organization", operation: "scheduling.book", input };
    }
    if (call.kind === "reschedule")
      return {
        who: "organization",
        operation: "scheduling.reschedule",
        input: { ...of, new_datetime: startOf(call.slot) },
      };
    if (call.kind === "cancel")
      return { who: "organization", operation: "scheduling.cancel", input: { ...of, reason: "no time" } };
    if (call.kind === "checkin") return { who: "organization", operation: "delivery.checkin", input: of };
    return { who: "organization", operation: "scheduling.confirm", input: of };
  }
}

import type { HeldMandate } from "../agents.ts";
import { machines } from "../artefacts.ts";
import type { SessionView } from "../session-view.ts";
import type { BookableOffer, Slot } from "../slot-book.ts";

/**
 * States in which a session holds its place for certain (lifecycle 9.1). From `delivered` on a node may have freed it at
 * the real check-out.
 */
const HOLDING: ReadonlySet<string> = new Set([
  "requested",
  "pending_confirmation",
  "scheduled",
  "confirmed",
  "in_progress",
  "rescheduling",
]);

/** Whether a session holds its place for a party: one whose provider does not come holds client and resource only. */
export function holds(state: string, what: "provider" | "client" | "resource"): boolean {
  return HOLDING.has(state) || (state === "reassigning" && what !== "provider");
}

/** Something that a step has made, and which: `""` until that step is over. */
export interface Made {
  origin: string;
}

/** A place and time that may be booked; `lost` once the node refused it for a reason outside of the walk. */
export interface WalkSlot extends Made {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
  lost: boolean;
}

/** A session of the walk, as the node last showed it. */
export interface WalkSession extends Made {
  readonly id: string;
  readonly clientId: string;
  /** Place of its order among the model's; null without one. */
  readonly order: number | null;
  view: SessionView;
  /** Its charge, once there is one. */
  saleId: string | null;
  paidMinor: number;
}

/** An order of the walk. */
export interface WalkOrder extends Made {
  readonly id: string;
  readonly clientId: string;
  readonly limit: number;
  readonly totalMinor: number;
  readonly currency: string;
  state: string;
  accepted: boolean;
  paidMinor: number;
}

/** A resource of the walk; minutes of its buffer hold it, and nobody else. */
export interface WalkResource extends Made {
  readonly id: string;
  readonly capacity: number;
  readonly bufferMinutes: number;
}

/** A mandate of the walk. */
export interface WalkMandate extends Made {
  readonly held: HeldMandate;
  state: string;
}

/** What the walk knows without asking: the model that the node is held against. */
export class WalkModel {
  readonly sessions: WalkSession[] = [];
  readonly orders: WalkOrder[] = [];
  readonly resources: WalkResource[] = [];
  readonly mandates: WalkMandate[] = [];
  readonly slots: readonly WalkSlot[];
  readonly offer: BookableOffer;
  readonly clients: readonly string[];
  /** The last booking that was accepted, to be repeated under its key. */
  lastBooking: { key: string; attributes: Readonly<Record<string, unknown>>; text: string } | null = null;

  constructor(ground: { slots: readonly Slot[]; offer: BookableOffer; clients: readonly string[] }) {
    this.offer = ground.offer;
    this.clients = ground.clients;
    this.slots = ground.slots.map((slot, index) => ({
      origin: `slot ${index}`,
      slot,
      start: Date.parse(slot.startsAt),
      end: Date.parse(slot.endsAt),
      lost: false,
    }));
  }

  /** Sessions of an order that count against its limit. */
  countOf(order: number): number {
    return this.sessions.filter((one) => one.order === order && one.view.state !== "cancelled").length;
  }
}

/** When, with whom and where a session is, as the node shows it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly providerId: unknown;
  readonly clientId: unknown;
  readonly resourceId: unknown;
}

/** Null where the node shows no time (a session that waits for a new one). */
export function spanOf(view: SessionView): Span | null {
  const at = view.attributes;
  const start = Date.parse(
    String(at.starts_at ?? member(at.schedule, "starts_at") ?? member(at.schedule, "scheduled_for") ?? ""),
  );
  if (!Number.isFinite(start)) return null;
  const minutes = Number(at.duration_minutes ?? member(at.schedule, "duration_expected") ?? 0);
  const end = Date.parse(String(at.ends_at ?? "")) || start + minutes * 60_000;
  return {
    start,
    end,
    providerId: member(at.provider, "id"),
    clientId: member(at.client, "id"),
    resourceId: member(at.location, "resource_id") ?? at.resource_id,
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a machine of the specification has a move between two states. */
export function hasMove(
  machine: "service" | "order",
  from: string | null | undefined,
  to: string | undefined,
): boolean {
  const moves = machines[machine].moves as readonly { from: string | null; to: string }[];
  return moves.some((move) => move.from === (from ?? null) && move.to === to);
}

/** One of some things, by a choice that stays good when there are fewer of them; undefined where there are none. */
export function choose<Item>(items: readonly Item[], choice: number): Item | undefined {
  return items[choice % items.length];
}

import { isLegal } from "../town/holds.ts";

/** Something that a caller asks for; slots, providers and clients by number. */
export type Call =
  | {
      readonly kind: "book";
      readonly session: string;
      readonly slot: number;
      readonly provider: number;
      readonly client: number;
    }
  | { readonly kind: "confirm" | "cancel" | "checkin"; readonly session: string }
  | { readonly kind: "reschedule"; readonly session: string; readonly slot: number };

/**
 * How a call ended: `busy` when the calendars were taken, `illegal` when the machine has no such move, `outrun` when the
 * session was moved while the call was on its way.
 */
export type Outcome = "done" | "busy" | "illegal" | "outrun";

/** Where a session stands. */
export interface Standing {
  readonly state: string;
  readonly slot: number;
  readonly provider: number;
  readonly client: number;
}

/** All sessions of a history by their names. */
export type World = ReadonlyMap<string, Standing>;

/** What a call comes to when nothing else happens meanwhile. */
export interface Effect {
  readonly outcome: Exclude<Outcome, "outrun">;
  readonly world: World;
}

/** The states that a call leads a session through, in turn; the first one that is no move makes it illegal. */
function wayOf(kind: Exclude<Call["kind"], "book">, from: string): readonly string[] {
  if (kind === "cancel") return ["cancelled"];
  if (kind === "checkin") return ["in_progress"];
  if (kind === "reschedule") return ["rescheduling", "scheduled"];
  // What was only requested is scheduled on the way (D-06).
  return from === "requested" ? ["scheduled", "confirmed"] : ["confirmed"];
}

/** Does one call after another: the clinic as it would be if everybody stood in one line. */
export function perform(world: World, call: Call): Effect {
  if (call.kind === "book") {
    const { session, slot, provider, client } = call;
    if (isTaken(world, { slot, provider, client })) return { outcome: "busy", world };
    return done(world, session, { state: "requested", slot, provider, client });
  }
  const standing = world.get(call.session);
  if (!standing) throw new Error(`Nobody has booked ${call.session}.`);
  let { state } = standing;
  for (const next of wayOf(call.kind, state)) {
    if (!isLegal(state, next)) return { outcome: "illegal", world };
    state = next;
  }
  const slot = call.kind === "reschedule" ? call.slot : standing.slot;
  if (call.kind === "reschedule" && isTaken(world, { ...standing, slot }, call.session))
    return { outcome: "busy", world };
  return done(world, call.session, { ...standing, state, slot });
}

function done(world: World, session: string, standing: Standing): Effect {
  return { outcome: "done", world: new Map(world).set(session, standing) };
}

function isTaken(world: World, wanted: Omit<Standing, "state">, except?: string): boolean {
  return [...world].some(
    ([session, { state, slot, provider, client }]) =>
      session !== except &&
      state !== "cancelled" &&
      slot === wanted.slot &&
      (provider === wanted.provider || client === wanted.client),
  );
}

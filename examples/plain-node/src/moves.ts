/** Whoever may ask for a move: the parties to the session, and the node itself. */
export type Role = "client" | "provider" | "organization" | "system";

interface MoveRule {
  readonly from: string;
  readonly to: string;
  readonly who: readonly Role[];
}

const move = (from: string, to: string, ...who: Role[]): MoveRule => ({ from, to, who });

/** Every move of a session that there is; whatever is not here is refused. */
const MOVES: readonly MoveRule[] = [
  move("requested", "scheduled", "provider", "organization", "system"),
  move("requested", "pending_confirmation", "system"),
  move("requested", "cancelled", "client", "provider", "organization"),
  move("pending_confirmation", "scheduled", "organization"),
  move("pending_confirmation", "cancelled", "client", "provider", "organization", "system"),
  move("scheduled", "confirmed", "client", "provider", "organization"),
  move("scheduled", "rescheduling", "client", "provider", "organization", "system"),
  move("scheduled", "cancelled", "client", "provider", "organization"),
  move("confirmed", "in_progress", "client", "provider", "organization", "system"),
  move("confirmed", "rescheduling", "client", "provider", "organization", "system"),
  move("confirmed", "reassigning", "provider", "organization", "system"),
  move("confirmed", "cancelled", "client", "provider", "organization", "system"),
  move("in_progress", "delivered", "provider"),
  move("in_progress", "partial", "provider"),
  move("partial", "documented", "provider", "organization"),
  move("delivered", "documented", "provider", "organization"),
  move("delivered", "disputed", "client"),
  move("documented", "charged", "provider", "organization", "system"),
  move("documented", "disputed", "client"),
  move("charged", "verified", "client", "system"),
  move("charged", "disputed", "client"),
  move("disputed", "charged", "organization", "system"),
  move("disputed", "cancelled", "organization"),
  move("reassigning", "scheduled", "organization", "system"),
  move("reassigning", "cancelled", "client", "provider", "organization", "system"),
  move("rescheduling", "scheduled", "provider", "organization", "system"),
  move("rescheduling", "cancelled", "client", "provider", "organization", "system"),
];

const STATES = [...new Set(MOVES.flatMap(({ from, to }) => [from, to])), "requested"];

export function isState(word: unknown): word is string {
  return typeof word === "string" && STATES.includes(word);
}

export function targetsOf(state: string): string[] {
  return MOVES.filter(({ from }) => from === state).map(({ to }) => to);
}

export function rolesFor(from: string, to: string): readonly Role[] | undefined {
  return MOVES.find((rule) => rule.from === from && rule.to === to)?.who;
}

/** Roles that may ever ask for a target, whatever the present state is. */
export function rolesForAny(to: string): readonly Role[] {
  return MOVES.filter((rule) => rule.to === to).flatMap(({ who }) => who);
}

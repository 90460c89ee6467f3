/** The ways in which an organization chooses a provider when nobody is named (lifecycle 9.5). */
export const assignmentPolicies = [
  "manual",
  "round_robin",
  "least_booked",
  "most_available",
  "priority",
  "random",
] as const;

export type AssignmentPolicy = (typeof assignmentPolicies)[number];

/** The policy of an organization that names none. */
export const DEFAULT_ASSIGNMENT: AssignmentPolicy = "round_robin";

/** A provider who is active, assigned to the offer and free for the slot, with what the policies compare. */
export interface AssignmentCandidate {
  readonly id: string;
  /** When an automatic assignment last chose it, epoch milliseconds; null: never. */
  readonly lastAssignedAt: number | null;
  /** Occupying sessions that start in the ISO week of the slot. */
  readonly bookedThatWeek: number;
  /** Minutes of the slot's day that are open and not taken. */
  readonly freeMinutesThatDay: number;
  /** Rank; lower goes first. */
  readonly priority: number;
}

export interface AssignmentQuestion {
  readonly candidates: readonly AssignmentCandidate[];
  readonly policy: AssignmentPolicy;
  /** The client's usual provider, who wins over every policy when among the candidates. */
  readonly titularId: string | null;
  /** A number from 0 up to, not including, 1; only the policy `random` asks for it. */
  readonly random: () => number;
}

/** Who delivers; else what is missing: anybody who is free, or the caller's own choice. */
export type Assignment = { readonly chosen: string } | { readonly missing: "candidate" | "choice" };

/**
 * Chooses a provider among those who are free (lifecycle 9.5, SVC-SCHED-017). The order in which the candidates are
 * given does not matter: of equals, the smallest id is chosen.
 */
export function chooseProvider({ candidates, policy, titularId, random }: AssignmentQuestion): Assignment {
  if (titularId !== null && candidates.some(({ id }) => id === titularId)) return { chosen: titularId };
  if (policy === "manual") return { missing: "choice" };
  const byId = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const chosen = policy === "random" ? byId[Math.floor(random() * byId.length)] : byId.toSorted(PREFERENCES[policy])[0];
  return chosen === undefined ? { missing: "candidate" } : { chosen: chosen.id };
}

type Preference = (a: AssignmentCandidate, b: AssignmentCandidate) => number;

/** Earlier than every assignment: who was never chosen goes first. */
const NEVER = -1;

/** Negative: the first is preferred. */
const PREFERENCES: Readonly<Record<Exclude<AssignmentPolicy, "manual" | "random">, Preference>> = {
  round_robin: (a, b) => (a.lastAssignedAt ?? NEVER) - (b.lastAssignedAt ?? NEVER),
  least_booked: (a, b) => a.bookedThatWeek - b.bookedThatWeek,
  most_available: (a, b) => b.freeMinutesThatDay - a.freeMinutesThatDay,
  priority: (a, b) => a.priority - b.priority,
};

import { type Call, type Outcome, perform, type Standing, type World } from "./model.ts";

/** A call with when it was begun, when it was answered, and how. */
export interface Recorded {
  readonly call: Call;
  /** Milliseconds, by one clock for all callers. */
  readonly invokedAt: number;
  readonly answeredAt: number;
  readonly outcome: Outcome;
}

/** What was answered, and what is stored in the end. */
export interface History {
  readonly calls: readonly Recorded[];
  readonly final: ReadonlyMap<string, Pick<Standing, "state" | "slot">>;
}

/**
 * Whether there is an order of the calls that explains every answer and what is stored: one in which a call that was
 * answered before another one was begun comes before it (linearizability, after Wing and Gong). Answers what is wrong;
 * null: nothing.
 */
export function faultOf({ calls, final }: History): string | null {
  const outrun = calls.find((one) => one.outcome === "outrun" && !calls.some((other) => hasOutrun(other, one)));
  if (outrun) return `${told(outrun)}, and nothing moved the session meanwhile`;
  const seen = new Set<string>();
  const search = (left: readonly Recorded[], world: World): boolean => {
    if (left.length === 0) return isStored(world, final);
    const key = `${left.map((one) => calls.indexOf(one)).join()} ${keyOf(world)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const firstAnswer = Math.min(...left.map(({ answeredAt }) => answeredAt));
    return left.some((one) => {
      if (one.invokedAt > firstAnswer || !isPossible(world, one.call)) return false;
      const rest = left.filter((other) => other !== one);
      if (one.outcome === "outrun") return search(rest, world);
      const effect = perform(world, one.call);
      return effect.outcome === one.outcome && search(rest, effect.world);
    });
  };
  return search(calls, new Map()) ? null : `no order explains ${calls.map(told).join("; ")}; stored: ${keyOf(final)}`;
}

/** Whether a call moved the session of another one while that was on its way. */
function hasOutrun(one: Recorded, other: Recorded): boolean {
  return (
    one !== other &&
    one.outcome === "done" &&
    one.call.session === other.call.session &&
    one.invokedAt < other.answeredAt &&
    other.invokedAt < one.answeredAt
  );
}

/** A session has to be booked before it is moved. */
function isPossible(world: World, call: Call): boolean {
  return call.kind === "book" || world.has(call.session);
}

function isStored(world: World, final: History["final"]): boolean {
  if (world.size !== final.size) return false;
  return [...world].every(([session, { state, slot }]) => {
    const stored = final.get(session);
    return stored?.state === state && stored.slot === slot;
  });
}

function keyOf(world: History["final"]): string {
  return [...world]
    .map(([session, { state, slot }]) => `${session} ${state} in ${slot}`)
    .toSorted()
    .join(", ");
}

function told({ call, outcome, invokedAt, answeredAt }: Recorded): string {
  const slot = "slot" in call ? ` to ${call.slot}` : "";
  const parties = call.kind === "book" ? ` (provider ${call.provider}, client ${call.client})` : "";
  return `${call.kind} ${call.session}${slot}${parties} ${outcome} [${invokedAt.toFixed(1)}, ${answeredAt.toFixed(1)}]`;
}

import { type AdapterCall, type AdapterMember, adapterWords } from "@servicialo/schema/0.8/adapter-binding";

export type Members = Readonly<Record<string, unknown>>;

/** What a client asked for, in the words of the operation. */
export interface ReadCall {
  readonly call: AdapterCall;
  /** Flat input of the operation. */
  readonly input: Members;
  /** Input → the name that the client gave it, for the places of errors. */
  readonly said: ReadonlyMap<string, string>;
}

/**
 * The call that a request means: the first whose condition it fulfils. A condition on a value counts only where the
 * request says nothing else, so that `isActive: false` beside other changes stays a change.
 */
export function chooseCall(calls: readonly AdapterCall[], members: Members): AdapterCall {
  const [last] = calls.slice(-1) as [AdapterCall];
  return calls.find((call) => fulfils(call, members)) ?? last;
}

function fulfils({ when, members: known, ignored }: AdapterCall, members: Members): boolean {
  if (when === null) return true;
  const inputs = known.filter(({ name }) => when.anyOf.includes(name)).map(({ input }) => input);
  const names = [...when.anyOf, ...inputs];
  const present = names.filter((name) => members[name] !== undefined);
  if (when.value === null) return present.length > 0;
  const others = Object.keys(members).filter((name) => !names.includes(name) && !ignored.includes(name));
  const isWhole = others.every((name) => known.some((member) => member.name === name || member.input === name));
  return isWhole && present.some((name) => members[name] === when.value);
}

/** Puts what the client said under the names of the operation. What the table does not know goes on as it is. */
export function readCall(call: AdapterCall, members: Members, path: Members): ReadCall {
  const named = new Set(call.members.map(({ name }) => name));
  const silent = new Set([...call.ignored, ...(call.when?.anyOf ?? [])]);
  const unnamed = Object.entries(members).filter(([name]) => !named.has(name) && !silent.has(name));
  const input: Record<string, unknown> = { ...Object.fromEntries(unnamed) };
  const said = new Map<string, string>();
  // Backwards, so that of two names for one input the usual one counts.
  for (const member of call.members.toReversed()) {
    const value = members[member.name];
    if (value === undefined) continue;
    put(input, member.input.split("."), understood(member, value));
    said.set(member.input, member.name);
  }
  for (const { input: name, value } of call.defaults) input[name] ??= value;
  for (const { input: name, value } of call.fixed) input[name] = value;
  return { call, input: { ...input, ...path }, said };
}

/** The value that the operation knows for a word of the client. */
function understood({ words }: AdapterMember, value: unknown): unknown {
  if (words === null || typeof value !== "string") return value;
  const known: Readonly<Record<string, string>> = adapterWords[words];
  return Object.hasOwn(known, value) ? known[value] : value;
}

function put(into: Record<string, unknown>, [step = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const inner = into[step];
  const kept = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  into[step] = kept;
  put(kept as Record<string, unknown>, rest, value);
}

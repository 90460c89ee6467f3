import type { Position } from "../ir/schema.ts";
import type { Occurrence, Touched } from "./rule.ts";

/** A part of a specification, with what a finding about it needs. */
export interface Item<T> {
  readonly node: T;
  readonly subject: string;
  readonly at: Position;
  readonly touched: Partial<Touched>;
}

/** The same part in both specifications. */
export interface Pair<T> {
  readonly base: Item<T>;
  readonly head: Item<T>;
}

/** What of one kind is gone, new, or in both specifications. */
export interface Paired<T> {
  readonly removed: readonly Item<T>[];
  readonly added: readonly Item<T>[];
  readonly kept: readonly Pair<T>[];
}

/** Pairs parts by a key that stays the same while the part does. */
export function pairUp<T>(
  base: readonly Item<T>[],
  head: readonly Item<T>[],
  keyOf: (item: Item<T>) => string = bySubject,
): Paired<T> {
  const inHead = new Map(head.map((item) => [keyOf(item), item]));
  const inBase = new Set(base.map(keyOf));
  return {
    removed: base.filter((item) => !inHead.has(keyOf(item))),
    added: head.filter((item) => !inBase.has(keyOf(item))),
    kept: base.flatMap((item) => {
      const same = inHead.get(keyOf(item));
      return same ? [{ base: item, head: same }] : [];
    }),
  };
}

function bySubject(item: Item<unknown>): string {
  return item.subject;
}

type Words = Pick<Occurrence, "from" | "to" | "name" | "verdict">;

/** Something is there no longer; the position is in the older specification. */
export function gone(item: Item<unknown>, words: Words = {}): Occurrence {
  return { subject: item.subject, at: { side: "base", ...item.at }, touched: item.touched, ...words };
}

/** Something is new. */
export function came(item: Item<unknown>, words: Words = {}): Occurrence {
  return { subject: item.subject, at: { side: "head", ...item.at }, touched: item.touched, ...words };
}

/** Something is not what it was. */
export function changed(pair: Pair<unknown>, words: Words = {}): Occurrence {
  return { ...came(pair.head, words), subject: pair.base.subject };
}

/** An occurrence when the fact differs in the way asked for. */
export function whenFact<T, F extends string | number | boolean | null>(
  pairs: readonly Pair<T>[],
  fact: (node: T) => F,
  differs: (base: F, head: F) => boolean = (base, head) => base !== head,
): Occurrence[] {
  return pairs
    .filter(({ base, head }) => differs(fact(base.node), fact(head.node)))
    .map((pair) => changed(pair, { from: shown(fact(pair.base.node)), to: shown(fact(pair.head.node)) }));
}

/** An occurrence for each value that a list lost. */
export function whenLost<T>(pairs: readonly Pair<T>[], list: (node: T) => readonly string[]): Occurrence[] {
  return pairs.flatMap((pair) =>
    missing(list(pair.base.node), list(pair.head.node)).map((name) => changed(pair, { name })),
  );
}

/** An occurrence for each value that a list gained. */
export function whenGained<T>(pairs: readonly Pair<T>[], list: (node: T) => readonly string[]): Occurrence[] {
  return pairs.flatMap((pair) =>
    missing(list(pair.head.node), list(pair.base.node)).map((name) => changed(pair, { name })),
  );
}

/** What the first list has and the second has not. */
export function missing(list: readonly string[], other: readonly string[]): string[] {
  return list.filter((value) => !other.includes(value));
}

/** Whether a value moved up in an order. */
export function rises<T>(rank: (value: T) => number): (base: T, head: T) => boolean {
  return (base, head) => rank(head) > rank(base);
}

/** Whether a value moved down in an order. */
export function falls<T>(rank: (value: T) => number): (base: T, head: T) => boolean {
  return (base, head) => rank(head) < rank(base);
}

function shown(fact: string | number | boolean | null): string {
  return fact === null || fact === "" ? "none" : String(fact);
}

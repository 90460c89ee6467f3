/** A small deterministic generator (mulberry32): one seed, one order of cases, one set of names. */
export class SeededRandom {
  readonly #seed: number;
  #state: number;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#state = this.#seed;
  }

  /** Another generator, whose numbers follow from this one's seed and a name alone, whatever was drawn before. */
  forPart(name: string): SeededRandom {
    let mixed = this.#seed ^ 0x811c9dc5;
    for (const unit of name) mixed = Math.imul(mixed ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    return new SeededRandom(mixed >>> 0);
  }

  /** Next number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Next integer in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** A shuffled copy. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const held = copy[last] as Item;
      copy[last] = copy[other] as Item;
      copy[other] = held;
    }
    return copy;
  }

  /** A lower-case word of the given length, for names that must not collide with data already on the node. */
  word(length: number): string {
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    return Array.from({ length }, () => letters[this.below(letters.length)]).join("");
  }
}

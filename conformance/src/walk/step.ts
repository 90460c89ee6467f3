import type { AsyncCommand } from "fast-check";
import { choose, type Made, type WalkModel } from "./model.ts";
import { isExcuse, type Walker } from "./walker.ts";

let serials = 0;

/**
 * One step of the walk. What it chose when it was first taken it chooses again when it is repeated, even where other steps
 * have been left out meanwhile: that is what makes a failure short.
 */
export abstract class Step implements AsyncCommand<WalkModel, Walker> {
  readonly name: string;
  readonly #serial: number;
  readonly #chosen = new Map<string, string>();
  #taken = false;
  #said = "";

  constructor(name: string) {
    this.name = name;
    serials += 1;
    this.#serial = serials;
  }

  /** Whether the step makes sense now. */
  abstract check(model: Readonly<WalkModel>): boolean;

  /** Sends the requests of the step. @throws Broken */
  abstract act(model: WalkModel, walker: Walker): Promise<void>;

  async run(model: WalkModel, walker: Walker): Promise<void> {
    walker.onStep(this);
    this.#taken = true;
    try {
      await this.act(model, walker);
    } catch (error) {
      if (!isExcuse(error)) throw error;
      this.say((error as Error).message);
    } finally {
      this.#sign(model);
    }
    await walker.afterStep(model);
  }

  /**
   * One of the things that are there; the same as the first time when the step is repeated.
   * @param kind name of the choice, where a step makes several
   * @param all where to look for what was chosen the first time, which may be no candidate any more
   */
  protected pick<Item extends Made>(
    kind: string,
    { candidates, choice, all = candidates }: { candidates: readonly Item[]; choice: number; all?: readonly Item[] },
  ): Item | undefined {
    const chosen = this.#chosen.get(kind);
    if (chosen !== undefined) return all.find(({ origin }) => origin === chosen);
    const item = choose(candidates, choice);
    if (this.#taken && item !== undefined) this.#chosen.set(kind, item.origin);
    return item;
  }

  protected say(what: string): void {
    this.#said = what;
  }

  toString(): string {
    return this.#said === "" ? this.name : `${this.name} (${this.#said})`;
  }

  /** What the step has made bears its number. */
  #sign(model: WalkModel): void {
    const made: Made[] = [...model.sessions, ...model.orders, ...model.resources, ...model.mandates];
    for (const [index, item] of made.filter(({ origin }) => origin === "").entries())
      item.origin = `${this.#serial}.${index}`;
  }
}

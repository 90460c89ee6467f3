import type { AsyncCommand } from "fast-check";
import type { WalkModel } from "./model.ts";
import { isExcuse, type Walker } from "./walker.ts";

/** One step of the walk; it keeps no state but a word about what came of it. */
export abstract class Step implements AsyncCommand<WalkModel, Walker> {
  readonly name: string;
  #said = "";

  constructor(name: string) {
    this.name = name;
  }

  /** Whether the step makes sense now. */
  abstract check(model: Readonly<WalkModel>): boolean;

  /** Sends the requests of the step. @throws Broken */
  abstract act(model: WalkModel, walker: Walker): Promise<void>;

  async run(model: WalkModel, walker: Walker): Promise<void> {
    walker.onStep(this);
    try {
      await this.act(model, walker);
    } catch (error) {
      if (!isExcuse(error)) throw error;
      this.say((error as Error).message);
    }
    await walker.afterStep(model);
  }

  protected say(what: string): void {
    this.#said = what;
  }

  toString(): string {
    return this.#said === "" ? this.name : `${this.name} (${this.#said})`;
  }
}

import fc from "fast-check";
import { CaseContext, type RunParts } from "../case-context.ts";
import type { CheckRecord } from "../check.ts";
import { OrderDesk } from "../order-steps.ts";
import { ResourceBench } from "../resource-bench.ts";
import { anyStep } from "./any-step.ts";
import { findGround, type Ground, someSlots } from "./ground.ts";
import { Broken, INVARIANTS, type InvariantName } from "./invariants.ts";
import { WalkModel } from "./model.ts";
import type { Step } from "./step.ts";

import { isExcuse, Walker } from "./walker.ts";

/** Steps before a walk begins anew, with nothing of its own on the node. */
const ROUND_STEPS = 140;
const SLOTS = 8;
/** A failure is made shorter at most so often, and so long. */
const MOST_REPLAYS = 100;
const MOST_SHRINKING_MS = 30_000;
/** What is broken in more than so many ways needs no longer walk. */
const MOST_FINDINGS = 6;
const MOST_EMPTY_ROUNDS = 5;

/** What a walk is told. */
export interface WalkWish {
  readonly steps: number;
  /** Requirements that the run judges. */
  readonly requirements: ReadonlySet<string>;
}

/** What a walk found out. */
export interface WalkResult {
  readonly steps: number;
  /** Checks to add to those of a requirement. */
  readonly checks: ReadonlyMap<string, readonly CheckRecord[]>;
  readonly leftOut: readonly string[];
}

/**
 * Walks at random, by the seed, over sessions, orders, mandates and resources, and holds the node against a model after
 * every step. What is found broken is made as short as possible and shown once more, under its requirement.
 */
export async function runWalk(parts: RunParts, wish: WalkWish): Promise<WalkResult> {
  const walk = new Walk(parts, wish);
  return walk.run();
}

/** A failure, and the steps that led to it. */
interface Found {
  readonly broken: Broken;
  readonly steps: readonly Step[];
}

class Walk {
  readonly #parts: RunParts;
  readonly #wish: WalkWish;
  readonly #tallies = new Map<InvariantName, number>();
  readonly #ignored = new Set<InvariantName>();
  readonly #checks = new Map<string, CheckRecord[]>();
  #steps = 0;

  constructor(parts: RunParts, wish: WalkWish) {
    this.#parts = parts;
    this.#wish = wish;
  }

  async run(): Promise<WalkResult> {
    const context = new CaseContext("walk", this.#parts);
    let ground: Ground;
    try {
      ground = await findGround(context, this.#wish.requirements);
    } catch (error) {
      if (!isExcuse(error)) throw error;
      return { steps: 0, checks: new Map(), leftOut: [(error as Error).message] };
    }
    if (ground.judged.size > 0) await this.#rounds(ground);
    this.#report(ground);
    return { steps: this.#steps, checks: this.#checks, leftOut: ground.leftOut };
  }

  async #rounds(ground: Ground): Promise<void> {
    let empty = 0;
    for (let round = 0; this.#steps < this.#wish.steps && this.#ignored.size < MOST_FINDINGS; round += 1) {
      const before = this.#steps;
      await this.#round(ground, round);
      empty = this.#steps === before ? empty + 1 : 0;
      if (empty === MOST_EMPTY_ROUNDS) return;
    }
  }

  async #round(ground: Ground, round: number): Promise<void> {
    const context = new CaseContext("walk", { ...this.#parts, random: this.#parts.random.forPart(`walk ${round}`) });
    const taken: Step[] = [];
    let broken: Broken | null = null;
    let fault: unknown = null;
    const commands = fc.commands(anyStep(ground), { maxCommands: ROUND_STEPS, size: "max" });
    const property = fc.asyncProperty(commands, async (drawn) => {
      try {
        await this.#walkOnce(context, ground, async (model, walker) => {
          walker.onStep = (step) => taken.push(step);
          await fc.asyncModelRun(() => ({ model, real: walker }), drawn);
        });
      } catch (error) {
        if (error instanceof Broken) broken = error;
        else if (!isExcuse(error)) fault = error;
      }
    });
    const seed = this.#parts.random.forPart(`steps ${round}`).below(2 ** 31);
    await fc.check(property, { seed, numRuns: 1, unbiased: true });
    this.#steps += taken.length;
    if (fault !== null) throw fault;
    if (broken !== null) await this.#shorten(context, ground, { broken, steps: taken });
  }

  /**
   * Leaves out whatever the failure does not need, larger pieces first, and shows what is left. fast-check's own way needs
   * many more walks: it does not know which step works on what another one has made.
   */
  async #shorten(context: CaseContext, ground: Ground, found: Found): Promise<void> {
    const { invariant } = found.broken;
    const until = performance.now() + MOST_SHRINKING_MS;
    let shortest = found;
    let replays = 0;
    const fails = async (steps: readonly Step[]): Promise<boolean> => {
      if (replays >= MOST_REPLAYS || performance.now() > until) return false;
      replays += 1;
      const again = await this.#repeat(context, ground, steps);
      if (again?.broken.invariant !== invariant) return false;
      shortest = again;
      return true;
    };
    // Repeated once as it is: only the steps up to the failure count, and those that still make sense.
    await fails(found.steps);
    for (let size = Math.ceil(shortest.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = shortest.steps.length - size; at > -size; at -= size) {
        const { steps } = shortest;
        await fails([...steps.slice(0, Math.max(0, at)), ...steps.slice(at + size)]);
      }
    }
    this.#ignored.add(invariant);
    await this.#show(ground, shortest);
  }

  /** Takes steps again on fresh places; what broke, and the steps that led there, or null. */
  async #repeat(context: CaseContext, ground: Ground, steps: readonly Step[]): Promise<Found | null> {
    const taken: Step[] = [];
    try {
      await this.#walkOnce(context, ground, async (model, walker) => {
        walker.onStep = (step) => taken.push(step);
        for (const step of steps) if (step.check(model)) await step.run(model, walker);
      });
    } catch (error) {
      if (error instanceof Broken) return { broken: error, steps: taken };
      if (!isExcuse(error)) throw error;
    }
    return null;
  }

  /** One walk on fresh places, and everything given back at its end. */
  async #walkOnce(
    context: CaseContext,
    ground: Ground,
    work: (model: WalkModel, walker: Walker) => Promise<void>,
  ): Promise<void> {
    const slots = await someSlots(context, ground, SLOTS);
    const model = new WalkModel({ slots, offer: ground.offer, clients: ground.clients });
    await withDesks(context, ground, async (desks) => {
      const parts = { context, ground, desks, ignored: this.#ignored, tallies: this.#tallies };
      const walker = new Walker(parts);
      try {
        await work(model, walker);
      } finally {
        await walker.clear(model);
        await context.agents.cleanUp();
      }
    });
  }

  /** Takes the shortest way to a failure once more, in the name of the requirement that it breaks. */
  async #show(ground: Ground, { broken, steps }: Found): Promise<void> {
    const { requirement, sentence } = INVARIANTS[broken.invariant];
    const context = new CaseContext(requirement, this.#parts);
    const ignored = [...this.#ignored];
    this.#ignored.delete(broken.invariant);
    const slots = await someSlots(context, ground, SLOTS);
    const model = new WalkModel({ slots, offer: ground.offer, clients: ground.clients });
    await withDesks(context, ground, async (desks) => {
      const walker = new Walker({ context, ground, desks, ignored: this.#ignored, tallies: new Map() });
      await context.positive(`a random walk: ${sentence}`, async (check) => {
        let again: Broken | null = null;
        try {
          for (const step of steps) if (step.check(model)) await step.run(model, walker);
        } catch (error) {
          if (!(error instanceof Broken)) throw error;
          again = error;
        }
        const { what, expected, actual, answer } = (again ?? broken).seen;
        const times = again === null ? "; it did not happen again when the steps were repeated" : "";
        const way = steps.map(String).join(", then ");
        check.holds(`${what} after ${steps.length} steps: ${way}${times}`, false, {
          expected,
          actual,
          answer: again === null ? undefined : answer,
        });
      });
      await walker.clear(model);
    });
    await context.agents.cleanUp();
    for (const name of ignored) this.#ignored.add(name);
    this.#add(requirement, ...context.records);
  }

  /** What held during the whole walk is a passing check of its requirement. */
  #report(ground: Ground): void {
    for (const name of ground.judged) {
      const times = this.#tallies.get(name) ?? 0;
      if (times === 0 || this.#ignored.has(name)) continue;
      const { requirement, sentence } = INVARIANTS[name];
      const context = new CaseContext(requirement, this.#parts);
      const seen = {
        what: sentence,
        expected: "held after every step",
        actual: `held ${times} times`,
        holds: true,
        exchange: null,
      };
      const at = context.transcript.length;
      this.#add(requirement, {
        name: `a random walk of ${this.#steps} steps`,
        kind: "positive",
        verdict: "PASS",
        reason: null,
        control: null,
        expectations: [seen],
        exchanges: [at, at],
      });
    }
  }

  #add(requirement: string, ...records: readonly CheckRecord[]): void {
    this.#checks.set(requirement, [...(this.#checks.get(requirement) ?? []), ...records]);
  }
}

async function withDesks(
  context: CaseContext,
  ground: Ground,
  work: (desks: { bench: ResourceBench; desk: OrderDesk }) => Promise<void>,
): Promise<void> {
  const withOrders = (bench: ResourceBench) =>
    ground.withOrders
      ? OrderDesk.use(context, (desk) => work({ bench, desk }))
      : work({ bench, desk: new OrderDesk(context) });
  if (ground.withResources) await ResourceBench.use(context, withOrders);
  else await withOrders(new ResourceBench(context));
}

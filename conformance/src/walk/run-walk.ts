import fc from "fast-check";
import { CaseContext, type RunParts } from "../case-context.ts";
import type { CheckRecord } from "../check.ts";
import { OrderDesk } from "../order-steps.ts";
import { ResourceBench } from "../resource-bench.ts";
import { ConnectionLost } from "../verdict.ts";
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
const MOST_REPLAYS = 120;
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
    const found: { broken: Broken; steps: readonly Step[] }[] = [];
    let lost: unknown = null;
    let [replays, shrinkingSince] = [0, 0];
    const property = fc.asyncProperty(
      fc.commands(anyStep(ground), { maxCommands: ROUND_STEPS, size: "max" }),
      async (commands) => {
        if (lost !== null) return;
        const shrinking = found.length > 0;
        if (shrinking && (replays >= MOST_REPLAYS || performance.now() - shrinkingSince > MOST_SHRINKING_MS)) return;
        if (shrinking) replays += 1;
        const taken: Step[] = [];
        try {
          await this.#walkOnce(context, ground, async (model, walker) => {
            await fc.asyncModelRun(() => ({ model, real: recorded(walker, taken) }), commands);
          });
        } catch (error) {
          if (error instanceof ConnectionLost) lost = error;
          if (!(error instanceof Broken)) {
            if (lost === null && !isExcuse(error)) lost = error;
            return;
          }
          const target = found[0]?.broken.invariant ?? error.invariant;
          if (error.invariant !== target) return;
          if (!shrinking) shrinkingSince = performance.now();
          found.push({ broken: error, steps: [...taken] });
          throw error;
        } finally {
          if (!shrinking) this.#steps += taken.length;
        }
      },
    );
    const seed = this.#parts.random.forPart(`steps ${round}`).below(2 ** 31);
    await fc.check(property, { seed, numRuns: 1, unbiased: true });
    if (lost !== null) throw lost;
    const shortest = found.at(-1);
    if (shortest === undefined) return;
    this.#ignored.add(shortest.broken.invariant);
    await this.#show(ground, shortest);
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
  async #show(ground: Ground, { broken, steps }: { broken: Broken; steps: readonly Step[] }): Promise<void> {
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

/** A walker that remembers which steps were taken. */
function recorded(walker: Walker, taken: Step[]): Walker {
  walker.onStep = (step) => taken.push(step);
  return walker;
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

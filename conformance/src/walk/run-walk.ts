import fc from "fast-check";
import { CaseContext, type RunParts } from "../case-context.ts";
import type { CheckRecord } from "../check.ts";
import { OrderDesk } from "../order-steps.ts";
import { ResourceBench } from "../resource-bench.ts";
import { ConnectionLost } from "../verdict.ts";
import { findGround, type Ground, someSlots } from "./ground.ts";
import { Broken, INVARIANTS, type InvariantName } from "./invariants.ts";
import { WalkModel } from "./model.ts";
import type { Step } from "./step.ts";
import { ChargeAgain, Draft, MoveOrder, Pay, PayOrder, ReadLedger } from "./steps-money.ts";
import { ChangeMandate, Issue, MakeResource, UseMandate } from "./steps-others.ts";
import { Book, BookAtOnce, Convene, Move, MoveAtOnce, Repeat } from "./steps-sessions.ts";
import { isExcuse, Walker } from "./walker.ts";

/** Steps before a walk begins anew, with nothing of its own on the node. */
const ROUND_STEPS = 60;
const SLOTS = 8;
/** A failure is made shorter at most so often, and so long. */
const MOST_REPLAYS = 120;
const MOST_SHRINKING_MS = 30_000;
/** What is broken in more than so many ways needs no longer walk. */
const MOST_FINDINGS = 6;
const MOST_EMPTY_ROUNDS = 3;

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
      fc.commands(stepsOf(ground), { maxCommands: ROUND_STEPS, size: "max" }),
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
    await fc.check(property, { seed, numRuns: 1, endOnFailure: false });
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

/** Steps by how often they come: most of them book and move. */
function stepsOf(ground: Ground): fc.Arbitrary<Step>[] {
  const any = fc.nat({ max: 11 });
  const flag = fc.nat({ max: 3 });
  const booking = fc.record({
    slot: any,
    client: fc.nat({ max: 2 }),
    resource: ground.withResources ? fc.nat({ max: 2 }) : fc.constant(0),
    order: ground.withOrders ? fc.nat({ max: 3 }) : fc.constant(0),
  });
  const often = (times: number, one: fc.Arbitrary<Step>) => Array.from({ length: times }, () => one);
  const steps: fc.Arbitrary<Step>[] = [
    ...often(
      5,
      booking.map((choice) => new Book(choice)),
    ),
    booking.map((choice) => new BookAtOnce(choice)),
    fc.constant(null).map(() => new Repeat()),
    ...often(
      9,
      fc.record({ session: any, to: any }).map((aim) => new Move({ ...aim, lawful: true })),
    ),
    ...often(
      3,
      fc.record({ session: any, to: fc.nat({ max: 13 }) }).map((aim) => new Move({ ...aim, lawful: false })),
    ),
    any.map((session) => new MoveAtOnce(session)),
    any.map((session) => new ChargeAgain(session)),
  ];
  if (ground.conveniences.length > 0)
    steps.push(
      ...often(
        2,
        fc.record({ session: any, operation: any, slot: any }).map((choice) => new Convene(choice)),
      ),
    );
  if (ground.withPayments)
    steps.push(
      ...often(
        2,
        fc.record({ session: any, share: any }).map((choice) => new Pay(choice)),
      ),
    );
  if (ground.withResources)
    steps.push(
      ...often(
        2,
        fc.record({ capacity: flag, buffer: flag }).map((choice) => new MakeResource(choice)),
      ),
    );
  if (ground.withOrders) {
    steps.push(
      ...often(
        2,
        fc.constant(null).map(() => new Draft()),
      ),
      ...often(
        4,
        fc.record({ order: any, what: fc.nat({ max: 17 }) }).map((choice) => new MoveOrder(choice)),
      ),
      any.map((order) => new ReadLedger(order)),
    );
    if (ground.withPayments) steps.push(any.map((order) => new PayOrder(order)));
  }
  if (ground.withMandates) {
    const use = fc.record({ mandate: any, session: any, meanwhile: flag.map((one) => one === 3) });
    steps.push(
      ...often(
        2,
        fc.constant(null).map(() => new Issue()),
      ),
      fc.record({ mandate: any, what: any }).map((choice) => new ChangeMandate(choice)),
      ...often(
        2,
        use.map((choice) => new UseMandate(choice)),
      ),
    );
  }
  return steps;
}

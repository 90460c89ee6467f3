import type { Answer } from "../answer.ts";
import type { CaseContext } from "../case-context.ts";
import { pickText } from "../json-path.ts";
import type { OrderDesk } from "../order-steps.ts";
import type { ResourceBench } from "../resource-bench.ts";
import { sessionOf } from "../session-view.ts";
import { ConnectionLost, NotApplicable, Unmet } from "../verdict.ts";
import type { Ground } from "./ground.ts";
import { Broken, type InvariantName } from "./invariants.ts";
import { spanOf, type WalkModel, type WalkSession } from "./model.ts";
import type { Step } from "./step.ts";
import { watchPlaces, watchRefusal, watchSession, watchUnmoved } from "./watch.ts";

/** After so many steps every session is read again, whatever the steps were about. */
const READ_ALL_EVERY = 12;

/** The hands of one walk: sends, and holds every answer against the model. */
export class Walker {
  readonly context: CaseContext;
  readonly ground: Ground;
  readonly bench: ResourceBench;
  readonly desk: OrderDesk;
  /** Invariants that have been found broken already, and are let pass since. */
  readonly #ignored: ReadonlySet<InvariantName>;
  readonly #tallies: Map<InvariantName, number>;
  #steps = 0;
  /** Told about each step before it is taken. */
  onStep: (step: Step) => void = () => undefined;

  constructor(parts: {
    context: CaseContext;
    ground: Ground;
    desks: { bench: ResourceBench; desk: OrderDesk };
    ignored: ReadonlySet<InvariantName>;
    tallies: Map<InvariantName, number>;
  }) {
    this.context = parts.context;
    this.ground = parts.ground;
    this.bench = parts.desks.bench;
    this.desk = parts.desks.desk;
    this.#ignored = parts.ignored;
    this.#tallies = parts.tallies;
  }

  get steps(): number {
    return this.#steps;
  }

  /** Reads a session by itself. @throws Unmet when it cannot be read */
  async look(model: WalkModel, session: WalkSession): Promise<Answer> {
    const { answer, session: view } = await this.context.journeys.read(session.id);
    this.hold(["chain", "order", "time", "kept"], () => watchSession(session.view, view, answer));
    session.view = view;
    this.hold(["parties", "capacity"], () => watchPlaces(model, answer));
    return answer;
  }

  /** Takes what an answer shows of a session into the model, and reads it again where it shows none. */
  async accept(model: WalkModel, session: WalkSession, answer: Answer): Promise<void> {
    const view = sessionOf(answer);
    if (view === null || view.id !== session.id) {
      await this.look(model, session);
      return;
    }
    this.hold(["chain", "order", "time", "kept"], () => watchSession(session.view, view, answer));
    session.view = view;
    this.hold(["parties", "capacity"], () => watchPlaces(model, answer));
  }

  /** A request about a session: accepted and watched, or refused without a trace. */
  async settle(model: WalkModel, session: WalkSession, done: { answer: Answer; what: string }): Promise<boolean> {
    const { answer, what } = done;
    this.refusal(answer);
    if (answer.ok) {
      await this.accept(model, session, answer);
      return true;
    }
    const before = session.view;
    const { answer: read, session: view } = await this.context.journeys.read(session.id);
    this.hold(["order"], () => watchUnmoved(before, view, { refused: what, answer: read }));
    session.view = view;
    return false;
  }

  /** Takes a booked session into the model. */
  adopt(model: WalkModel, booked: { answer: Answer; clientId: string; order: number | null }): WalkSession | null {
    const view = sessionOf(booked.answer);
    if (view === null) return null;
    this.context.journeys.adopt(booked.answer);
    const session = {
      origin: "",
      id: view.id,
      clientId: booked.clientId,
      order: booked.order,
      view,
      saleId: null,
      paidMinor: 0,
    };
    this.hold(["parties"], () => {
      if (!model.sessions.some(({ id }) => id === view.id)) return;
      const seen = {
        what: "a second booking",
        expected: "a session of its own",
        actual: view.id,
        answer: booked.answer,
      };
      throw new Broken("parties", seen);
    });
    this.hold(["first", "chain", "order"], () => watchSession(null, view, booked.answer));
    model.sessions.push(session);
    this.hold(["parties", "capacity"], () => watchPlaces(model, booked.answer));
    return session;
  }

  refusal(answer: Answer): void {
    this.hold(["envelope"], () => watchRefusal(answer));
  }

  /** Counts what was watched; what has been found broken before is let pass. */
  hold(names: readonly InvariantName[], watch: () => void): void {
    try {
      watch();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      if (this.#ignored.has(error.invariant) || !this.ground.judged.has(error.invariant)) return;
      throw error;
    }
    for (const name of names) this.#tallies.set(name, (this.#tallies.get(name) ?? 0) + 1);
  }

  /** Between two steps: now and then everything is read again. */
  async afterStep(model: WalkModel): Promise<void> {
    this.#steps += 1;
    if (this.#steps % READ_ALL_EVERY !== 0) return;
    for (const session of model.sessions) await this.look(model, session);
  }

  /** Gives every place back, so that the next round can have it. */
  async clear(model: WalkModel): Promise<void> {
    for (const { id, view } of model.sessions) {
      if (spanOf(view) === null || !BEFORE_DELIVERY.has(view.state)) continue;
      await this.context.journeys.transition({ id }, "cancelled");
    }
  }
}

const BEFORE_DELIVERY: ReadonlySet<string> = new Set([
  "requested",
  "scheduled",
  "confirmed",
  "rescheduling",
  "reassigning",
]);

/** What a step could not do is no finding of the walk: another case is about it. */
export function isExcuse(error: unknown): boolean {
  return (error instanceof Unmet || error instanceof NotApplicable) && !(error instanceof ConnectionLost);
}

/** The state of an order that an answer shows. */
export function orderStateOf(answer: Answer): string | undefined {
  return pickText(answer.body, "data.attributes.lifecycle.current_state");
}

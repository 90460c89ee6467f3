import type { Answer } from "../answer.ts";
import { coreStates, serviceMoves, serviceStates, targetsOf } from "../artefacts.ts";
import { actorFor } from "../journey-steps.ts";
import { pickText } from "../json-path.ts";
import { Broken } from "./invariants.ts";
import { choose, type WalkModel, type WalkSession } from "./model.ts";
import { Step } from "./step.ts";
import type { Walker } from "./walker.ts";

/** Asks for a state, one of the table from where the session is, or any. */
export class Move extends Step {
  readonly #session: number;
  readonly #to: number;
  readonly #lawful: boolean;

  constructor({ session, to, lawful }: { session: number; to: number; lawful: boolean }) {
    super(lawful ? "move on" : "move anywhere");
    this.#session = session;
    this.#to = to;
    this.#lawful = lawful;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.#aim(model) !== null;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const aim = this.#aim(model);
    if (aim === null) return;
    const from = aim.session.view.state;
    const answer = await ask(model, walker, { ...aim, prepared: this.#lawful });
    this.say(`${from} to ${aim.to}: ${answer.describe()}`);
  }

  #aim(model: Readonly<WalkModel>): { session: WalkSession; to: string } | null {
    const session = this.pick("session", { candidates: model.sessions, choice: this.#session });
    if (session === undefined) return null;
    const all = serviceStates().map(({ name }) => name);
    const to = choose(this.#lawful ? onward(session.view.state) : all, this.#to);
    return to === undefined ? null : { session, to };
  }
}

/** Asks for a state, with what it needs where it is prepared, and holds what comes of it against the machine. */
async function ask(
  model: WalkModel,
  walker: Walker,
  { session, to, prepared }: { session: WalkSession; to: string; prepared: boolean },
): Promise<Answer> {
  const { journeys } = walker.context;
  const from = session.view.state;
  if (prepared && to === "documented") await recordEvidence(model, walker, session);
  const charges = prepared && to === "charged" && from === "documented";
  const answer = charges
    ? await journeys.charge(billable(model, session))
    : await journeys.transition(session, to, byParty(walker, to));
  if (charges && answer.status === 201) {
    session.saleId = pickText(answer.body, "data.id") ?? null;
    await walker.look(model, session);
    return answer;
  }
  const accepted = await walker.settle(model, session, { answer, what: `move to ${to}` });
  walker.hold(["order"], () => {
    if (!accepted || targetsOf(from).includes(to)) return;
    const what = `a move from ${from} to ${to}`;
    throw new Broken("order", { what, expected: "refused", actual: answer.describe(), answer });
  });
  return answer;
}

/** Leads a session some states on, so that the late ones are met as often as the early ones. */
export class Hurry extends Step {
  readonly #session: number;
  readonly #times: number;

  constructor({ session, times }: { session: number; times: number }) {
    super("hurry on");
    this.#session = session;
    this.#times = times;
  }

  check(model: Readonly<WalkModel>): boolean {
    const state = this.pick("session", { candidates: model.sessions, choice: this.#session })?.view.state;
    return state !== undefined && nextOf(state) !== null;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = this.pick("session", { candidates: model.sessions, choice: this.#session });
    if (session === undefined) return;
    const way = [session.view.state];
    for (let times = 0; times <= this.#times % 6; times += 1) {
      const to = nextOf(session.view.state);
      if (to === null || !(await ask(model, walker, { session, to, prepared: true })).ok) break;
      way.push(to);
    }
    this.say(way.join(", "));
  }
}

/** The next of the eight states; null where a session is elsewhere, or at its end. */
function nextOf(state: string): string | null {
  const path = coreStates();
  const at = state === "partial" ? path.indexOf("delivered") : path.indexOf(state);
  return at < 0 ? null : (path[at + 1] ?? null);
}

/** Lawful targets, the one that leads on before the ones that end it. */
function onward(state: string): readonly string[] {
  const targets = serviceMoves()
    .filter(({ from, operations }) => from === state && operations.includes("lifecycle.transition"))
    .map(({ to }) => to);
  const onwards = targets.filter((to) => to !== "cancelled");
  // Three times, so that most sessions get somewhere.
  return [...onwards, ...onwards, ...onwards, ...targets.filter((to) => to === "cancelled")];
}

/** Without the provider's credential the organization asks, and is refused where only the provider may (D-07). */
function byParty(walker: Walker, to: string): { as?: "organization" } {
  const party = actorFor(to);
  return party === "provider" && !walker.context.node.has("provider") ? { as: "organization" } : {};
}

async function recordEvidence(model: WalkModel, walker: Walker, session: WalkSession): Promise<void> {
  if (!["delivered", "partial"].includes(session.view.state)) return;
  await walker.context.journeys.recordRequiredEvidence(billable(model, session));
}

/** A session with its offer, as its present provider delivers it. */
function billable({ offer }: WalkModel, { id, clientId, view }: WalkSession) {
  const providerId = pickText(view.attributes, "provider.id") ?? offer.providerId;
  return { id, clientId, offer: { ...offer, providerId } };
}

/** Two parties move a session at once. */
export class MoveAtOnce extends Step {
  readonly #session: number;

  constructor(session: number) {
    super("move at once");
    this.#session = session;
  }

  check(model: Readonly<WalkModel>): boolean {
    const state = this.pick("session", { candidates: model.sessions, choice: this.#session })?.view.state;
    return state !== undefined && onward(state).length > 0;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = this.pick("session", { candidates: model.sessions, choice: this.#session });
    if (session === undefined) return;
    const to = onward(session.view.state)[0] ?? "cancelled";
    const before = session.view.transitions.length;
    const answers = await Promise.all(
      [0, 1, 2].map(() => walker.context.journeys.transition(session, to, byParty(walker, to))),
    );
    this.say(`${session.view.state} to ${to}: ${answers.map((one) => one.describe()).join(", ")}`);
    for (const answer of answers) walker.refusal(answer);
    const won = answers.filter(({ ok }) => ok);
    const answer = await walker.look(model, session);
    walker.hold(["twice"], () => {
      const moves = session.view.transitions.slice(before).filter((record) => record.to === to).length;
      if (won.length <= 1 && moves <= 1) return;
      const actual = `${won.length} accepted, ${moves} recorded`;
      throw new Broken("twice", { what: `moves to ${to} at once`, expected: "one at most", actual, answer });
    });
  }
}

/** Calls one of the operations that stand for a move. */
export class Convene extends Step {
  readonly #choice: { session: number; operation: number; slot: number };

  constructor(choice: { session: number; operation: number; slot: number }) {
    super("convenience");
    this.#choice = choice;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("session", { candidates: model.sessions, choice: this.#choice.session }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = this.pick("session", { candidates: model.sessions, choice: this.#choice.session });
    const operation = choose(walker.ground.conveniences, this.#choice.operation);
    const slot = this.pick("slot", { candidates: model.slots, choice: this.#choice.slot });
    if (session === undefined || operation === undefined || slot === undefined) return;
    const attributes =
      operation === "scheduling.reschedule"
        ? { new_datetime: slot.slot.startsAt }
        : operation === "scheduling.cancel"
          ? { reason: "certification run" }
          : operation === "documentation.create"
            ? { content: "Written by a certification run." }
            : {};
    const delivers = operation.startsWith("delivery.") && walker.context.node.has("provider");
    const as = delivers ? ("provider" as const) : ("organization" as const);
    const answer = await walker.context.journeys.operate(operation, session, { as, attributes });
    this.say(`${operation} in ${session.view.state}: ${answer.describe()}`);
    await walker.settle(model, session, { answer, what: operation });
  }
}

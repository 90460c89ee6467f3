import type { Answer } from "../answer.ts";
import { pickText } from "../json-path.ts";
import { Broken } from "./invariants.ts";
import type { WalkMandate, WalkModel } from "./model.ts";
import { Step } from "./step.ts";
import type { Walker } from "./walker.ts";

/** Makes a resource of its own, open around the clock. */
export class MakeResource extends Step {
  readonly #capacity: number;
  readonly #buffer: number;

  constructor({ capacity, buffer }: { capacity: number; buffer: number }) {
    super("make a resource");
    this.#capacity = capacity;
    this.#buffer = buffer;
  }

  check(model: Readonly<WalkModel>): boolean {
    return model.resources.length < 2;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    if (!walker.ground.withResources) return;
    const [capacity, bufferMinutes] = [1 + (this.#capacity % 2), 15 * (this.#buffer % 2)];
    const answer = await walker.bench.tryCreate({ capacity, buffer_minutes: bufferMinutes });
    this.say(`capacity ${capacity}, buffer ${bufferMinutes}: ${answer.describe()}`);
    walker.refusal(answer);
    const id = pickText(answer.body, "data.id");
    if (answer.status === 201 && id !== undefined) model.resources.push({ origin: "", id, capacity, bufferMinutes });
  }
}

/** Hands authority to an agent. */
export class Issue extends Step {
  constructor() {
    super("issue a mandate");
  }

  check(model: Readonly<WalkModel>): boolean {
    return model.mandates.filter(({ state }) => state !== "revoked").length < 2 && model.mandates.length < 8;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    if (!walker.ground.withMandates) return;
    const { answer, mandate } = await walker.context.agents.tryIssue();
    this.say(answer.describe());
    walker.refusal(answer);
    if (mandate !== null) model.mandates.push({ origin: "", held: mandate, state: "active" });
  }
}

/** A revocation ends it: the others come more often. */
const CHANGES = ["suspend", "reactivate", "revoke", "suspend", "reactivate"] as const;
const BECOMES = { suspend: "suspended", reactivate: "active", revoke: "revoked" } as const;

/** Suspends, reactivates or revokes a mandate. */
export class ChangeMandate extends Step {
  readonly #mandate: number;
  readonly #what: number;

  constructor({ mandate, what }: { mandate: number; what: number }) {
    super("change a mandate");
    this.#mandate = mandate;
    this.#what = what;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("mandate", { candidates: model.mandates, choice: this.#mandate }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const mandate = this.pick("mandate", { candidates: model.mandates, choice: this.#mandate });
    const what = CHANGES[this.#what % CHANGES.length];
    if (mandate === undefined || what === undefined) return;
    const answer = await walker.context.agents.change(mandate.held, `mandates.${what}`);
    this.say(`${what} in ${mandate.state}: ${answer.describe()}`);
    walker.refusal(answer);
    if (answer.ok) mandate.state = BECOMES[what];
  }
}

/** Uses a mandate, whatever state it is in; perhaps while it is taken back. */
export class UseMandate extends Step {
  readonly #mandate: number;
  readonly #session: number;
  readonly #meanwhile: boolean;

  constructor({ mandate, session, meanwhile }: { mandate: number; session: number; meanwhile: boolean }) {
    super(meanwhile ? "use a mandate while it is revoked" : "use a mandate");
    this.#mandate = mandate;
    this.#session = session;
    this.#meanwhile = meanwhile;
  }

  check(model: Readonly<WalkModel>): boolean {
    const mandate = this.pick("mandate", { candidates: model.mandates, choice: this.#mandate });
    return (
      mandate !== undefined && this.pick("session", { candidates: model.sessions, choice: this.#session }) !== undefined
    );
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const mandate = this.pick("mandate", { candidates: model.mandates, choice: this.#mandate });
    const session = this.pick("session", { candidates: model.sessions, choice: this.#session });
    if (mandate === undefined || session === undefined) return;
    const { agents } = walker.context;
    if (this.#meanwhile) {
      const used = [0, 1, 2].map(() => agents.read(mandate.held, session));
      const [revoked] = await Promise.all([agents.change(mandate.held, "mandates.revoke"), ...used]);
      if (revoked.ok) mandate.state = "revoked";
    }
    const answer = await agents.read(mandate.held, session);
    this.say(`${mandate.state}: ${answer.describe()}`);
    watchUse(walker, mandate, answer);
    walker.refusal(answer);
  }
}

function watchUse(walker: Walker, { state }: WalkMandate, answer: Answer): void {
  if (state === "active") return;
  const invariant = state === "suspended" ? "suspended" : "revoked";
  walker.hold([invariant], () => {
    if (!answer.ok) return;
    throw new Broken(invariant, {
      what: `a call under a ${state} mandate`,
      expected: "refused",
      actual: answer.describe(),
      answer,
    });
  });
}

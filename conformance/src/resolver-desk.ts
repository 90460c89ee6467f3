import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { pickText } from "./json-path.ts";
import type { CallOptions } from "./protocol-client.ts";
import { READY, StubOrganization, type StubParts } from "./stub-organization.ts";
import { Unmet } from "./verdict.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
const LOWEST = [
  [81, "verified"],
  [41, "vouched"],
  [11, "declared"],
  [0, "unverified"],
] as const;

/** A registration that a case has made. */
export interface Registered {
  readonly slug: string;
  readonly country: string;
  readonly restUrl: string;
  readonly answer: Answer;
}

/** The resolver that a node serves, and organizations of this run that register in it. */
export class ResolverDesk {
  readonly country = "cl";
  readonly #context: CaseContext;
  readonly #stubs: StubOrganization[] = [];

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /**
   * Works with the node's resolver; registrations stay, since no operation takes one back.
   * @throws NotApplicable when the node serves none: it may be a client of another one (operations 2)
   */
  static async use(context: CaseContext, work: (desk: ResolverDesk) => Promise<void>): Promise<void> {
    await context.world.needs("resolve.lookup", "resolve.register");
    const desk = new ResolverDesk(context);
    try {
      await work(desk);
    } finally {
      for (const stub of desk.#stubs) await stub.close();
    }
  }

  /** An organization's own node. @throws Unmet when the resolver runs elsewhere: it cannot ask a stub on our loopback */
  async stub(parts: StubParts = READY): Promise<StubOrganization> {
    if (!LOOPBACK.has(new URL(this.#context.settings.url).hostname))
      throw new Unmet("the resolver runs on another machine, from where an organization on loopback cannot be asked");
    const stub = await StubOrganization.open(parts);
    this.#stubs.push(stub);
    return stub;
  }

  /** Attributes of a registration under a slug that nobody has. */
  wish(restUrl: string): Record<string, unknown> {
    return {
      slug: `certify-${this.#context.world.uniqueWord()}`,
      country: this.country,
      name: "Certification run",
      rest_url: restUrl,
      legal_name: "Certification Run Ltd",
      verticals: ["health"],
    };
  }

  async tryRegister(attributes: Readonly<Record<string, unknown>>, options: CallOptions = {}): Promise<Answer> {
    return this.#context.node.call("resolve.register", { attributes, ...options });
  }

  /** Expects a bookable organization to be registered. @throws Unmet when the resolver refuses what only loopback explains */
  async register(check: Check, changes: Readonly<Record<string, unknown>> = {}): Promise<Registered> {
    const stub = await this.stub();
    const attributes: Record<string, unknown> = { ...this.wish(stub.url), ...changes };
    const answer = await this.tryRegister(attributes);
    const pointer = pickText(answer.body, "errors.0.source.pointer") ?? "";
    if (answer.status === 422 && stub.asked === 0 && pointer.endsWith("/rest_url"))
      throw new Unmet("the resolver refuses endpoints on loopback; one under certification has to allow them");
    check.resource(answer, 201, "resolutions");
    if (answer.status !== 201) throw new Unmet("a registration was needed");
    return { slug: String(attributes.slug), country: this.country, restUrl: String(attributes.rest_url), answer };
  }

  /** Looks an organization up, as anybody may. */
  lookup(slug: string, country = this.country): Promise<Answer> {
    return this.#context.node.call("resolve.lookup", { path: { country, org_slug: slug }, as: null });
  }

  /** What the resolver keeps of an organization. */
  async record(check: Check, slug: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.lookup(slug);
    check.resource(answer, 200, "resolutions");
    return (answer.at("data.attributes") ?? {}) as Readonly<Record<string, unknown>>;
  }

  update(slug: string, attributes: Readonly<Record<string, unknown>>, options: CallOptions = {}): Promise<Answer> {
    const path = { country: this.country, org_slug: slug };
    return this.#context.node.call("resolve.update_endpoint", { path, attributes, ...options });
  }

  heartbeat(
    slug: string,
    attributes: Readonly<Record<string, unknown>> = {},
    options: CallOptions = {},
  ): Promise<Answer> {
    const path = { country: this.country, org_slug: slug };
    return this.#context.node.call("telemetry.heartbeat", {
      path,
      attributes: { heartbeat: true, ...attributes },
      ...options,
    });
  }
}

/** The level that a score falls into (objects 21). */
export function levelOf(score: number): string {
  return LOWEST.find(([least]) => score >= least)?.[1] ?? "none";
}

/** Expects a score from 0 to 100 with its own level. */
export function expectTrust(check: Check, answer: Answer, path: string): void {
  const score = answer.at(`${path}.score`);
  const lawful = typeof score === "number" && Number.isInteger(score) && score >= 0 && score <= 100;
  check.holds("score", lawful, { expected: "a whole number from 0 to 100", actual: score, answer });
  if (lawful) check.equal("level", { expected: levelOf(score), actual: answer.at(`${path}.level`), answer });
}

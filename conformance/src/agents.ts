import type { Answer } from "./answer.ts";
import { findOperation, type OperationId } from "./artefacts.ts";
import { type AuditEntryView, readTrail } from "./audit-trail.ts";
import { pickList, pickText } from "./json-path.ts";
import type { Actor, CallOptions, ProtocolClient } from "./protocol-client.ts";
import type { CredentialKind } from "./settings.ts";
import { Unmet } from "./verdict.ts";
import type { World } from "./world.ts";

const DEFAULT_LIFE_SECONDS = 7_200;
const MOST_PAGES = 100;

/** Agents that a run may hold credentials of. */
export type AgentKind = "agent" | "second_agent";

/** A human party that hands authority to an agent. */
export type PrincipalKind = Exclude<CredentialKind, AgentKind>;

/** What a mandate may differ in; everything has a lawful default. */
export interface MandateWish {
  /** Default: the organization. */
  readonly principal?: PrincipalKind;
  /**
   * Default: `second_agent` for clients, `agent` for everybody else, so that no agent of a run stands on both sides of a
   * session unless a case wants it to (mandates page 9).
   */
  readonly agent?: AgentKind;
  readonly scopes?: readonly string[];
  /** Default: the organization under test. */
  readonly context?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
  /** Seconds from now to its end, on the node's clock. */
  readonly lifeSeconds?: number;
  /** Further members, or others in place of the lawful ones; an undefined one is left out. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly options?: CallOptions;
}

/** A mandate that the suite has issued. */
export interface HeldMandate {
  readonly id: string;
  readonly principal: PrincipalKind;
  readonly agent: AgentKind;
  readonly principalId: string;
  readonly agentId: string;
  readonly actingFor: string;
  readonly context: string;
  readonly expiresAt: string;
  /** The answer to its issuance. */
  readonly issued: Answer;
}

/** What came of an attempt to issue. */
export interface TriedIssuance {
  readonly answer: Answer;
  /** Null when it was refused. */
  readonly mandate: HeldMandate | null;
  readonly principal: PrincipalKind;
  /** Name given to the agent, which no other mandate bears. */
  readonly name: string;
}

/** How a call of an agent may differ. */
export interface AgentCallOptions extends Omit<CallOptions, "as"> {
  /** Credential to call with; default: the agent's own. */
  readonly as?: CredentialKind;
  /** Members of the actor that differ; an undefined one is left out. */
  readonly actor?: Readonly<Record<string, unknown>>;
  readonly confirmation?: string;
}

/** Mandates as a case needs them: issued by their principals over the protocol, used, and taken back at its end. */
export class Agents {
  readonly #client: ProtocolClient;
  readonly #world: World;
  readonly #issued: HeldMandate[] = [];

  constructor(parts: { client: ProtocolClient; world: World }) {
    this.#client = parts.client;
    this.#world = parts.world;
  }

  /** Id of a party as principal of a mandate. */
  async principalId(kind: PrincipalKind): Promise<string> {
    return kind === "organization" ? this.#world.organizationId() : this.#client.partyId(kind);
  }

  /** Attributes of a lawful issuance (mandates page 6). */
  async wishOf(wish: MandateWish = {}): Promise<Record<string, unknown>> {
    const principal = wish.principal ?? "organization";
    const type = principalType(principal);
    const life = wish.lifeSeconds ?? DEFAULT_LIFE_SECONDS;
    return {
      principal_id: await this.principalId(principal),
      principal_type: type,
      agent_id: this.#client.partyId(agentOf(wish)),
      agent_name: `Certification ${this.#world.uniqueWord()}`,
      acting_for: type,
      context: wish.context ?? (await this.#contextOf(principal)),
      scopes: wish.scopes ?? ["service:read", "service:write"],
      ...(wish.constraints === undefined ? {} : { constraints: wish.constraints }),
      expires_at: new Date(this.#world.now() + life * 1000).toISOString(),
      ...wish.attributes,
    };
  }

  /** Issues as `issue` does, and gives the refusal back instead of throwing: for cases about issuance itself. */
  async tryIssue(wish: MandateWish = {}): Promise<TriedIssuance> {
    const principal = wish.principal ?? "organization";
    const attributes = await this.wishOf(wish);
    const issued = await this.#client.call("mandates.issue", { attributes, as: principal, ...wish.options });
    const id = pickText(issued.body, "data.id");
    const tried = { answer: issued, principal, name: String(attributes.agent_name) };
    if (issued.status !== 201 || id === undefined) return { ...tried, mandate: null };
    const mandate: HeldMandate = {
      id,
      principal,
      agent: agentOf(wish),
      principalId: String(attributes.principal_id),
      agentId: String(attributes.agent_id),
      actingFor: String(attributes.acting_for),
      context: String(attributes.context),
      expiresAt: String(attributes.expires_at),
      issued,
    };
    this.#issued.push(mandate);
    return { ...tried, mandate };
  }

  /** Names of the agents that hold active mandates of a principal, as the principal is shown them. */
  async activeAgentNames(as: PrincipalKind): Promise<ReadonlySet<string | undefined>> {
    const names = new Set<string | undefined>();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await this.#client.call("mandates.list", { as, query: { status: "active", page, per_page: 100 } });
      if (answer.status !== 200) throw new Unmet(`mandates.list answered ${answer.describe()}`);
      for (const item of pickList(answer.body, "data")) names.add(pickText(item, "attributes.agent_name"));
      if (typeof answer.at("links.next") !== "string") break;
    }
    return names;
  }

  /** Issues a mandate with the principal's credential. @throws Unmet when the node does not, or a credential is missing. */
  async issue(wish: MandateWish = {}): Promise<HeldMandate> {
    this.#client.credential(agentOf(wish));
    const { answer, mandate } = await this.tryIssue(wish);
    if (mandate === null) throw new Unmet(`a mandate was needed, and mandates.issue answered ${answer.describe()}`);
    return mandate;
  }

  /** The actor that uses a mandate. */
  actorOf(mandate: HeldMandate, changes: Readonly<Record<string, unknown>> = {}): Actor {
    return { type: "agent", id: mandate.agentId, mandate_id: mandate.id, ...changes } as Actor;
  }

  /** Calls an operation as the agent of a mandate; the actor goes into the attributes, or else into the header. */
  async call(mandate: HeldMandate, id: OperationId, options: AgentCallOptions = {}): Promise<Answer> {
    const { actor: changes, confirmation, as, ...rest } = options;
    const actor = this.actorOf(mandate, {
      ...(confirmation === undefined ? {} : { confirmation_id: confirmation }),
      ...changes,
    });
    const operation = findOperation(id);
    const inBody = operation !== undefined && operation.commandType !== null && operation.attributes.includes("actor");
    return this.#client.call(id, {
      ...rest,
      ...(inBody
        ? { attributes: { actor, ...rest.attributes } }
        : { headers: { ...actorHeader(actor), ...rest.headers } }),
      as: as ?? mandate.agent,
    });
  }

  /** Reads a session under a mandate. */
  read(mandate: HeldMandate, session: { id: string }, options: AgentCallOptions = {}): Promise<Answer> {
    return this.call(mandate, "service.get", { path: { service_id: session.id }, ...options });
  }

  /** Moves a session under a mandate. */
  move(
    mandate: HeldMandate,
    session: { id: string },
    attributes: { to_state: string } & Readonly<Record<string, unknown>>,
    options: AgentCallOptions = {},
  ): Promise<Answer> {
    return this.call(mandate, "lifecycle.transition", { path: { session_id: session.id }, attributes, ...options });
  }

  /** Suspends, reactivates or revokes a mandate as its principal. */
  change(
    mandate: HeldMandate,
    what: "mandates.suspend" | "mandates.reactivate" | "mandates.revoke",
    options: CallOptions = {},
  ): Promise<Answer> {
    return this.#client.call(what, {
      path: { mandate_id: mandate.id },
      attributes: {},
      as: mandate.principal,
      ...options,
    });
  }

  /** Changes a mandate as `change` does. @throws Unmet when the node does not. */
  async mustChange(...[mandate, what]: Parameters<Agents["change"]>): Promise<Answer> {
    const answer = await this.change(mandate, what);
    if (answer.status !== 200) throw new Unmet(`${what} was needed, and answered ${answer.describe()}`);
    return answer;
  }

  /** The mandate as its principal reads it. */
  get(mandate: HeldMandate): Promise<Answer> {
    return this.#client.call("mandates.get", { path: { mandate_id: mandate.id }, as: mandate.principal });
  }

  /** The whole trail of a mandate, oldest entry first. @throws Unmet when it cannot be read. */
  async trail(mandate: HeldMandate): Promise<readonly AuditEntryView[]> {
    const { entries } = await readTrail(this.#client, { of: { mandateId: mandate.id }, as: mandate.principal });
    return entries;
  }

  /** Takes back every mandate that the case has issued; what is over already stays. */
  async cleanUp(): Promise<void> {
    for (const mandate of this.#issued.splice(0)) await this.change(mandate, "mandates.revoke");
  }

  async #contextOf(principal: PrincipalKind): Promise<string> {
    if (!principal.startsWith("foreign_")) return `org:${await this.#world.organizationSlug()}`;
    const slug = this.#client.credential(principal).organization;
    if (slug === undefined) throw new Unmet(`the ${principal} credential does not name its organization`);
    return `org:${slug}`;
  }
}

/** The header that names an actor where a request has no attributes (operations 1.1). */
export function actorHeader(actor: Readonly<Record<string, unknown>> | Actor): Record<string, string> {
  return { "x-servicialo-actor": Buffer.from(JSON.stringify(actor), "utf8").toString("base64") };
}

/** Role of a party as a mandate words it (mandates page 1). */
export function principalType(kind: PrincipalKind): "patient" | "professional" | "organization" {
  if (kind.endsWith("organization")) return "organization";
  return kind.endsWith("provider") ? "professional" : "patient";
}

function agentOf({ agent, principal }: MandateWish): AgentKind {
  return agent ?? (principal?.endsWith("client") === true ? "second_agent" : "agent");
}

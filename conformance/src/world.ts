import type { Answer } from "./answer.ts";
import { findOperation, type OperationId } from "./artefacts.ts";
import { findSlots } from "./find-slots.ts";
import { isRecord, pickList, pickText } from "./json-path.ts";
import { NodeClock } from "./node-clock.ts";
import type { Actor, ProtocolClient } from "./protocol-client.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { CredentialKind, RunSettings } from "./settings.ts";
import { type BookableOffer, readOffer, type Slot, SlotBook } from "./slot-book.ts";
import { NotApplicable, Unmet } from "./verdict.ts";

const DAY_MS = 86_400_000;
const MOST_OFFERS_TRIED = 12;

/** What the node says it can do (HTTP profile 3.3). */
export interface Capabilities {
  readonly declared: ReadonlySet<string>;
  readonly sandboxClock: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The organization under test, as public answers describe it. */
export interface OrganizationView {
  readonly slug: string;
  readonly name: string | undefined;
  readonly vertical: string | undefined;
  readonly country: string | undefined;
  readonly location: string | undefined;
}

/**
 * Everything that a run learns about a node, found out once and on first need. No id is known beforehand: the
 * organization's slug and the credentials are all that a person gives.
 */
export class World {
  readonly #client: ProtocolClient;
  readonly #settings: RunSettings;
  readonly #random: SeededRandom;
  readonly #found = new Map<string, Promise<unknown>>();
  readonly #runWord: string;
  #people = 0;
  readonly #clock: NodeClock;

  constructor(parts: { client: ProtocolClient; settings: RunSettings; random: SeededRandom; runWord: string }) {
    this.#client = parts.client;
    this.#settings = parts.settings;
    this.#random = parts.random;
    this.#runWord = parts.runWord;
    this.#clock = new NodeClock(parts.client);
  }

  /** The present moment as the node counts it. */
  now(): number {
    return this.#clock.now();
  }

  /** Slug of the organization under test. @throws Unmet when the run was given none and the manifest names none. */
  organizationSlug(): Promise<string> {
    return this.once("slug", async () => {
      if (this.#settings.organization !== null) return this.#settings.organization;
      const manifest = await this.#client.call("registry.manifest");
      const slug = pickText(manifest.body, "org_slug");
      if (slug === undefined || slug === "") throw new Unmet("no organization was given, and the manifest names none");
      return slug;
    });
  }

  /** The capabilities document; null when the node serves none. */
  capabilities(): Promise<Capabilities | null> {
    return this.once("capabilities", async () => {
      let answer = await this.#client.raw({ method: "GET", target: "" });
      // The profile writes the path as `/`; whether the base path ends in a slash is the node's choice.
      if (answer.status === 404) answer = await this.#client.raw({ method: "GET", target: "/" });
      const attributes = answer.at("data.attributes");
      if (answer.status !== 200 || !isRecord(attributes)) return null;
      const names = pickList(attributes, "capabilities").filter((name): name is string => typeof name === "string");
      return { declared: new Set(names), sandboxClock: attributes.sandbox_clock === true, attributes };
    });
  }

  /** Whether the node must have an operation or says that it has it. */
  async declares(id: OperationId): Promise<boolean> {
    const operation = findOperation(id);
    if (operation?.required === true) return true;
    const capabilities = await this.capabilities();
    // A node without a capabilities document declares nothing; then only what answers can be used.
    if (capabilities === null) return false;
    return capabilities.declared.has(id) || capabilities.declared.has(id.replaceAll(".", "_"));
  }

  /** The manifest; null when the node serves nothing that names a protocol version (HTTP profile 4.0). */
  manifest(): Promise<Readonly<Record<string, unknown>> | null> {
    return this.once("manifest", async () => {
      const answer = await this.#client.call("registry.manifest");
      return answer.status === 200 && isRecord(answer.body) && pickText(answer.body, "servicialo") !== undefined
        ? answer.body
        : null;
    });
  }

  /**
   * Asserts that the node must have an operation or says that it has it.
   * @throws NotApplicable when it is optional and not declared; Unmet when the target is no node that could declare it.
   */
  async needs(...ids: readonly OperationId[]): Promise<void> {
    for (const id of ids) {
      if (await this.declares(id)) continue;
      if ((await this.manifest()) === null) throw new Unmet(`whether ${id} is served is unknown: there is no manifest`);
      throw new NotApplicable(`${id} is optional, and the node does not declare it`);
    }
  }

  /** Exception flows that the card declares, in the words of cards (errors page E-09); null without a card. */
  async flows(): Promise<ReadonlySet<string> | null> {
    const card = await this.agentCard();
    const named = pickList(card, "capabilities.exception_flows").filter(
      (name): name is string => typeof name === "string",
    );
    return named.length === 0 ? null : new Set(named);
  }

  /**
   * Asserts that the card declares an exception flow.
   * @throws NotApplicable when the card declares others only; Unmet when it declares none at all.
   */
  async needsFlow(flow: string): Promise<void> {
    const flows = await this.flows();
    if (flows === null) throw new Unmet("the agent card declares no exception flow");
    if (!flows.has(flow)) throw new NotApplicable(`the agent card does not declare the flow ${flow}`);
  }

  /** Reads how far a sandbox clock is ahead already; without one the node's clock counts as ours. */
  async meetClock(): Promise<void> {
    if ((await this.capabilities())?.sandboxClock === true && this.#client.has("organization"))
      await this.#clock.meet();
  }

  /**
   * Moves the sandbox clock forward; everything that falls due happens before the answer (operations 4.13).
   * @throws Unmet when the node declares no sandbox clock (decision D-30).
   */
  async advanceClock(seconds: number): Promise<void> {
    if ((await this.capabilities())?.sandboxClock !== true) {
      throw new Unmet("the node declares no sandbox clock, so time cannot pass");
    }
    await this.#clock.advance(seconds);
  }

  /**
   * Moves the sandbox clock to a moment, in milliseconds since the epoch.
   * @throws Unmet when the node declares no sandbox clock, or the moment has passed.
   */
  async moveClockTo(moment: number): Promise<void> {
    if (this.now() > moment) throw new Unmet(`the moment ${new Date(moment).toISOString()} has passed`);
    if ((await this.capabilities())?.sandboxClock !== true) {
      throw new Unmet("the node declares no sandbox clock, so time cannot pass");
    }
    await this.#clock.moveTo(moment);
  }

  /** The agent card of the organization (channels 1, level 2), or null. */
  agentCard(): Promise<unknown> {
    return this.once("card", async () => {
      const slug = await this.organizationSlug();
      const target = `${this.#client.connection.hostUrl}/api/servicialo/${encodeURIComponent(slug)}/.well-known/agent.json`;
      const answer = await this.#client.raw({ method: "GET", target });
      return answer.status === 200 ? answer.body : null;
    });
  }

  /** Public facts of the organization, from its public profile or its card. */
  organization(): Promise<OrganizationView> {
    return this.once("organization", async () => {
      const slug = await this.organizationSlug();
      const profile = await this.#client.call("registry.get_organization", { path: { org_slug: slug } });
      const source =
        profile.status === 200 ? profile.at("data.attributes") : pickMember(await this.agentCard(), "organization");
      return {
        slug,
        name: pickText(source, "name"),
        vertical: pickText(source, "vertical"),
        country: pickText(source, "country"),
        // An empty one is none: it cannot be searched by.
        location: pickText(source, "location") || undefined,
      };
    });
  }

  /** Ids of the organization's public offers, from the catalogue, the public profile or the card. */
  offerIds(): Promise<readonly string[]> {
    return this.once("offers", async () => {
      const slug = await this.organizationSlug();
      const catalogue = await this.#client.call("services.list", {
        path: { org_slug: slug },
        query: { per_page: 100 },
      });
      const listed = idsOf(pickList(catalogue.body, "data"));
      if (listed.length > 0) return listed;
      const profile = await this.#client.call("registry.get_organization", { path: { org_slug: slug } });
      const shown = idsOf(pickList(profile.body, "data.attributes.services"));
      if (shown.length > 0) return shown;
      const onCard = idsOf(pickList(await this.agentCard(), "services"));
      if (onCard.length > 0) return onCard;
      throw new Unmet(`no public offer of ${slug} was found in the catalogue, the profile or the card`);
    });
  }

  /**
   * An offer that the bound provider delivers and that has free slots; the plainest one is preferred: no resource, no
   * prepayment, no required evidence.
   * @throws Unmet when there is none.
   */
  bookable(): Promise<{ offer: BookableOffer; slots: SlotBook }> {
    return this.once("bookable", () =>
      this.#findBookable(this.#client.has("provider") ? this.#client.partyId("provider") : null),
    );
  }

  /** The same offer with another of its providers. @throws Unmet when it has only one, or the other has no slot. */
  bookableElsewhere(): Promise<{ offer: BookableOffer; slots: SlotBook }> {
    return this.once("elsewhere", async () => {
      const { offer, slots } = await this.bookable();
      for (const id of [offer.serviceId, ...(await this.offerIds())]) {
        const candidate = await this.readOffer(id);
        if (candidate === null || candidate.needsResource || candidate.needsPrepayment) continue;
        const others = await this.slotsOf(candidate, { notProvider: offer.providerId });
        const first = others[0];
        if (first === undefined) continue;
        const other = { ...candidate, providerId: first.providerId };
        return {
          offer: other,
          slots: slots.sharingClient(others.filter((slot) => slot.providerId === first.providerId)),
        };
      }
      throw new Unmet("no second provider with a free slot was found");
    });
  }

  /** Actor that a credential stands for (decision D-23). */
  async actorOf(kind: CredentialKind): Promise<Actor> {
    if (kind === "organization") return { type: "organization", id: await this.organizationId() };
    if (kind.endsWith("agent")) return { type: "agent", id: this.#client.partyId(kind) };
    const type = kind.endsWith("organization") ? "organization" : kind.endsWith("provider") ? "provider" : "client";
    return { type, id: this.#client.partyId(kind) };
  }

  /** Internal id of the organization, as its offers name it; its slug where none was read. */
  organizationId(): Promise<string> {
    return this.once("organization id", async () => {
      const bound = this.#client.has("organization") ? this.#client.credential("organization").id : undefined;
      if (bound !== undefined) return bound;
      const { offer } = await this.bookable();
      return offer.organizationId ?? (await this.organizationSlug());
    });
  }

  /** The client that the client's credential is bound to; without one a client that this run creates. */
  clientId(): Promise<string> {
    return this.once("client", async () => {
      const credential = this.#client.has("client") ? this.#client.credential("client") : undefined;
      return credential?.id ?? (await this.newClient());
    });
  }

  /** A client that nobody else uses. @throws Unmet when the node does not let the organization create one. */
  async newClient(): Promise<string> {
    if (!(await this.declares("clients.get_or_create"))) throw new Unmet("clients.get_or_create is not declared");
    this.#people += 1;
    const answer = await this.#client.call("clients.get_or_create", {
      attributes: {
        email: `certify-${this.#runWord}-${this.#people}@example.org`,
        name: "Certification",
        last_name: `Run ${this.#people}`,
        actor: await this.actorOf("organization"),
      },
    });
    const id = pickText(answer.body, "data.id");
    if (!answer.ok || id === undefined) throw new Unmet(`clients.get_or_create answered ${answer.describe()}`);
    return id;
  }

  /** A word that no earlier run has used, for names and keys. */
  uniqueWord(): string {
    this.#people += 1;
    return `${this.#runWord}-${this.#people}`;
  }

  async #findBookable(providerId: string | null): Promise<{ offer: BookableOffer; slots: SlotBook }> {
    const candidates: BookableOffer[] = [];
    for (const id of (await this.offerIds()).slice(0, MOST_OFFERS_TRIED)) {
      const offer = await this.readOffer(id);
      if (offer !== null) candidates.push(offer);
    }
    candidates.sort((a, b) => a.difficulty - b.difficulty);
    for (const candidate of candidates) {
      if (candidate.needsPrepayment) continue;
      const slots = await this.slotsOf(candidate, providerId === null ? {} : { provider: providerId });
      const first = slots[0];
      if (first === undefined) continue;
      const offer = { ...candidate, providerId: first.providerId };
      const own = slots.filter((slot) => slot.providerId === first.providerId);
      const notBefore = () => this.now() + DAY_MS;
      return { offer, slots: new SlotBook(own, this.#random.below(Math.ceil(own.length / 4)), { notBefore }) };
    }
    const whose = providerId === null ? "" : ` with the provider ${providerId}`;
    throw new Unmet(`no bookable offer${whose}: ${candidates.length} offers read, none has a free slot`);
  }

  /** An offer with its contract; null when it cannot be read. */
  async readOffer(id: string): Promise<BookableOffer | null> {
    const answer = await this.#client.call("service.get", { path: { service_id: id } });
    const attributes = answer.at("data.attributes");
    if (answer.status !== 200 || !isRecord(attributes)) return null;
    let contract: unknown = null;
    if (await this.declares("contract.get")) {
      const slug = await this.organizationSlug();
      const read = await this.#client.call("contract.get", { path: { service_id: id }, query: { org_id: slug } });
      contract = read.status === 200 ? read.at("data.attributes") : null;
    }
    return readOffer(id, attributes, contract);
  }

  /** Asks for free slots of the organization under test (operations 4.1). */
  async availability(
    query: Readonly<Record<string, string | number | undefined>>,
    deliberate = false,
  ): Promise<Answer> {
    return this.#client.call("scheduling.check_availability", {
      query: { org_slug: await this.organizationSlug(), ...query },
      deliberate,
      as: this.#asksForSlots,
    });
  }

  /** An authenticated client's own calendar is intersected too, so that earlier runs are not in the way. */
  get #asksForSlots(): CredentialKind | null {
    return (["client", "organization"] as const).find((kind) => this.#client.has(kind)) ?? null;
  }

  /** Free slots of an offer from tomorrow on, so that no policy window is already running. */
  async slotsOf(offer: BookableOffer, wanted: { provider?: string; notProvider?: string }): Promise<readonly Slot[]> {
    return findSlots({
      offer,
      wanted: { ...wanted, earliest: this.now() + DAY_MS },
      declared: await this.declares("scheduling.check_availability"),
      ask: (query) => this.availability(query),
      // Further pages of the same answer: without the credential they would be of another one.
      follow: (target) => this.#client.raw({ method: "GET", target, as: this.#asksForSlots }),
    });
  }

  /** Finds something out on first need and remembers it, the failure to find it included. */
  once<Value>(key: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.#found.get(key) as Promise<Value> | undefined;
    if (known !== undefined) return known;
    const finding = find();
    this.#found.set(key, finding);
    return finding;
  }
}

function idsOf(items: readonly unknown[]): readonly string[] {
  return items.map((item) => pickText(item, "id")).filter((id): id is string => id !== undefined && id !== "");
}

function pickMember(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

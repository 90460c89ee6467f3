import { setTimeout as pause } from "node:timers/promises";
import { isoInstant } from "../../src/clock.ts";
import { succeeded } from "../../src/testing/clinic.ts";
import { type Party, PartyClient } from "../../src/testing/party-client.ts";
import { compare, type Examined, examine, examineFollowUp } from "./examine.ts";
import { AGENT, type House, SLUG } from "./house.ts";
import type { Answer, Cast } from "./journeys.ts";
import { Load, type LoadFigures, type Settled } from "./load.ts";
import { openSlowReceiver, type SlowReceiver } from "./slow-receiver.ts";

const DAY_MS = 86_400_000;

/** What subscribers are told of, once per booking. */
const TOLD = "booking.created";

/** After so many seconds a key whose request was cut off is free again, and what a dead process took is taken anew. */
const FREE_AFTER_S = 61;

/** Seconds that the clock is moved in the end, so that deadlines fall due. */
const LATER_S = 3 * 24 * 60 * 60;

/** Milliseconds in which everything that is open has to be settled once nothing fails any more. */
const PATIENCE_MS = 120_000;

/** Of the writes before each failure, so many are repeated after it. */
const REPEATED_PER_FAILURE = 3;

/** What came of a campaign. */
export interface CampaignFigures extends Examined, Readonly<LoadFigures> {
  /** Answers that were asked for again, and were the same bytes. */
  readonly replayed: number;
  readonly delivered: number;
  readonly deadlines: number;
}

/** A house under load while its node or its database is killed again and again, and the examination of what is left. */
export class Campaign {
  readonly load: Load;
  readonly house: House;
  readonly #receiver: SlowReceiver;
  #replayed = 0;
  #seen = 0;

  private constructor(house: House, load: Load, receiver: SlowReceiver) {
    this.house = house;
    this.load = load;
    this.#receiver = receiver;
  }

  /** Gives the agent its mandate and subscribes a receiver, over a node that runs. */
  static async prepare(house: House, url: string, writers: number): Promise<Campaign> {
    const receiver = await openSlowReceiver();
    const organization = new PartyClient(url, house.keys, "organization");
    const issued = succeeded(
      await organization.call("mandates.issue", {
        principal_id: house.organizationId,
        principal_type: "organization",
        agent_id: AGENT,
        acting_for: "organization",
        context: `org:${SLUG}`,
        scopes: ["schedule:write"],
        expires_at: isoInstant(Date.now() + DAY_MS),
      }),
    );
    succeeded(
      await organization.call("webhooks.create_subscription", { url: receiver.url, subscribed_events: [TOLD] }),
    );
    const from = Math.ceil((Date.now() + 2 * DAY_MS) / DAY_MS) * DAY_MS;
    const cast: Cast = { house, mandateId: issued.body.data.id, from };
    return new Campaign(house, new Load(cast, writers), receiver);
  }

  close(): Promise<void> {
    return this.#receiver.close();
  }

  /**
   * Asks again for the last answers from before a failure.
   * @throws {Error} when one of them is not the same, byte for byte
   */
  async replayLast(url: string): Promise<void> {
    const { settled } = this.load;
    const last = settled.slice(Math.max(this.#seen, settled.length - REPEATED_PER_FAILURE));
    this.#seen = settled.length;
    for (const one of last) await this.#replay(url, one);
  }

  /**
   * Settles what is open, and holds everything that was acknowledged, stored, told and due against one another.
   * @throws {Error} naming what was lost, done twice or left half done
   */
  async conclude(url: string): Promise<CampaignFigures> {
    const { location } = this.house;
    await this.#advance(url, FREE_AFTER_S);
    const stop = AbortSignal.timeout(PATIENCE_MS);
    await this.load.drive(url, { stop, onlySettle: true });
    if (this.load.open > 0) throw new Error(`${this.load.open} writes were never settled`);
    await compare(location, this.load.settled);
    const examined = await examine(location, TOLD);
    for (const one of this.load.settled.filter(({ tries }) => tries > 1)) await this.#replay(url, one);
    const now = await this.#advance(url, LATER_S);
    const arrived = await this.#arrived(location, now);
    await examine(location, TOLD);
    return { ...this.load.figures, ...examined, ...arrived, replayed: this.#replayed };
  }

  async #arrived(location: string, now: number): Promise<{ delivered: number; deadlines: number }> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const { arrived } = this.#receiver;
      try {
        return { delivered: arrived.size, deadlines: await examineFollowUp(location, arrived, now) };
      } catch (error) {
        if (performance.now() > giveUpAt) throw error;
        await pause(200);
      }
    }
  }

  async #replay(url: string, one: Settled): Promise<void> {
    const again = await this.#answeredAgain(url, one);
    if (again.status !== one.answer.status || again.text !== one.answer.text) {
      throw new Error(
        `${one.ask.operation} under key ${one.ask.key} was answered ${one.answer.status}, and then ${again.status}: ${again.text.slice(0, 400)}`,
      );
    }
    this.#replayed += 1;
  }

  /** While the database is not back, the answer is to come again. */
  async #answeredAgain(url: string, one: Settled): Promise<Answer> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const again = await this.load.repeat(url, one);
      if (again.status !== 503 || performance.now() > giveUpAt) return again;
      await pause(200);
    }
  }

  /** Moves the node's clock; answers its time then, epoch milliseconds. */
  async #advance(url: string, seconds: number): Promise<number> {
    const client = new PartyClient(url, this.house.keys, "organization" satisfies Party);
    const { body } = succeeded(await client.call("sandbox.set_clock", { advance_seconds: seconds }));
    return Date.parse(body.data.attributes.now);
  }
}

/** The figures of a campaign in the words of its closing line. */
export function figuresOf(figures: CampaignFigures): string {
  const { settled, unanswered, repeated, replayed, sessions, transitions, events, delivered, deadlines } = figures;
  return [
    `${settled} writes acknowledged, 0 lost, 0 half done`,
    `${unanswered} sendings unanswered, ${repeated} writes repeated under their keys to one effect each`,
    `${replayed} answers asked for again, the same bytes`,
    `${sessions} sessions, ${transitions} moves, ${events} events, ${figures.payments} payments agree`,
    `ledger and audit chain (${figures.auditEntries} entries) verify`,
    `${delivered} webhooks arrived, ${deadlines} deadlines met`,
  ].join("; ");
}

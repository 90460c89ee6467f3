import { setTimeout as pause } from "node:timers/promises";
import { type Party, PartyClient } from "../../src/testing/party-client.ts";
import { type Answer, type Ask, type Cast, type Journey, journeyOf } from "./journeys.ts";

/** A write that was settled, and what settled it. */
export interface Settled {
  readonly ask: Ask;
  readonly answer: Answer;
  /** How often it was sent. */
  readonly tries: number;
}

/** A journey that stands at a write. */
interface Traveller {
  readonly journey: Journey;
  readonly ask: Ask;
  readonly tries: number;
  /** Not before, in milliseconds of `performance.now()`. */
  readonly notBefore: number;
}

/** What the load has seen. */
export interface LoadFigures {
  /** Writes that were settled. */
  settled: number;
  /** Sendings that got no answer at all. */
  unanswered: number;
  /** Answers that ask to come again: the key is still taken, or the database is away. */
  putOff: number;
  /** Writes that were sent more than once until they were settled. */
  repeated: number;
}

/** Milliseconds before a write is repeated whose answer asked for it. */
const AGAIN_MS = 300;

/**
 * Writers that book, move, cancel, deliver, sell and are paid, one write at a time each, every write under a key of its
 * own. A write that got no answer is repeated with its key, the same bytes, until it has one.
 */
export class Load {
  readonly figures: LoadFigures = { settled: 0, unanswered: 0, putOff: 0, repeated: 0 };
  /** Everything that was settled, in the order in which it was. */
  readonly settled: Settled[] = [];
  readonly #cast: Cast;
  readonly #writers: number;
  readonly #next: number[];
  #travellers: Traveller[] = [];

  constructor(cast: Cast, writers: number) {
    this.#cast = cast;
    this.#writers = writers;
    this.#next = Array.from({ length: writers }, () => 0);
  }

  /** Writes that were sent and are not settled. */
  get open(): number {
    return this.#travellers.length;
  }

  /** Writes until told to stop, or until the node is gone. Begins journeys, unless it only settles what is open. */
  async drive(url: string, options: { stop: AbortSignal; onlySettle?: boolean; staysAlive?: boolean }): Promise<void> {
    const turns = Array.from({ length: this.#writers }, (_, writer) => this.#write(url, writer, options));
    await Promise.all(turns);
  }

  /** Sends a settled write once more; answers what came. */
  async repeat(url: string, { ask }: Settled): Promise<Answer> {
    return send(this.#cast, url, ask);
  }

  async #write(
    url: string,
    writer: number,
    { stop, onlySettle = false, staysAlive = false }: { stop: AbortSignal; onlySettle?: boolean; staysAlive?: boolean },
  ): Promise<void> {
    while (!stop.aborted) {
      const traveller = this.#take() ?? (onlySettle ? null : this.#depart(writer));
      if (traveller === null) {
        if (this.open === 0) return;
        await pause(20);
        continue;
      }
      const isThere = await this.#travel(url, traveller, stop, onlySettle);
      if (!isThere && !staysAlive) return;
      if (!isThere) await pause(50);
    }
  }

  #take(): Traveller | null {
    const now = performance.now();
    const index = this.#travellers.findIndex(({ notBefore }) => notBefore <= now);
    return index < 0 ? null : (this.#travellers.splice(index, 1)[0] ?? null);
  }

  #depart(writer: number): Traveller | null {
    const n = this.#next[writer] ?? 0;
    this.#next[writer] = n + 1;
    const journey = journeyOf(this.#cast, writer, n);
    const first = journey.next();
    return first.done ? null : { journey, ask: first.value, tries: 0, notBefore: 0 };
  }

  /** Goes on with a journey as far as it comes; false when nobody answered. */
  async #travel(url: string, from: Traveller, stop: AbortSignal, onlySettle: boolean): Promise<boolean> {
    let at = from;
    for (;;) {
      const tries = at.tries + 1;
      const answer = await send(this.#cast, url, at.ask).catch(() => null);
      if (answer === null) {
        this.figures.unanswered += 1;
        this.#travellers.push({ ...at, tries, notBefore: 0 });
        return false;
      }
      if (isPutOff(answer)) {
        this.figures.putOff += 1;
        this.#travellers.push({ ...at, tries, notBefore: performance.now() + AGAIN_MS });
        return true;
      }
      if (answer.status >= 300) throw new Error(surprise(at.ask, answer));
      this.figures.settled += 1;
      if (tries > 1) this.figures.repeated += 1;
      this.settled.push({ ask: at.ask, answer, tries });
      const next = at.journey.next(answer);
      if (next.done) return true;
      at = { journey: at.journey, ask: next.value, tries: 0, notBefore: 0 };
      if (stop.aborted && !onlySettle) {
        this.#travellers.push(at);
        return true;
      }
    }
  }
}

/** Refusals that say: not now. */
function isPutOff({ status, body }: Answer): boolean {
  return status === 503 || (status === 409 && body?.errors?.[0]?.code === "IDEMPOTENCY_IN_PROGRESS");
}

async function send({ house }: Cast, url: string, ask: Ask): Promise<Answer> {
  const client = new PartyClient(url, house.keys, ask.as as Party);
  const { status, text, body } = await client.call(ask.operation, ask.input, { "idempotency-key": ask.key });
  return { status, text, body };
}

function surprise({ operation, key, input }: Ask, { status, text }: Answer): string {
  return `${operation} under key ${key} was answered ${status}: ${text.slice(0, 600)} (input ${JSON.stringify(input)})`;
}

import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Exchange, WireRequest, WireResponse } from "./node-connection.ts";

/** Bytes of requests and answers that stay in memory; older ones are read again from the file when they are asked for. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** What passed over the wire in one exchange: the part that may be large. */
interface Content {
  readonly request: WireRequest;
  readonly response: WireResponse | null;
}

interface Place {
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Every exchange of a run in the order in which they ended. A long run has more of them than fits into memory, so what
 * passed over the wire is written to a file that only this process can open: it has no name any more.
 */
export class ExchangeLog {
  readonly #exchanges: Exchange[] = [];
  readonly #kept = new Map<number, { content: Content; bytes: number }>();
  readonly #keptLimit: number;
  #keptBytes = 0;
  #file: number | null = null;
  #end = 0;
  /** What was read last: whoever asks for a request asks for its answer next. */
  #last: { seq: number; content: Content } | null = null;

  constructor(keptBytes: number = KEPT_BYTES) {
    this.#keptLimit = keptBytes;
  }

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  /** Bytes of content held in memory now. */
  get keptBytes(): number {
    return this.#keptBytes;
  }

  add(exchange: Exchange): Exchange {
    const { request, response, ...facts } = exchange;
    const content = { request, response };
    const place = this.#write(content);
    const spooled = new SpooledExchange(facts, () => this.#read(facts.seq, place));
    this.#keep(facts.seq, content, place.bytes);
    this.#exchanges.push(spooled);
    return spooled;
  }

  /** Gives the file back. What is still in memory can be read, nothing else. */
  close(): void {
    if (this.#file === null) return;
    ftruncateSync(this.#file);
    closeSync(this.#file);
    this.#file = null;
  }

  #write(content: Content): Place {
    this.#file ??= namelessFile();
    const bytes = Buffer.from(JSON.stringify(content), "utf8");
    const place = { offset: this.#end, bytes: bytes.length };
    writeSync(this.#file, bytes, 0, bytes.length, place.offset);
    this.#end += bytes.length;
    return place;
  }

  #read(seq: number, place: Place): Content {
    const kept = this.#kept.get(seq);
    if (kept !== undefined) return kept.content;
    if (this.#last?.seq === seq) return this.#last.content;
    if (this.#file === null) throw new Error(`exchange ${seq} was read after the log was closed`);
    const bytes = Buffer.allocUnsafe(place.bytes);
    readSync(this.#file, bytes, 0, place.bytes, place.offset);
    const content = JSON.parse(bytes.toString("utf8")) as Content;
    this.#last = { seq, content };
    return content;
  }

  #keep(seq: number, content: Content, bytes: number): void {
    this.#kept.set(seq, { content, bytes });
    this.#keptBytes += bytes;
    // A map gives its entries in the order of insertion: the oldest go first.
    for (const [oldest, entry] of this.#kept) {
      if (this.#keptBytes <= this.#keptLimit) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= entry.bytes;
    }
  }
}

/** An exchange whose content may lie in the file. */
class SpooledExchange implements Exchange {
  readonly seq: number;
  readonly sender: string;
  readonly operation: string | null;
  readonly deliberate: boolean;
  readonly failure: string | null;
  readonly sentAtMs: number;
  readonly durationMs: number;
  readonly limited: boolean;
  readonly #content: () => Content;

  constructor(facts: Omit<Exchange, "request" | "response">, content: () => Content) {
    this.seq = facts.seq;
    this.sender = facts.sender;
    this.operation = facts.operation;
    this.deliberate = facts.deliberate;
    this.failure = facts.failure;
    this.sentAtMs = facts.sentAtMs;
    this.durationMs = facts.durationMs;
    this.limited = facts.limited;
    this.#content = content;
  }

  get request(): WireRequest {
    return this.#content().request;
  }

  get response(): WireResponse | null {
    return this.#content().response;
  }
}

/** It holds credentials, so it is readable by its owner alone and loses its name at once where the system allows that. */
function namelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "servicialo-certify-"));
  const file = openSync(join(folder, "exchanges"), "wx+", 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    // Windows keeps the name of an open file; it goes with the process.
    process.once("exit", remove);
  }
  return file;
}

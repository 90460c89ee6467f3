import type { Answer } from "./answer.ts";
import { pickText } from "./json-path.ts";
import type { ProtocolClient } from "./protocol-client.ts";
import { Unmet } from "./verdict.ts";

/** The time as the node counts it; only a sandbox clock may differ from ours (decision D-30). */
export class NodeClock {
  readonly #client: ProtocolClient;
  #offsetMs = 0;

  constructor(client: ProtocolClient) {
    this.#client = client;
  }

  /** The present moment of the node in milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Reads how far the sandbox clock is ahead. */
  async meet(): Promise<void> {
    this.#read(await this.#client.call("sandbox.get_clock"));
  }

  /** Moves the sandbox clock forward. @throws Unmet with FAIL when the node, which declares it, does not. */
  async advance(seconds: number): Promise<void> {
    if (!this.#read(await this.#set({ advance_seconds: seconds }))) this.#offsetMs += seconds * 1000;
  }

  /** Moves the sandbox clock to a moment, in milliseconds since the epoch. @throws Unmet with FAIL as `advance` does */
  async moveTo(moment: number): Promise<void> {
    const answer = await this.#set({ set_to: new Date(moment).toISOString() });
    if (!this.#read(answer)) this.#offsetMs = moment - Date.now();
  }

  async #set(wish: Readonly<Record<string, unknown>>): Promise<Answer> {
    const answer = await this.#client.call("sandbox.set_clock", { attributes: wish });
    if (!answer.ok) throw new Unmet(`the sandbox clock that the node declares answered ${answer.describe()}`, "FAIL");
    return answer;
  }

  #read(answer: Answer): boolean {
    const now = Date.parse(pickText(answer.body, "data.attributes.now") ?? "");
    if (Number.isNaN(now)) return false;
    this.#offsetMs = now - Date.now();
    return true;
  }
}

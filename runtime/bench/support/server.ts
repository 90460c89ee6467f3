import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import type { ServerOrder } from "./serve.ts";

/** What a server's process says of itself. */
export interface Usage {
  /** Processor time so far, in microseconds. */
  readonly processor: number;
  /** Bytes of its heap; after everything unused was freed when that was asked for. */
  readonly heap: number;
  /** Statements that it sent so far, where they are counted. */
  readonly statements: number;
}

/** A server in a process of its own, and the connections to it. */
export class Server {
  readonly url: string;
  readonly pool: Pool;
  readonly #child: ChildProcess;
  #questions = 0;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
    this.pool = new Pool(url, { connections: 64, pipelining: 1 });
  }

  static async start(order: ServerOrder): Promise<Server> {
    const child = fork(fileURLToPath(new URL("./serve.ts", import.meta.url)), [], {
      execArgv: ["--expose-gc"],
      serialization: "advanced",
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.once("message", (message) => resolve(String(message)));
      child.once("exit", (code) => reject(new Error(`The server for ${order.role} ended with ${code}.`)));
      child.send(order);
    });
    return new Server(url, child);
  }

  /** @param free frees everything unused first, which stops the server for a moment */
  usage(free = false): Promise<Usage> {
    const question = this.#questions++;
    return new Promise((resolve) => {
      const listen = (answer: { readonly question: number; readonly usage: Usage }) => {
        if (answer.question !== question) return;
        this.#child.off("message", listen as never);
        resolve(answer.usage);
      };
      this.#child.on("message", listen as never);
      this.#child.send({ question, free });
    });
  }

  async stop(): Promise<void> {
    await this.pool.destroy();
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await ended;
  }
}

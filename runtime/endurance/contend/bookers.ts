import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { Who } from "../load/town-caller.ts";
import type { Arena } from "../town/arena.ts";

/** One request of a crowd. */
export interface Ask {
  readonly who: Who;
  readonly operation: OperationId;
  readonly input: Record<string, unknown>;
  readonly key?: string;
}

/** The same, with the node that it goes to. */
export interface Asked extends Ask {
  readonly url: string;
}

/** What a client process is told to send. */
export interface BookerTask {
  readonly task: number;
  readonly asks: readonly Asked[];
}

/** What came of a request; status 0: nothing. */
export interface Outcome {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
}

const PROGRAM = fileURLToPath(new URL("./booker-process.ts", import.meta.url));

/** A crowd: client processes that send everything at the same moment, each over connections of its own. */
export class Bookers {
  readonly #children: readonly ChildProcess[];
  readonly #urls: readonly string[];
  #tasks = 0;

  private constructor(children: readonly ChildProcess[], urls: readonly string[]) {
    this.#children = children;
    this.#urls = urls;
  }

  /** Starts so many client processes for an arena. */
  static async start({ town, urls }: Arena, processes: number): Promise<Bookers> {
    const children = Array.from({ length: processes }, () => {
      // What is done to a node from outside is not done to its clients.
      const { NODE_OPTIONS: _, ...env } = process.env;
      const child = fork(PROGRAM, { env, execArgv: [] });
      child.setMaxListeners(0);
      child.send({ town });
      return child;
    });
    return new Bookers(children, urls);
  }

  /** Sends all at once, spread over the client processes and the nodes; answers in the order of the requests. */
  send(asks: readonly Ask[]): Promise<Outcome[]> {
    const sent = this.#send(asks);
    // A round that has failed by something else does not wait for its answers any more.
    sent.catch(() => undefined);
    return sent;
  }

  async #send(asks: readonly Ask[]): Promise<Outcome[]> {
    const { length: processes } = this.#children;
    const outcomes: Outcome[] = [];
    const parts = this.#children.map(async (child, part) => {
      const mine = asks
        .map((ask, index) => ({ index, asked: { ...ask, url: this.#urls[index % this.#urls.length] ?? "" } }))
        .filter(({ index }) => Math.floor(index / this.#urls.length) % processes === part);
      if (mine.length === 0) return;
      const answers = await this.#through(
        child,
        mine.map(({ asked }) => asked),
      );
      mine.forEach(({ index }, n) => {
        outcomes[index] = answers[n] ?? { status: 0, text: "no answer" };
      });
    });
    await Promise.all(parts);
    return outcomes;
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null) return;
        child.disconnect();
        await once(child, "exit");
      }),
    );
  }

  #through(child: ChildProcess, asks: readonly Asked[]): Promise<readonly Outcome[]> {
    this.#tasks += 1;
    const task = this.#tasks;
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error("A client process ended."));
      const listen = (message: { task: number; outcomes: Outcome[] }) => {
        if (message.task !== task) return;
        child.off("message", listen);
        child.off("exit", ended);
        resolve(message.outcomes);
      };
      child.on("message", listen);
      child.once("exit", ended);
      child.send({ task, asks } satisfies BookerTask);
    });
  }
}

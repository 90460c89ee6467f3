import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithUs } from "../../src/testing/end-with-us.ts";

const CLI = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** A node in a process of its own that can be killed at any moment, also before it listens. */
export class NodeUnderFire {
  /** Address once it listens; null when it was killed before. */
  readonly listening: Promise<string | null>;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** @param database what `--database` takes; the sandbox clock of the node starts at the present */
  constructor(database: string) {
    const args = ["serve", "--database", database, "--port", "0", "--log-level", "silent"];
    args.push("--sandbox-clock", "--allow-private-webhooks");
    this.#child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    endWithUs(this.#child);
    this.#ended = once(this.#child, "exit");
    this.listening = this.#address();
  }

  /** `kill -9`; settles when the process is gone. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Asks it to stop and waits for it. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.#ended;
  }

  /** @throws {Error} when it did not come up */
  async url(): Promise<string> {
    const url = await this.listening;
    if (url === null) throw new Error("The node ended before it listened.");
    return url;
  }

  async #address(): Promise<string | null> {
    if (this.#child.stdout === null) return null;
    for await (const line of createInterface({ input: this.#child.stdout })) {
      const url = /listens on (https?:\/\/[^\s/]+)/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
    return null;
  }
}

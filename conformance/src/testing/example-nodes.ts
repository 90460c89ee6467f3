import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ReferenceNode } from "../mutants/reference-node.ts";
import type { Credentials } from "../settings.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const LISTENING = /listens on (https?:\/\/[^\s/]*[^\s/.])/;

/** The node that shares nothing with anybody, in a process of its own, with everything new. */
export function startPlainNode(): Promise<ReferenceNode> {
  return startExample((keys) => ({ args: ["examples/plain-node/src/main.ts", "--port", "0", "--keys", keys] }));
}

/** The node that was begun with `init` and filled in by hand, in a process of its own. */
export function startMinimalNode(): Promise<ReferenceNode> {
  return startExample((keys) => ({ args: ["examples/minimal-node/src/main.ts"], env: { PORT: "0", KEYS: keys } }));
}

interface Start {
  /** The program below the root, and what it is told. */
  readonly args: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

async function startExample(startWith: (keys: string) => Start): Promise<ReferenceNode> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-example-"));
  const keys = join(folder, "keys.json");
  const { args, env } = startWith(keys);
  const [program, ...rest] = args;
  const child = spawn(process.execPath, [join(ROOT, program), ...rest], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = LISTENING.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    const { organization, credentials } = JSON.parse(await readFile(keys, "utf8")) as {
      organization: string;
      credentials: Credentials;
    };
    return {
      url,
      organization,
      credentials,
      async stop() {
        child.kill("SIGTERM");
        await once(child, "exit");
        await rm(folder, { recursive: true });
      },
    };
  }
  throw new Error("The node ended before it listened.");
}

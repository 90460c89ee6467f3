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
const COMMAND = join(ROOT, "examples/plain-node/src/main.ts");
const LISTENING = /listens on (https?:\/\/[^\s/]+)/;

/** The node that shares nothing with anybody, in a process of its own, with everything new. */
export async function startPlainNode(): Promise<ReferenceNode> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-plain-"));
  const keys = join(folder, "keys.json");
  const child = spawn(process.execPath, [COMMAND, "--port", "0", "--keys", keys], {
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
  throw new Error("The plain node ended before it listened.");
}

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { Cast } from "./story/cast.ts";
import { walk } from "./story/walk.ts";

const HELP = `Plays one session from requested to verified over HTTP, then a reschedule, a late cancellation and a no-show.

Usage: node examples/agent-walk/src/index.ts --url <node> --keys <file>

  --url <node>    address of the node, e.g. http://127.0.0.1:3000
  --keys <file>   JSON file with the organization's slug and the credentials of organization, provider and client,
                  as servicialo-node seed writes it
  --quiet         print problems only

Exits with 1 at the first mismatch.`;

interface KeysFile {
  readonly organization: string;
  readonly credentials: {
    readonly organization: { readonly token: string };
    readonly provider: { readonly token: string; readonly id: string };
    readonly client: { readonly token: string; readonly id: string };
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      keys: { type: "string" },
      quiet: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(HELP);
  if (!values.url || !values.keys) throw new Error("Give --url and --keys. See --help.");
  const keys = JSON.parse(await readFile(values.keys, "utf8")) as KeysFile;
  const { url } = values;
  const bound = ({ token, id }: { token: string; id: string }) =>
    Object.assign(new ServicialoClient({ url, token }), { id });
  const cast: Cast = {
    stranger: new ServicialoClient({ url }),
    organization: new ServicialoClient({ url, token: keys.credentials.organization.token }),
    provider: bound(keys.credentials.provider),
    client: bound(keys.credentials.client),
    organizationSlug: keys.organization,
  };
  await walk(cast, (line) => {
    if (!values.quiet) console.log(`- ${line}`);
  });
  if (!values.quiet) console.log("The walk went as the protocol says.");
}

try {
  await main();
} catch (error) {
  console.error(`agent-walk: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { Cast, Party } from "./story/cast.ts";
import { walk } from "./story/walk.ts";

const HELP = `Plays sessions from requested to verified over HTTP, and through every exception flow of the protocol: rescheduling,
cancellation, no-shows of both sides, disputes, partial delivery, a resource conflict; a service order; the public lane.
What the node does not declare is left out, and said so.

Usage: node examples/agent-walk/src/index.ts --url <node> --keys <file>

  --url <node>    address of the node, e.g. http://127.0.0.1:3000
  --keys <file>   JSON file with the organization's slug and the credentials of organization, provider, client and, if
                  there are, second_provider and foreign_client, as servicialo-node seed writes it
  --quiet         print problems only

Exits with 1 at the first mismatch.`;

interface Key {
  readonly token: string;
  readonly id: string;
  /** Slug; default: the story's organization. */
  readonly organization?: string;
}

interface KeysFile {
  readonly organization: string;
  readonly credentials: {
    readonly organization: Pick<Key, "token">;
    readonly provider: Key;
    readonly second_provider?: Key;
    readonly client: Key;
    readonly foreign_client?: Key;
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
  const { organization, provider, second_provider, client, foreign_client } = keys.credentials;
  const party = ({ token, id }: Key): Party => Object.assign(new ServicialoClient({ url, token }), { id });
  const cast: Cast = {
    stranger: new ServicialoClient({ url }),
    organization: new ServicialoClient({ url, token: organization.token }),
    provider: party(provider),
    substitute: second_provider ? party(second_provider) : null,
    client: party(client),
    organizationSlug: keys.organization,
    neighbour: foreign_client?.organization
      ? { client: party(foreign_client), organizationSlug: foreign_client.organization }
      : null,
  };
  const { played, leftOut } = await walk(cast, (line) => {
    if (!values.quiet) console.log(`- ${line}`);
  });
  if (!values.quiet) console.log(`The walk went as the protocol says: ${played} flows, ${leftOut} left out.`);
}

try {
  await main();
} catch (error) {
  console.error(`agent-walk: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

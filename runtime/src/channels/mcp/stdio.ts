import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { McpCaller } from "./caller.ts";
import type { McpDoor } from "./mcp-door.ts";

/** What the environment of a local server says (channels 2.1). */
export interface StdioEnvironment {
  readonly caller: McpCaller;
  /** What the person who configured it should know. */
  readonly warnings: readonly string[];
}

/** Reads who a local server acts for. A key counts together with its organization only. */
export function readStdioEnvironment(environment: NodeJS.ProcessEnv): StdioEnvironment {
  const { SERVICIALO_API_KEY: key, SERVICIALO_ORG_ID: organization, SERVICIALO_ADAPTER: adapter } = environment;
  const warnings: string[] = [];
  const isComplete = isSet(key) && isSet(organization);
  if (isSet(key) !== isSet(organization)) {
    const [given, missing] = isSet(key)
      ? ["SERVICIALO_API_KEY", "SERVICIALO_ORG_ID"]
      : ["SERVICIALO_ORG_ID", "SERVICIALO_API_KEY"];
    warnings.push(`${given} is set and ${missing} is not: public tools only. Set both to act for an organization.`);
  }
  if (isSet(adapter) && adapter !== "http") {
    warnings.push(`SERVICIALO_ADAPTER is "${adapter}": this server speaks the HTTP profile with every node.`);
  }
  const { SERVICIALO_NODE_TOKEN: nodeToken, SERVICIALO_COUNTRY: country } = environment;
  return {
    caller: {
      authorization: isComplete ? `Bearer ${key}` : null,
      ...(isComplete && { organization }),
      ...(isSet(nodeToken) && { nodeToken }),
      ...(isSet(country) && { country: country.toLowerCase() }),
      address: null,
    },
    warnings,
  };
}

/** Serves one client on standard input and output; resolves when it has gone. */
export async function serveOnStdio(door: McpDoor, caller: McpCaller): Promise<void> {
  const connection = serveStdio(() => door.serverFor(caller), { onerror: door.report });
  await new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  await connection.close();
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== "";
}

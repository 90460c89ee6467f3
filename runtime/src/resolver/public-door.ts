import { operations, protocolVersion } from "@servicialo/schema/0.8/operations";
import type { GuardedFetch } from "./guarded-fetch.ts";

/** Milliseconds that one answer may take. */
const TIME_LIMIT_MS = 10_000;

/** Who asks. */
const ASKER = { name: "servicialo-node", version: `${protocolVersion}.0` };

/** Operations that anybody may call, and that show whether an organization can be booked. */
export type PublicRead = "services.list" | "scheduling.check_availability";

/** A door of somebody else's node, to be asked without a credential. */
export interface PublicDoor {
  /**
   * The body of the answer, as the HTTP profile has it.
   * @throws {Error} saying what was answered instead, or why nothing was
   */
  ask(operation: PublicRead, input: Readonly<Record<string, string>>): Promise<unknown>;
  close(): Promise<void>;
}

/** The HTTP profile at its base path. */
export function httpDoorAt(base: string, { fetch }: GuardedFetch): PublicDoor {
  const root = base.replace(/\/+$/, "");
  return {
    async ask(operation, input) {
      const rest = new Map(Object.entries(input));
      const path = operations[operation].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = rest.get(name) ?? "";
        rest.delete(name);
        return encodeURIComponent(value);
      });
      const query = new URLSearchParams([...rest]);
      const answer = await fetch(`${root}${path}?${query}`, {
        headers: { accept: "application/vnd.api+json", "x-servicialo-version": protocolVersion },
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      });
      if (answer.status !== 200) {
        await answer.body?.cancel();
        throw new Error(`${path} is answered ${answer.status}`);
      }
      return answer.json();
    },
    close: async () => undefined,
  };
}

/** The same operations as tools of an MCP server. */
export async function mcpDoorAt(url: string, { fetch }: GuardedFetch): Promise<PublicDoor> {
  // Most registrations never need it, and every start of the node would pay for it.
  const { Client, StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const client = new Client(ASKER);
  const options = { timeout: TIME_LIMIT_MS };
  const transport = new StreamableHTTPClientTransport(new URL(url), { fetch: fetch as never });
  await client.connect(transport as never, options);
  return {
    async ask(operation, input) {
      const name = operations[operation].tool;
      const answer = await client.callTool({ name, arguments: { ...input } }, options as never);
      if (answer.isError) throw new Error(`the tool ${name} answers an error`);
      const [first] = answer.content as readonly { type: string; text?: string }[];
      return answer.structuredContent ?? JSON.parse(first?.text ?? "null");
    },
    close: () => client.close(),
  };
}

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { errors } from "@servicialo/schema/0.8/errors";
import { protocolVersion } from "@servicialo/schema/0.8/operations";
import { scopes } from "@servicialo/schema/0.8/scopes";
import type { Exchange } from "../exchange/exchange.ts";
import { performCall } from "./call-tool.ts";
import type { McpCaller } from "./caller.ts";
import { operationReference } from "./operation-reference.ts";
import { toolError } from "./tool-error.ts";
import { allTools, type DoorTool } from "./tools.ts";

/** What resources are read with. */
interface Shelf {
  readonly exchange: Exchange;
  readonly caller: McpCaller;
  /** Tools of this caller: there is a page for each, and things of the node are read through them. */
  readonly tools: readonly DoorTool[];
  readonly nodeUrl: string;
}

const SCHEMA = new URL("./", import.meta.resolve("@servicialo/schema/package.json"));

/** Pages never change while a node runs. */
const FOR_GOOD = { ttlMs: 24 * 3_600_000, cacheScope: "public" as const };

const pages = namesIn(`reference/${protocolVersion}/`, ".html");
const pictures = [
  ...namesIn(`machines/${protocolVersion}/`, ".mmd"),
  ...namesIn(`machines/${protocolVersion}/`, ".svg"),
];

/** The long reference, so that the descriptions of the tools can stay short, and the rules of single things. */
export function addResources(server: McpServer, shelf: Shelf): void {
  addDocuments(server);
  addPages(server, shelf);
  addThings(server, shelf);
}

function addDocuments(server: McpServer): void {
  server.registerResource(
    "overview",
    "servicialo://overview",
    {
      title: "The protocol in short",
      description: "Every operation, machine and document in one line each.",
      mimeType: "text/markdown",
      cacheHint: FOR_GOOD,
    },
    async (uri) => text(uri, "text/markdown", await file(`llms/${protocolVersion}.txt`)),
  );
  const catalogues = {
    errors: ["Error codes", "Every error code: status, meaning, whether repeating helps.", errors],
    scopes: ["Scopes", "Every scope of a mandate, and the operations that ask for it.", scopes],
  } as const;
  for (const [name, [title, description, content]] of Object.entries(catalogues)) {
    server.registerResource(
      name,
      `servicialo://${name}`,
      { title, description, mimeType: "application/json", cacheHint: FOR_GOOD },
      async (uri) => text(uri, "application/json", JSON.stringify(content)),
    );
  }
}

function addPages(server: McpServer, { tools }: Shelf): void {
  server.registerResource(
    "reference",
    new ResourceTemplate("servicialo://reference/{page}", {
      list: () => ({
        resources: pages.map((page) => ({
          uri: `servicialo://reference/${page}`,
          name: `reference-${page}`,
          title: `Reference: ${page}`,
          mimeType: "text/html",
        })),
      }),
      complete: { page: (start) => pages.filter((page) => page.startsWith(start)) },
    }),
    { title: "Reference pages", description: "The whole reference, one page per area.", cacheHint: FOR_GOOD },
    async (uri, { page }) => {
      if (!pages.includes(String(page))) throw new ResourceNotFoundError(uri.href);
      return text(uri, "text/html", await file(`reference/${protocolVersion}/${page}.html`));
    },
  );
  server.registerResource(
    "machine",
    new ResourceTemplate("servicialo://machines/{picture}", {
      list: () => ({
        resources: pictures.map((picture) => ({
          uri: `servicialo://machines/${picture}`,
          name: `machine-${picture}`,
          title: `Machine: ${picture}`,
          mimeType: mediaTypeOf(picture),
        })),
      }),
      complete: { picture: (start) => pictures.filter((picture) => picture.startsWith(start)) },
    }),
    { title: "Pictures of the machines", description: "States and moves, as Mermaid and as SVG.", cacheHint: FOR_GOOD },
    async (uri, { picture }) => {
      const name = String(picture);
      if (!pictures.includes(name)) throw new ResourceNotFoundError(uri.href);
      return text(uri, mediaTypeOf(name), await file(`machines/${protocolVersion}/${name}`));
    },
  );
  const ids: readonly string[] = tools.map((tool) => tool.operationId);
  server.registerResource(
    "operation",
    new ResourceTemplate("servicialo://operations/{operation}", {
      list: undefined,
      complete: { operation: (start) => ids.filter((id) => id.startsWith(start)) },
    }),
    {
      title: "Details of a tool",
      description: "Access, scopes, moves, agents and errors of one operation, by its dotted name or its tool's.",
      mimeType: "text/markdown",
      cacheHint: FOR_GOOD,
    },
    async (uri, { operation }) => {
      const tool = allTools.find(({ name, operationId }) => operation === name || operation === operationId);
      if (!tool) throw new ResourceNotFoundError(uri.href);
      return text(uri, "text/markdown", operationReference(tool.operationId));
    },
  );
}

/** Things of the node that are good to know before acting. An agent names itself and its mandate in the address. */
function addThings(server: McpServer, shelf: Shelf): void {
  const things = [
    {
      name: "contract",
      operation: "contract.get",
      path: "servicialo://contracts/{org_id}/{service_id}",
      title: "Contract of a service",
      description: "Rules of an offer or a session of an organization: cancellation, evidence, payment, disputes.",
    },
    {
      name: "mandate",
      operation: "mandates.get",
      path: "servicialo://mandates/{mandate_id}",
      title: "Limits of a mandate",
      description: "Scopes, context, constraints and end of a mandate, for its agent or its principal.",
    },
  ] as const;
  for (const { name, operation, path, ...told } of things) {
    const tool = shelf.tools.find(({ operationId }) => operationId === operation);
    if (!tool) continue;
    const read = (uri: URL, variables: Record<string, string | string[]>) => readThing(shelf, tool, { uri, variables });
    const config = { ...told, mimeType: "application/json" };
    server.registerResource(
      `${name}-for-agents`,
      new ResourceTemplate(`${path}{?agent_id,under}`, { list: undefined }),
      {
        ...config,
        title: `${told.title}, for an agent`,
        description: `${told.description} agent_id names the agent, under the mandate that it acts under.`,
      },
      read,
    );
    // The shorter address comes second: it would take the query for a part of the name.
    server.registerResource(name, new ResourceTemplate(path, { list: undefined }), config, read);
  }
}

async function readThing(
  { exchange, caller, nodeUrl }: Shelf,
  tool: DoorTool,
  { uri, variables }: { readonly uri: URL; readonly variables: Readonly<Record<string, string | string[]>> },
): Promise<ReadResourceResult> {
  const { agent_id: agent, under, ...addressed } = variables;
  const actor = agent === undefined ? undefined : { type: "agent", id: agent, ...(under && { mandate_id: under }) };
  const input = { ...addressed, ...(actor && { actor }) };
  const outcome = await performCall(exchange, { tool, input, meta: {}, caller });
  if (outcome.ok) return text(uri, "application/json", JSON.stringify(outcome.result.structuredContent));
  const [first] = outcome.errors;
  if (first?.code === "NOT_FOUND") throw new ResourceNotFoundError(uri.href);
  const { structuredContent } = toolError(outcome.errors, { operation: tool.operationId, input, nodeUrl });
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `${first?.code}: ${first?.detail ?? first?.title}`,
    structuredContent,
  );
}

function text(uri: URL, mimeType: string, content: string): ReadResourceResult {
  return { contents: [{ uri: uri.href, mimeType, text: content }] };
}

function mediaTypeOf(picture: string): string {
  return picture.endsWith(".svg") ? "image/svg+xml" : "text/vnd.mermaid";
}

function file(path: string): Promise<string> {
  return readFile(new URL(path, SCHEMA), "utf8");
}

/** Names of the files in a folder of the schema; pages go without their ending, pictures with it. */
function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, SCHEMA))
    .filter((name) => name.endsWith(ending))
    .map((name) => (ending === ".html" ? name.slice(0, -ending.length) : name))
    .sort();
}

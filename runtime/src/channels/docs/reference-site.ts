import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { protocolVersion } from "@servicialo/schema/0.8/operations";
import Fastify from "fastify";
import { parse } from "yaml";

/** Where the reference stands. */
export const DOCS_PATH = "/docs";

/** One file of the reference. */
export interface ReferenceFile {
  readonly contentType: string;
  readonly body: Buffer;
  /** The same, compressed. */
  readonly gzipped: Buffer;
  /** Its ETag. */
  readonly tag: string;
}

/** Everything that a reader's browser asks for; it asks nobody else. */
export interface ReferenceSite {
  /** The page, for one answer: only its own script, named by the nonce, may run inside it. */
  page(): { readonly html: string; readonly contentSecurityPolicy: string };
  readonly script: ReferenceFile;
  readonly openapiJson: ReferenceFile;
  readonly openapiYaml: ReferenceFile;
}

/** Stands in the page for the nonce of an answer. */
const NONCE = "nonce-of-this-answer";

/** Features that would ask somebody else's servers, or send a request through them, are off. */
const CONFIGURATION = {
  url: `${DOCS_PATH}/openapi.json`,
  theme: "default",
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  persistAuth: false,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  documentDownloadType: "both",
  hiddenClients: {
    c: true,
    clojure: true,
    csharp: true,
    http: false,
    java: true,
    kotlin: true,
    objc: true,
    ocaml: true,
    r: true,
    swift: true,
  },
} as const;

/**
 * Puts the reference together from the generated OpenAPI document and the bundled Scalar. Loaded when somebody first asks
 * for it: the bundle has more than four megabytes.
 */
export async function openReferenceSite(): Promise<ReferenceSite> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const yaml = await readFile(
    fileURLToPath(import.meta.resolve(`@servicialo/schema/openapi/${protocolVersion}.yaml`)),
    "utf8",
  );
  // The plugin is asked in process; a server of its own keeps its routes and hooks from the node's.
  const site = Fastify();
  await site.register(
    scalar as never,
    {
      routePrefix: DOCS_PATH,
      configuration: { ...CONFIGURATION, pageTitle: `Servicialo ${protocolVersion}: API reference`, nonce: NONCE },
    } as never,
  );
  const [page, script] = await Promise.all(
    [`${DOCS_PATH}/`, `${DOCS_PATH}/js/scalar.js`].map((url) => site.inject({ url })),
  );
  await site.close();
  const html = (page?.body ?? "")
    .replace("<html>", '<html lang="en">')
    .replace("<head>", '<head><link rel="icon" href="data:,">')
    .replaceAll("js/scalar.js", `${DOCS_PATH}/scalar.js`);
  return {
    page() {
      const nonce = randomBytes(16).toString("base64");
      return { html: html.replaceAll(NONCE, nonce), contentSecurityPolicy: policy(nonce) };
    },
    script: file("text/javascript; charset=utf-8", script?.rawPayload ?? Buffer.alloc(0)),
    openapiJson: file("application/json", Buffer.from(JSON.stringify(parse(yaml)))),
    openapiYaml: file("application/yaml", Buffer.from(yaml)),
  };
}

function file(contentType: string, body: Buffer): ReferenceFile {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { contentType, body, gzipped: gzipSync(body), tag };
}

/** Whatever the bundle might want: the browser asks this node and nobody else. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'self'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

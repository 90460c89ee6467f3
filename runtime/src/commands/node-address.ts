import { basePath } from "@servicialo/schema/0.8/operations";

/**
 * Address of a node as it was given: its host, or its base path.
 * @throws {Error} when it is no address of the web
 */
export function nodeAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new Error(`"${given}" is no address of a node; give one like https://node.example.`);
  }
  const trimmed = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  return trimmed.endsWith(basePath) ? trimmed.slice(0, -basePath.length) : trimmed;
}

import { operations } from "@servicialo/schema/0.8/operations";
import type { Exchange } from "../exchange/exchange.ts";
import { operationRequest } from "../exchange/operation-request.ts";

/** Milliseconds that the answer of a node holds. */
const LIFETIME_MS = 5 * 60_000;

/** Milliseconds before a node that did not answer is asked again. */
const PAUSE_MS = 10_000;

/** Milliseconds that a client's list of tools waits for the node. */
const PATIENCE_MS = 3_000;

/**
 * What a node declares in its capabilities document, remembered for some minutes; null while it does not say: then
 * nothing is kept from the caller, and each call is answered by the node itself.
 */
export function declaredOperations(exchange: Exchange): () => Promise<ReadonlySet<string> | null> {
  let known: ReadonlySet<string> | null = null;
  let askAgainAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const ask = async () => {
    const declared = await withinPatience(readCapabilities(exchange));
    known = declared ?? known;
    askAgainAt = performance.now() + (declared ? LIFETIME_MS : PAUSE_MS);
    asking = undefined;
  };
  return async () => {
    if (performance.now() >= askAgainAt) {
      asking ??= ask();
      await asking;
    }
    return known;
  };
}

async function readCapabilities(exchange: Exchange): Promise<ReadonlySet<string> | null> {
  try {
    const { status, body } = await exchange(operationRequest("capabilities.get", {}, { authorization: null }), {
      address: null,
    });
    const declared = (body as { data?: { attributes?: { capabilities?: unknown } } })?.data?.attributes?.capabilities;
    return status === 200 && Array.isArray(declared) ? new Set(declared.map(dotted)) : null;
  } catch {
    return null;
  }
}

async function withinPatience<Result>(work: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

const operationsByTool: ReadonlyMap<string, string> = new Map(
  Object.values(operations).flatMap(({ id, tool }) => (tool === null ? [] : [[tool, id] as const])),
);

/** Nodes may declare an operation under the name of its tool. */
function dotted(name: unknown): string {
  return operationsByTool.get(String(name)) ?? String(name);
}

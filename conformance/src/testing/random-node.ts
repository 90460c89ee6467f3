import { createServer } from "node:http";
import fc from "fast-check";
import { findOperation } from "../artefacts.ts";
import { SchemaValues } from "../fuzz/schema-values.ts";
import { operationAt } from "../mutants/mutant-call.ts";
import { SchemaValidator } from "../schema-validator.ts";
import { listen, type RunningTarget, stop } from "./null-targets.ts";

/** Deep enough for the records of a session in a list. */
const DEEPEST = 14;
/** Documents that are drawn before one is found that the schema allows in every detail. */
const MOST_DRAWN = 20;

/** Answers, and how many of them were valid. */
export interface RandomNode extends RunningTarget {
  readonly counts: { valid: number; other: number };
}

/**
 * A server that answers every operation with success and a document that its published schema allows, drawn at random:
 * everything has the right shape, and nothing is true.
 */
export async function startRandomNode(seed: number): Promise<RandomNode> {
  const validator = new SchemaValidator();
  const counts = { valid: 0, other: 0 };
  let drawn = seed * 1_000_000;
  const documentOf = (operation: string): unknown => {
    const name = `operations/${operation}.output`;
    const schema = validator.schemaOf(name);
    if (schema === null) return {};
    const samples = fc.sample(new SchemaValues(schema, DEEPEST).of(schema), { numRuns: MOST_DRAWN, seed: drawn++ });
    const found = samples.find((one) => validator.findings(name, one).length === 0);
    counts[found === undefined ? "other" : "valid"] += 1;
    return found ?? samples[0];
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://node");
    const id = operationAt(request.method ?? "GET", pathname, {})?.id;
    const status = findOperation(id ?? "")?.statuses.find((one) => one < 300) ?? 200;
    const headers = { "content-type": "application/vnd.api+json", "x-servicialo-version": "0.8" };
    request.resume();
    request.on("end", () => {
      response.writeHead(status, headers);
      response.end(status === 204 ? undefined : JSON.stringify(id === undefined ? {} : documentOf(id)));
    });
  });
  return { url: await listen(server), counts, close: () => stop(server) };
}

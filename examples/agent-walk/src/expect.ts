import { isDeepStrictEqual } from "node:util";
import type { Answer, Resource } from "./node-client.ts";

/** The node did something else than the protocol says. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";
}

/** @throws {Mismatch} when the two differ */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Mismatch(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** @throws {Mismatch} when the condition does not hold */
export function expectThat(what: string, holds: boolean): asserts holds {
  if (!holds) throw new Mismatch(`${what}: it is not so`);
}

/** The one resource of a successful answer. @throws {Mismatch} on another status */
export function resourceOf<Attributes>(what: string, answer: Answer, status = 200): Resource<Attributes> {
  expectStatus(what, answer, status);
  return answer.body.data as Resource<Attributes>;
}

/** The resources of one page. @throws {Mismatch} on another status */
export function resourcesOf<Attributes>(what: string, answer: Answer): Resource<Attributes>[] {
  expectStatus(what, answer, 200);
  return answer.body.data as Resource<Attributes>[];
}

/** @throws {Mismatch} unless the node refused with this status and code */
export function expectRefused(what: string, answer: Answer, status: number, code: string): void {
  expectEqual(what, [answer.status, answer.body.errors?.[0]?.code], [status, code]);
}

function expectStatus(what: string, answer: Answer, status: number): void {
  if (answer.status === status) return;
  const error = answer.body.errors?.[0];
  throw new Mismatch(`${what}: expected ${status}, got ${answer.status} ${error?.code ?? ""} ${error?.detail ?? ""}`.trim());
}

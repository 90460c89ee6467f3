import { isDeepStrictEqual } from "node:util";
import type { Documented, Refusal } from "@servicialo/schema/0.8/client";

type AnyAnswer = Documented<number, unknown> | Refusal;

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

/** The body of a successful answer over HTTP. @throws {Mismatch} on a refusal */
export function bodyOf<A extends AnyAnswer>(what: string, answer: A): Extract<A, { refused: false }>["body"] {
  if (!answer.refused) return (answer as Extract<A, { refused: false }>).body;
  const [error] = answer.errors;
  throw new Mismatch(`${what}: refused with ${answer.status} ${error?.code ?? ""} ${error?.detail ?? ""}`.trim());
}

/** @throws {Mismatch} unless the node refused over HTTP with this status and code */
export function expectRefused(what: string, answer: AnyAnswer, status: number, code: string): void {
  expectEqual(what, [answer.status, answer.refused ? answer.errors[0]?.code : "done"], [status, code]);
}

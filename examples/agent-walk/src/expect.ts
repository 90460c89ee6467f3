import { isDeepStrictEqual } from "node:util";
import type { Documented, Refusal } from "@servicialo/schema/0.8/client";

type AnyAnswer = Documented<number, unknown> | Refusal;

/** The body of an answer that is no refusal. */
type BodyOf<A extends AnyAnswer> = Extract<A, { refused: false }>["body"];

/** The `data` of such a body. */
type DataOf<A extends AnyAnswer> = BodyOf<A> extends { data: infer Data } ? Data : never;

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

/** The body of a successful answer. @throws {Mismatch} on a refusal or another status */
export function bodyOf<A extends AnyAnswer>(what: string, answer: A, status = 200): BodyOf<A> {
  if (!answer.refused && answer.status === status) return answer.body as BodyOf<A>;
  const error = answer.refused ? answer.errors[0] : undefined;
  throw new Mismatch(
    `${what}: expected ${status}, got ${answer.status} ${error?.code ?? ""} ${error?.detail ?? ""}`.trim(),
  );
}

/** The resource of a successful answer, or the resources of one page. @throws {Mismatch} on a refusal or another status */
export function dataOf<A extends AnyAnswer>(what: string, answer: A, status = 200): DataOf<A> {
  return (bodyOf(what, answer, status) as { data: DataOf<A> }).data;
}

/** @throws {Mismatch} unless the node refused with this status and code */
export function expectRefused(what: string, answer: AnyAnswer, status: number, code: string): void {
  expectEqual(what, [answer.status, answer.refused && answer.errors[0]?.code], [status, code]);
}

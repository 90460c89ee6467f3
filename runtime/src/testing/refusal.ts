import { type ErrorCode, errors } from "@servicialo/schema/0.8/errors";
import { expect } from "vitest";
import type { TestAnswer } from "./party-client.ts";

export interface ExpectedRefusal {
  readonly code: ErrorCode;
  readonly pointer?: string;
  readonly parameter?: string;
}

/** Expects a refusal in the whole form that the errors page demands; a place is found in one of its entries. */
export function expectRefusal(answer: TestAnswer, expected: ErrorCode | ExpectedRefusal): void {
  const { code, pointer, parameter } =
    typeof expected === "string" ? { code: expected } : (expected as ExpectedRefusal);
  const { status, title, retryable } = errors[code];
  const told = `${answer.status} ${answer.text}`;
  expect(answer.errors[0]?.code, told).toBe(code);
  expect(answer.status, told).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/vnd.api+json");
  expect(answer.headers.get("x-servicialo-version")).toBe("0.8");
  expect(answer.body).not.toHaveProperty("data");
  for (const entry of answer.errors) {
    expect(entry).toMatchObject({
      status: String(status),
      meta: { request_id: answer.headers.get("x-request-id"), retryable },
    });
    if (entry.code === code) expect(entry.title).toBe(title);
    expect(entry.source?.pointer ?? "", told).toMatch(/^(?:\/(?:[^/~]|~[01])*)*$/);
    expect(entry.source?.parameter, told).not.toBe("");
  }
  expect(answer.text).not.toMatch(/sqlite|select |insert |\.ts:\d|node_modules/i);
  if (pointer !== undefined)
    expect(
      answer.errors.map((entry) => entry.source?.pointer),
      told,
    ).toContain(pointer);
  if (parameter !== undefined)
    expect(
      answer.errors.map((entry) => entry.source?.parameter),
      told,
    ).toContain(parameter);
}

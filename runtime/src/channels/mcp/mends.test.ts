import { type ErrorCode, errors } from "@servicialo/schema/0.8/errors";
import { describe, expect, it } from "vitest";
import { type MendFacts, mendFor } from "./mends.ts";
import { errorsOf, refusal, toolError } from "./tool-error.ts";

const FACTS: MendFacts = {
  operation: "scheduling.book",
  detail: undefined,
  meta: {},
  mandateId: undefined,
  pointers: [],
  nodeUrl: "https://node.example",
};
const CONTEXT = { operation: "scheduling.book", input: {}, nodeUrl: "https://node.example" };

describe("The mend of an error", () => {
  it.each(Object.keys(errors) as ErrorCode[])("says for %s what to do, without loose ends", (code) => {
    const mend = mendFor(code, errors[code].status, FACTS);
    expect(mend).toMatch(/^[A-Z].+[.]$/s);
    expect(mend).not.toMatch(/undefined|null|\[object|\s{2}| [.,;]/);
  });

  it("tells an agent to leave what a human declined, and not to repeat what was done", () => {
    const about = (status: string) => mendFor("CONFIRMATION_INVALID", 403, { ...FACTS, meta: { status } });
    expect(about("pending")).toContain("Wait");
    expect(about("rejected")).toContain("Leave it");
    expect(about("consumed")).toContain("Read the present state");
    for (const status of ["expired", "voided", "undefined"]) expect(about(status)).toContain("asks the human anew");
  });

  it("names the facts of this time", () => {
    const mandateId = "0d3b5c9e-7a1f-4c61-9f0e-5b8f2f6a1c11";
    expect(
      mendFor("CONSTRAINT_VIOLATED", 403, {
        ...FACTS,
        meta: { constraint: "allowed_hours", retry_at: "2026-03-03T08:00:00-03:00" },
      }),
    ).toBe(
      "The mandate forbids this now (constraint `allowed_hours`). It is allowed again from 2026-03-03T08:00:00-03:00; wait until then, or ask the principal for a mandate that allows it.",
    );
    expect(
      mendFor("SCOPE_INSUFFICIENT", 403, { ...FACTS, mandateId, meta: { scopes: ["service:read", "order:read"] } }),
    ).toBe(
      `One of the scopes \`service:read\`, \`order:read\` is missing from mandate ${mandateId}. Ask its principal to issue one that grants it; leave this step out until then.`,
    );
    expect(
      mendFor("INVALID_TRANSITION", 422, { ...FACTS, meta: { valid_targets: ["confirmed", "cancelled"] } }),
    ).toContain("possible now: confirmed, cancelled");
    expect(mendFor("MANDATE_SUSPENDED", 403, { ...FACTS, mandateId })).toContain(`Mandate ${mandateId} is suspended`);
  });

  it("goes by the status for a code of a node's own", () => {
    expect(mendFor("ACME_QUOTA", 429, { ...FACTS, meta: { retry_after: 12 } })).toContain("12 seconds");
    expect(mendFor("ACME_BROKEN", 503, FACTS)).toBe(mendFor("INTERNAL_ERROR", 500, FACTS));
    expect(mendFor("toString", 403, { ...FACTS, detail: "Not on Sundays." })).toContain("Not on Sundays.");
  });
});

describe("An answer that refuses", () => {
  it("keeps the errors of HTTP, and tells the waiting time of its header", () => {
    const told = refusal("RATE_LIMITED");
    const { structuredContent } = toolError(
      errorsOf({ status: 429, headers: { "retry-after": "17" }, body: { errors: told } }),
      CONTEXT,
    );
    expect(structuredContent).toMatchObject({
      errors: [{ code: "RATE_LIMITED", meta: { retry_after: 17 } }],
      retry_after: 17,
    });
  });

  it("may tell the waiting time as a date", () => {
    const headers = { date: "Mon, 02 Mar 2026 11:00:00 GMT", "retry-after": "Mon, 02 Mar 2026 11:01:30 GMT" };
    expect(errorsOf({ status: 503, headers, body: undefined })[0]).toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      meta: { retry_after: 90 },
    });
  });

  it.each([
    [401, "UNAUTHORIZED"],
    [302, "INTERNAL_ERROR"],
    [404, "NOT_FOUND"],
    [500, "INTERNAL_ERROR"],
    [502, "UPSTREAM_UNAVAILABLE"],
  ])("without a document and with status %i is %s", (status, code) => {
    expect(errorsOf({ status, headers: {}, body: undefined })[0]).toMatchObject({ code });
    expect(errorsOf({ status, headers: {}, body: { errors: ["what?"] } })[0]).toMatchObject({ code });
  });
});

import { randomBytes } from "node:crypto";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { issueApiKey, revokeApiKey } from "../../credentials/api-keys.ts";
import { servedOperations } from "../../operations/served-operations.ts";
import { everythingAddressed } from "../../testing/addressed.ts";
import { Clinic } from "../../testing/clinic.ts";
import type { Party, TestAnswer } from "../../testing/party-client.ts";
import { sampleRequests } from "../../testing/sample-requests.ts";

const compared = vi.hoisted(() => ({ times: 0 }));
vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (one, other) => {
    compared.times += 1;
    return crypto.timingSafeEqual(one, other);
  };
  return { ...crypto, timingSafeEqual };
});

let clinic: Clinic;
let samples: ReturnType<typeof sampleRequests>;
beforeAll(async () => {
  clinic = await Clinic.open();
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
}, 60_000);
afterAll(() => clinic.close());

/** The path parameter that names something stored. */
function named(id: OperationId): string | undefined {
  return (operations[id].pathParameters as readonly string[]).findLast((name) => /_(id|token)$/.test(name));
}

/** What the caller can tell two answers apart by. */
function told({ status, text, headers }: TestAnswer) {
  const own = ["date", "x-request-id", "x-ratelimit-remaining", "x-ratelimit-reset"];
  const others = [...headers].filter(([name]) => !own.includes(name));
  const id = headers.get("x-request-id") ?? "";
  return { status, text: text.replaceAll(id, "<request>"), headers: others };
}

/** An id of the same form that nobody has. */
function unknownLike(id: string): string {
  return id.replace(/[A-Za-z0-9]{6}$/, () => "ZZZZZZ".slice(0, 6));
}

const addressing = servedOperations().filter((id) => named(id) !== undefined);
const guarded = addressing.filter((id) => ["credential", "principal", "administrator"].includes(operations[id].tier));
const open = addressing.filter((id) => !guarded.includes(id));

describe("what is not the caller's own", () => {
  it.each(guarded)(
    "%s tells no difference between another organization's id, an unknown one and nonsense",
    async (id) => {
      const { input, as } = samples[id] ?? { input: {}, as: "organization" as Party };
      const name = named(id) ?? "";
      const stranger = `foreign_${as.replace(/^(second|foreign)_/, "")}` as Party;
      const theirs = String(input[name]);
      const answers: TestAnswer[] = [];
      for (const value of [theirs, unknownLike(theirs), "nonsense", `${theirs}x`]) {
        answers.push(await clinic.call(stranger, id, { ...input, [name]: value }));
      }
      const [first, ...others] = answers.map(told);
      expect(first?.status).toBe(404);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it.each(open)("%s tells no difference between a wrong token, an unknown one and nonsense", async (id) => {
    const input: Record<string, unknown> = samples[id]?.input ?? {};
    const name = named(id) ?? "";
    const token = String(input[name]);
    const wrong = `${token.slice(0, -8)}${"A".repeat(8)}`;
    const asked = [
      { ...input, [name]: wrong },
      { ...input, [name]: token.replace(/_[0-9a-f]{16}_/, "_0123456789abcdef_").replace(/.{4}$/, "AAAA") },
      { ...input, [name]: "nonsense" },
    ];
    const answers: TestAnswer[] = [];
    for (const one of asked) answers.push(await clinic.demo.stranger.call(id, one));
    const [first, ...others] = answers.map(told);
    expect(first?.status).toBeGreaterThanOrEqual(400);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("a key", () => {
  it("that is unknown, wrong, revoked or no key at all is answered alike, and compared in constant time", async () => {
    const { database, clock } = clinic.demo.node.services;
    const organizationId = clinic.demo.as("organization").id;
    const revoked = await database.transaction(async (tx) => {
      const key = await issueApiKey(tx, clock, {
        organizationId,
        subjectType: "organization",
        subjectId: organizationId,
      });
      await revokeApiKey(tx, clock, key.id);
      return key.token;
    });
    const real = clinic.demo.keys.credentials["organization"]?.token ?? "";
    const wrong = `${real.slice(0, -10)}${randomBytes(8).toString("base64url").slice(0, 10)}`;
    const unknown = `svk_${randomBytes(8).toString("hex")}_${randomBytes(32).toString("base64url")}`;
    const answers: ReturnType<typeof told>[] = [];
    for (const token of [unknown, wrong, revoked]) {
      compared.times = 0;
      answers.push(told(await clinic.demo.stranger.send("GET", "/servicialo/v1/mandates", bearer(token))));
      expect(compared.times, "comparisons of a digest").toBe(1);
    }
    for (const token of ["nonsense", `${real}A`, real.slice(0, -1), real.toUpperCase()]) {
      answers.push(told(await clinic.demo.stranger.send("GET", "/servicialo/v1/mandates", bearer(token))));
    }
    expect(answers[0]?.status).toBe(401);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}

import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoNode, startDemoNode } from "../testing/demo-node.ts";
import { claimKey, type IdempotencyClaim, releaseKey, rememberAnswer } from "./idempotency.ts";

let demo: DemoNode;
beforeAll(async () => {
  demo = await startDemoNode();
});
afterAll(() => demo.close());

const READER = {
  caller: { credential: null, address: null, requestId: "req_1" },
  operation: "scheduling.book",
} as const;

function scope() {
  const key = randomBytes(8).toString("hex");
  return { subject: "somebody", method: "POST", path: "/servicialo/v1/sessions", key, fingerprint: "same" };
}

async function claim(of: ReturnType<typeof scope>): Promise<IdempotencyClaim> {
  const claimed = await claimKey(demo.node.services, of, READER);
  if (!("claimId" in claimed)) throw new Error("The key was to be free.");
  return claimed;
}

function remember(claimed: IdempotencyClaim, body: string): Promise<void> {
  const { database, vault } = demo.node.services;
  return database.transaction((tx) => rememberAnswer({ tx, vault }, claimed, { status: 201, body }));
}

it("a request that was thought dead and comes back has no effect beside the repetition that took its key", async () => {
  const wanted = scope();
  const slow = await claim(wanted);
  await expect(claimKey(demo.node.services, wanted, READER)).rejects.toMatchObject({ code: "IDEMPOTENCY_IN_PROGRESS" });
  demo.clock.advance(61_000);
  const repetition = await claim(wanted);
  await expect(remember(slow, "the slow one's")).rejects.toMatchObject({ code: "IDEMPOTENCY_IN_PROGRESS" });
  await releaseKey(demo.node.services, slow);
  await remember(repetition, "the repetition's");
  await expect(remember(slow, "the slow one's")).rejects.toMatchObject({ code: "IDEMPOTENCY_IN_PROGRESS" });
  expect(await claimKey(demo.node.services, wanted, READER)).toEqual({ status: 201, body: "the repetition's" });
});

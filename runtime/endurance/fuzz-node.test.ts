import { expect, it } from "vitest";
import { newTestDatabase } from "../src/testing/test-database.ts";
import { fuzzNode } from "./fuzz-node.ts";

it("500 odd requests by the published schemas find no server error and no envelope that is none", {
  timeout: 120_000,
}, async () => {
  const { location, drop } = await newTestDatabase();
  try {
    const fuzzed = await fuzzNode({ location, requests: 500, seed: 1 });
    expect(fuzzed.requests).toBeGreaterThanOrEqual(490);
  } finally {
    await drop();
  }
});

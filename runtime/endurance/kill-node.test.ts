import { expect, it } from "vitest";
import { newTestDatabase } from "../src/testing/test-database.ts";
import { killNode } from "./kill-node.ts";

it("a node that is killed while it writes loses nothing it acknowledged and leaves nothing half done", {
  timeout: 120_000,
}, async () => {
  const { location, drop } = await newTestDatabase();
  try {
    const figures = await killNode({ location, kills: 3, writers: 4, seed: 1 });
    expect(figures.settled).toBeGreaterThan(0);
    expect(figures.delivered).toBe(figures.sessions);
  } finally {
    await drop();
  }
});

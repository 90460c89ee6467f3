import { expect, it } from "vitest";
import { testDialect } from "../src/testing/test-database.ts";
import { startDurablePostgres } from "./crash/durable-postgres.ts";
import { killPostgres } from "./kill-postgres.ts";

it.runIf(testDialect === "postgres")(
  "a PostgreSQL server that is killed under a node loses nothing that was acknowledged, and the node goes on with it",
  { timeout: 180_000 },
  async () => {
    const server = await startDurablePostgres();
    try {
      const figures = await killPostgres({ server, kills: 1, writers: 3, seed: 1 });
      expect(figures.settled).toBeGreaterThan(0);
      expect(figures.delivered).toBe(figures.sessions);
    } finally {
      await server.remove();
    }
  },
);

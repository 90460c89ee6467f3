import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", ".servicialo/**"],
    // Nodes and databases are opened in processes of their own, so that one test file cannot break another.
    pool: "forks",
    maxWorkers: "100%",
    // Patience for a busy machine, no promise: what has to be fast says so in a bench.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 10_000,
  },
});

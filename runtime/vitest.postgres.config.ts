import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { defineConfig, mergeConfig } from "vitest/config";
import base from "../vitest.config.ts";

/** The node's tests once more, on a PostgreSQL server that is started for them. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      root: import.meta.dirname,
      globalSetup: [join(import.meta.dirname, "src/testing/postgres-setup.ts")],
      env: {
        SERVICIALO_TEST_DATABASE: "postgres",
        SERVICIALO_EVIDENCE_KEY: randomBytes(32).toString("base64"),
      },
    },
  }),
);

import { expect, it } from "vitest";
import { newTestDatabase } from "../src/testing/test-database.ts";
import { copyMany } from "./copy-database.ts";

it("a copied database has every row, the same audit heads, and figures of money that follow from their events", {
  timeout: 60_000,
}, async () => {
  const target = await newTestDatabase();
  try {
    const figures = await copyMany({ target: target.location, sessions: 2_500, calls: 8 });
    expect(figures.sessions).toBeGreaterThanOrEqual(2_500);
    expect(figures.rows).toBeGreaterThan(20_000);
    expect(figures.auditEntries).toBeGreaterThanOrEqual(8);
  } finally {
    await target.drop();
  }
});

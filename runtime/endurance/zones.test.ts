import { describe, expect, it } from "vitest";
import { testDialect } from "../src/testing/test-database.ts";
import { bookEverythingOffered } from "./zones/booking.ts";
import { clocksOf } from "./zones/oracle.ts";
import { compareZones } from "./zones.ts";

/** Changes of an hour, of half an hour, at midnight in both directions, by a lunar calendar, by decree, and none at all. */
const TELLING = [
  "America/Santiago",
  "Europe/Madrid",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Havana",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Asia/Gaza",
  "America/Mexico_City",
];

describe("opening hours and slots", () => {
  it("are the ones of an oracle that reads clocks minute by minute, in zones that tell", () => {
    const figures = compareZones({ cases: 2_400, seed: 1, zones: TELLING });
    expect(figures.zones).toBe(TELLING.length);
    expect(figures.withChange).toBeGreaterThan(100);
    expect(figures.slots).toBeGreaterThan(1_000);
  });
});

describe("the oracle", () => {
  const at = (iso: string) => Date.parse(iso) / 60_000;
  const shown = (local: string) => at(`${local}Z`);

  it("knows skipped and repeated hours", () => {
    const santiago = clocksOf("America/Santiago");
    expect(santiago.first(shown("2026-09-06T00:30"))).toBe(at("2026-09-06T01:00:00-03:00"));
    expect(santiago.last(shown("2026-09-06T00:30"))).toBe(at("2026-09-06T01:00:00-03:00"));
    expect(santiago.first(shown("2026-04-04T23:30"))).toBe(at("2026-04-04T23:30:00-03:00"));
    expect(santiago.last(shown("2026-04-04T23:30"))).toBe(at("2026-04-04T23:30:00-04:00"));
    const lordHowe = clocksOf("Australia/Lord_Howe");
    expect(lordHowe.first(shown("2026-10-04T02:15"))).toBe(at("2026-10-04T02:30:00+11:00"));
  });
});

describe.runIf(testDialect === "sqlite")("every slot that is offered around a change of the clocks", () => {
  it("can be booked when nobody else wants it", { timeout: 60_000 }, async () => {
    const zones = ["America/Santiago", "Australia/Lord_Howe"];
    const booked = await bookEverythingOffered({ days: zones.length, seed: 1, zones });
    expect(booked.slots).toBeGreaterThan(20);
  });
});

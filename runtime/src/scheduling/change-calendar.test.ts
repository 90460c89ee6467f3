import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../lifecycle/author.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { addCalendarException } from "./change-calendar.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const work = <Result>(act: (work: Work) => Promise<Result>) =>
  clinic.demo.node.services.database.transaction((tx) => act({ tx, clock: clinic.demo.clock }));

describe("an exception of a calendar", () => {
  const add = (change: Record<string, unknown>) => {
    const organizationId = clinic.demo.as("organization").id;
    const whole = {
      organizationId,
      calendar: "organization",
      subjectId: organizationId,
      dateFrom: "2026-09-18",
      isAvailable: false,
    };
    return work((context) =>
      addCalendarException(context, { ...whole, ...change } as Parameters<typeof addCalendarException>[1]),
    );
  };

  it.each([
    ["a day that there is not", { dateFrom: "2026-02-30" }, "no date"],
    ["days the wrong way round", { dateTo: "2026-09-17" }, "before the first"],
    ["one time only", { startTime: "10:00" }, "both times"],
    ["times the wrong way round", { startTime: "10:00", endTime: "09:00" }, "ends after it starts"],
    ["no times", { startTime: "10h", endTime: "12h" }, "HH:mm"],
    ["an opening of the whole house", { isAvailable: true }, "each calendar says itself"],
    ["somebody else's provider", { calendar: "provider", subjectId: "prv_nobody" }, "no provider"],
  ])("is refused with %s", async (_what, change, message) => {
    await expect(add(change)).rejects.toThrow(message);
  });

  it("that closes a resource moves its sessions to another one (lifecycle 6.5)", async () => {
    const booked = await clinic.book({
      offer: "Rehabilitation with equipment",
      resource: "Box 2",
      startsAt: "2026-03-19T09:00:00-03:00",
    });
    const id: string = succeeded(booked).body.data.id;
    succeeded(await clinic.call("organization", "scheduling.confirm", { session_id: id }));
    const { lost } = await add({ calendar: "resource", subjectId: clinic.id("Box 2"), dateFrom: "2026-03-19" });
    expect(lost.replaced.map((session) => [session.id, session.resourceId])).toEqual([[id, clinic.id("Box 1")]]);
    const holiday = await add({ dateFrom: "2026-03-19" });
    expect(holiday.lost.unplaced.map((session) => session.id)).toEqual([id]);
    expect(await clinic.lifecycle(id)).toMatchObject({ current_state: "rescheduling" });
    const again = await clinic.book({
      offer: "Rehabilitation with equipment",
      resource: "Box 2",
      startsAt: "2026-03-19T10:30:00-03:00",
    });
    expectRefusal(again, "CONFLICT");
  });
});

import { describe, expect, it } from "vitest";
import type { ServiceState } from "../lifecycle/states.ts";
import { type CalendarKind, type OccupyingSession, occupationIn } from "./occupation.ts";

const session = (state: ServiceState, rest: Partial<OccupyingSession> = {}): OccupyingSession => ({
  id: "ses_1",
  state,
  offerId: "svc_1",
  providerId: "prv_1",
  clientId: "cli_1",
  resourceId: "res_1",
  startsAt: 1000,
  occupiedUntil: 2000,
  holdExpiresAt: null,
  ...rest,
});
const calendars: CalendarKind[] = ["provider", "client", "resource"];
const takes = (given: OccupyingSession, now = 0) => calendars.filter((calendar) => occupationIn(calendar, given, now));

describe("occupying states (P-01)", () => {
  it.each(["requested", "scheduled", "confirmed", "in_progress", "rescheduling", "delivered", "partial"] as const)(
    "%s takes provider, client and resource",
    (state) => {
      expect(takes(session(state))).toEqual(calendars);
      expect(occupationIn("resource", session(state), 0)).toMatchObject({ start: 1000, end: 2000 });
    },
  );

  it("cancelled takes nothing", () => {
    expect(takes(session("cancelled"))).toEqual([]);
  });

  it("reassigning keeps client and resource and frees the provider", () => {
    expect(takes(session("reassigning"))).toEqual(["client", "resource"]);
  });

  it("pending_confirmation holds until its expiry", () => {
    const pending = session("pending_confirmation", { holdExpiresAt: 500 });
    expect(takes(pending, 499)).toEqual(calendars);
    expect(takes(pending, 500)).toEqual([]);
  });

  it("a delivery that ended early takes no more than until its check-out", () => {
    expect(occupationIn("provider", session("delivered", { occupiedUntil: 1500 }), 0)).toMatchObject({ end: 1500 });
    expect(takes(session("delivered", { occupiedUntil: 900 }))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingRules } from "../storage/json-shapes.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const GRACE = 15 * 60;

async function setRules(booking: BookingRules): Promise<void> {
  await clinic.demo.node.services.database.transaction(({ db }) =>
    db.updateTable("organizations").set({ booking }).where("slug", "=", "clinica-andes").execute(),
  );
}

const noShows = async () =>
  (await clinic.call("organization", "clients.get_or_create", { email: "maria.gonzalez@correo.example" })).body.data
    .attributes.no_show_count;

describe("a session that nobody checked in to", () => {
  it("waits for somebody to say so, unless the organization wants the node to", async () => {
    const id = await clinic.sessionIn("confirmed");
    clinic.moveTimeTo((await clinic.session(id)).starts_at, 10 * GRACE);
    expect((await clinic.lifecycle(id)).current_state).toBe("confirmed");
  });

  it("becomes the client's no-show by the system when the grace period ends, and not a second before", async () => {
    await setRules({ automatic_no_show: true });
    const id = await clinic.sessionIn("confirmed");
    const before = await noShows();
    const { starts_at: start } = await clinic.session(id);
    clinic.moveTimeTo(start, GRACE - 1);
    expect((await clinic.lifecycle(id)).current_state).toBe("confirmed");
    clinic.moveTimeTo(start, GRACE);
    const session = await clinic.session(id);
    expect(session.lifecycle.transitions.at(-1)).toMatchObject({
      from: "confirmed",
      to: "cancelled",
      by: "system",
      method: "auto",
      metadata: { reason: "no_show", no_show_type: "client" },
    });
    expect(session.lifecycle.exceptions).toMatchObject([
      {
        type: "no_show",
        initiated_by: "system",
        resolution: "client_penalized",
        details: { no_show_type: "client", penalty: { value: 35_000, currency: "CLP" } },
      },
    ]);
    expect(session.billing.status).toBe("charged");
    expect(await noShows()).toBe(before + 1);
    clinic.demo.clock.advance(86_400_000);
    expect((await clinic.lifecycle(id)).transitions).toHaveLength(session.lifecycle.transitions.length);
  });

  it("is left alone once it was checked in to, or has another time", async () => {
    await setRules({ automatic_no_show: true });
    const started = await clinic.sessionIn("in_progress");
    const moved = await clinic.sessionIn("confirmed");
    const { starts_at: first } = await clinic.session(moved);
    const next = clinic.nextSlot();
    succeeded(await clinic.call("client", "scheduling.reschedule", { session_id: moved, new_datetime: next }));
    succeeded(await clinic.call("client", "scheduling.confirm", { session_id: moved }));
    clinic.moveTimeTo(first, GRACE);
    expect((await clinic.lifecycle(moved)).current_state).toBe("confirmed");
    expect((await clinic.lifecycle(started)).current_state).toBe("in_progress");
    clinic.moveTimeTo(next, GRACE);
    expect((await clinic.lifecycle(moved)).current_state).toBe("cancelled");
  });
});

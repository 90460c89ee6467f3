import { resolutionRecord } from "../../resolver/registration-document.ts";
import { findHeldRegistration, recordRegistrationEvent } from "../../resolver/registrations.ts";
import type { Handler } from "../handler.ts";

/** A sign of life: the registration was last seen now. It says nothing about trust (SVC-TELE-001, erratum R-01). */
export const heartbeat: Handler<"telemetry.heartbeat"> = async (context, input) => {
  const row = await findHeldRegistration(context, input);
  const lastSeenAt = context.clock.now();
  await context.tx.db.updateTable("registrations").set({ lastSeenAt }).where("slug", "=", row.slug).execute();
  await recordRegistrationEvent(context, row.slug, { kind: "heartbeat", detail: { ...input.metrics } });
  return { id: row.slug, attributes: resolutionRecord({ ...row, lastSeenAt }, lastSeenAt) };
};

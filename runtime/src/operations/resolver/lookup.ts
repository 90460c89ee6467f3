import { resolutionRecord, trustReport } from "../../resolver/registration-document.ts";
import { findRegistration } from "../../resolver/registrations.ts";
import type { Handler } from "../handler.ts";

/** Where the organization of a slug is reached (SVC-RSLV-002). */
export const lookup: Handler<"resolve.lookup"> = async ({ tx, clock }, input) => {
  const row = await findRegistration(tx, input);
  return { id: row.slug, attributes: resolutionRecord(row, clock.now()) };
};

/** How far it is trusted (SVC-TRUST-001). */
export const getTrustScore: Handler<"trust.get_score"> = async ({ tx, clock }, input) => {
  const row = await findRegistration(tx, input);
  return { id: row.slug, attributes: trustReport(row, clock.now()) };
};

import { contractTerms } from "../rules/default-contract.ts";
import type { Tx } from "../storage/open-database.ts";
import type { NewRow } from "../storage/rows.ts";

/** Rows for tests that read calendars from a database: one organization in Santiago, open Mondays 09:00–18:00. */
export const zone = "America/Santiago";

export async function plantCalendars(tx: Tx): Promise<void> {
  await tx.db
    .insertInto("organizations")
    .values([organization("org_1"), organization("org_2")])
    .execute();
  await tx.db
    .insertInto("providers")
    .values([provider("prv_1"), provider("prv_2"), provider("prv_other", "org_2")])
    .execute();
  await tx.db
    .insertInto("clients")
    .values([client("cli_1"), client("cli_2"), client("cli_3")])
    .execute();
  await tx.db.insertInto("offers").values(offer("svc_1")).execute();
  await tx.db
    .insertInto("resources")
    .values([
      resource("res_1"),
      resource("res_group", { capacity: 3, bufferMinutes: 0 }),
      resource("res_other", { organizationId: "org_2" }),
    ])
    .execute();
  for (const providerId of ["prv_1", "prv_2"]) {
    await tx.db
      .insertInto("provider_availability")
      .values({ ...block(providerId), providerId })
      .execute();
  }
  for (const resourceId of ["res_1", "res_group"]) {
    await tx.db
      .insertInto("resource_availability")
      .values({ ...block(resourceId), resourceId })
      .execute();
  }
}

const organization = (id: string): NewRow<"organizations"> => ({
  id,
  slug: id.replace("_", "-"),
  name: id,
  description: null,
  vertical: "salud",
  country: "cl",
  location: null,
  timezone: zone,
  currency: "CLP",
  contactEmail: null,
  website: null,
  discoverable: false,
  booking: {},
  createdAt: 0,
});

const provider = (id: string, organizationId = "org_1"): NewRow<"providers"> => ({
  id,
  organizationId,
  name: id,
  email: null,
  specialties: [],
  credentials: [],
  profileId: null,
  timezone: null,
  priority: 0,
  lastAssignedAt: null,
  noShowCount: 0,
  active: true,
  createdAt: 0,
});

const client = (id: string): NewRow<"clients"> => ({
  id,
  organizationId: "org_1",
  email: null,
  phone: null,
  name: id,
  lastName: id,
  defaultPayerId: null,
  titularProviderId: null,
  noShowCount: 0,
  createdAt: 0,
});

const offer = (id: string): NewRow<"offers"> => ({
  id,
  organizationId: "org_1",
  type: "physical_therapy_session",
  vertical: "salud",
  name: id,
  description: null,
  durationMinutes: 60,
  priceMinor: 35000,
  currency: "CLP",
  modality: "in_person",
  requirements: [],
  visibility: "public",
  requiresResource: false,
  location: null,
  requiresPrepayment: false,
  active: true,
  createdAt: 0,
});

const resource = (id: string, rest: Partial<NewRow<"resources">> = {}): NewRow<"resources"> => ({
  id,
  organizationId: "org_1",
  name: id,
  type: "box",
  capacity: 1,
  bufferMinutes: 15,
  equipment: [],
  location: null,
  rules: null,
  timezone: null,
  isActive: true,
  createdAt: 0,
  ...rest,
});

const block = (owner: string) => ({
  id: `blk_${owner}`,
  organizationId: "org_1",
  dayOfWeek: 1,
  startTime: "09:00",
  endTime: "18:00",
  isAvailable: true,
  timezone: null,
  blockOrder: 0,
});

/** A session row of an hour from `startsAt`, epoch milliseconds. */
export const session = (id: string, startsAt: number, rest: Partial<NewRow<"sessions">> = {}): NewRow<"sessions"> => ({
  id,
  organizationId: "org_1",
  offerId: "svc_1",
  providerId: "prv_1",
  clientId: "cli_1",
  resourceId: null,
  seriesId: null,
  orderId: null,
  previousSessionId: null,
  state: "requested",
  version: 1,
  transitionCount: 1,
  lastTransitionAt: 0,
  type: "physical_therapy_session",
  vertical: "salud",
  name: "Session",
  requirements: [],
  visibility: "private",
  durationMinutes: 60,
  location: null,
  requestedAt: 0,
  startsAt,
  endsAt: startsAt + 3_600_000,
  occupiedUntil: startsAt + 3_600_000,
  scheduledFor: null,
  holdExpiresAt: null,
  checkinAt: null,
  checkoutAt: null,
  durationActualMinutes: null,
  deliveredAt: null,
  verificationDeadline: null,
  currency: "CLP",
  priceMinor: 35000,
  amountMinor: 35000,
  payerId: null,
  billingStatus: "pending",
  billingStatusBeforeDispute: null,
  chargedAt: null,
  paymentId: null,
  taxDocument: null,
  contractVersion: 1,
  contract: contractTerms("salud"),
  documentation: null,
  submission: null,
  humanIntentConfirmed: false,
  createdAt: 0,
  updatedAt: 0,
  ...rest,
});

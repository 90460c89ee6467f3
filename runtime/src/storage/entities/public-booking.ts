import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";
import { Session } from "./session.ts";

/** What opens a booking that was made without a credential (lifecycle 9.5). Of both tokens only SHA-256 digests are kept. */
export const PublicBooking = defineEntity({
  name: "PublicBooking",
  tableName: "public_bookings",
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false).primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    confirmationPrefix: p.string().unique(),
    confirmationHash: p.string(),
    confirmationExpiresAt: instant(),
    confirmationUsedAt: instant().nullable(),
    tokenPrefix: p.string().unique(),
    tokenHash: p.string(),
    tokenExpiresAt: instant(),
    /** Whether the requester named the provider; else the node may choose another one for another time. */
    providerNamed: p.boolean(),
    createdAt: instant(),
  },
});

/** What the public lane decided about one call, or by itself when a booking was not confirmed in time. Rows are only added. */
export const PublicDecision = defineEntity({
  name: "PublicDecision",
  tableName: "public_decisions",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    at: instant(),
    /** Keyed digest of the caller's address; null for a local pipe and for the node itself. */
    addressHash: p.string().nullable(),
    operation: p.string(),
    /** What became of it: a word such as `BOOKED`, the wire code of the refusal, or why a token was not accepted. */
    outcome: p.string(),
    sessionId: p.string().nullable(),
  },
  indexes: [{ properties: ["organizationId", "at"] }, { properties: ["sessionId"] }],
});

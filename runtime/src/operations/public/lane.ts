import type { PublicBooking } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import { issueToken, isToken, prefixOf, type SecretToken, type TokenKind } from "../../credentials/secret-token.ts";
import { notFound, ProtocolError } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { addressHash, recordDecision } from "../../pipeline/public-decisions.ts";
import type { BookingRules, LocationShape } from "../../storage/json-shapes.ts";
import { lockRows } from "../../storage/lock-rows.ts";
import { organizationByReference } from "../../storage/parties.ts";
import type { OrganizationRow, PublicBookingRow, SessionRow } from "../../storage/rows.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Life of a confirmation token in minutes, and of a booking token in days, where the organization says nothing. */
const CONFIRMATION_MINUTES = 30;
const BOOKING_TOKEN_DAYS = 7;

/** An organization that takes bookings from anybody. */
export interface Lane {
  readonly organization: OrganizationRow;
  readonly rules: BookingRules;
}

/** A booking of the lane: its tokens' digests, and its session. */
export interface LaneBooking {
  readonly booking: PublicBookingRow;
  readonly session: SessionRow;
}

/** @throws {ProtocolError} `NOT_FOUND` for an unknown organization, and for one whose lane is closed */
export async function openLane({ tx }: OperationContext, reference: string): Promise<Lane> {
  const organization = await organizationByReference(tx, reference);
  const rules = (organization?.booking ?? {}) as BookingRules;
  if (!organization || rules.public_lane !== true)
    throw notFound("organization", { record: { outcome: "LANE_CLOSED" } });
  return { organization, rules };
}

const COLUMNS = {
  pbc: { prefix: "confirmationPrefix", hash: "confirmationHash", expiresAt: "confirmationExpiresAt" },
  pbt: { prefix: "tokenPrefix", hash: "tokenHash", expiresAt: "tokenExpiresAt" },
} as const;

/**
 * The booking that a token opens (SVC-PUB-003). `forUpdate` waits for whoever changes it.
 * @throws {ProtocolError} `NOT_FOUND` for an unknown token, an expired one, and a confirmation token that has done its work
 */
export async function bookingOf(
  context: OperationContext,
  [kind, token]: readonly [TokenKind, string],
  { forUpdate }: { readonly forUpdate: boolean },
): Promise<LaneBooking> {
  const columns = COLUMNS[kind];
  const prefix = prefixOf(kind, token);
  const found = prefix === null ? undefined : await readBooking(context, columns.prefix, prefix);
  if (!found || !isToken(token, found[columns.hash])) throw tokenRefused("TOKEN_UNKNOWN");
  if (forUpdate) await lockRows(context.tx, found.organizationId, [found.sessionId]);
  const booking = forUpdate ? await readBooking(context, "sessionId", found.sessionId) : found;
  if (!booking) throw tokenRefused("TOKEN_UNKNOWN");
  const { sessionId } = booking;
  if (booking[columns.expiresAt] <= context.clock.now()) throw tokenRefused("TOKEN_EXPIRED", sessionId);
  if (kind === "pbc" && booking.confirmationUsedAt !== null) throw tokenRefused("TOKEN_USED", sessionId);
  const session = await context.tx.db
    .selectFrom("sessions")
    .selectAll()
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  // The organization has confirmed or cancelled it meanwhile: there is nothing left that this token could say.
  if (kind === "pbc" && session.state !== "pending_confirmation") throw tokenRefused("TOKEN_USED", sessionId);
  return { booking, session };
}

async function readBooking(
  { tx }: OperationContext,
  column: "confirmationPrefix" | "tokenPrefix" | "sessionId",
  value: string,
): Promise<PublicBookingRow | undefined> {
  return tx.db.selectFrom("public_bookings").selectAll().where(column, "=", value).executeTakeFirst();
}

/** One answer for all of it, so that nobody learns which tokens there were (errors page). */
function tokenRefused(outcome: string, sessionId?: string) {
  return notFound("booking", { record: { outcome, ...(sessionId !== undefined && { sessionId }) } });
}

/** Both tokens of a booking, and until when they work. */
export interface LaneTokens {
  readonly confirmation: SecretToken;
  readonly confirmationExpiresAt: number;
  readonly booking: SecretToken;
  readonly bookingExpiresAt: number;
}

/** Makes both tokens of a booking. Nothing is left to confirm once the time booked has come. */
export function newTokens({ clock }: OperationContext, { rules }: Lane, startsAt: number): LaneTokens {
  const now = clock.now();
  const minutes = rules.confirmation_ttl_minutes ?? CONFIRMATION_MINUTES;
  return {
    confirmation: issueToken("pbc"),
    confirmationExpiresAt: Math.min(now + minutes * MINUTE, startsAt),
    booking: issueToken("pbt"),
    bookingExpiresAt: now + (rules.booking_token_ttl_days ?? BOOKING_TOKEN_DAYS) * DAY,
  };
}

/** What the holder of a token sees: nothing of the client, and nothing of the provider (SVC-PUB-004). */
export function bookingDocument({ organization }: Lane, { booking, session }: LaneBooking): PublicBooking {
  const { type: modality } = (session.location ?? {}) as LocationShape;
  return {
    session_id: session.id,
    state: session.state,
    org_slug: organization.slug,
    service_id: session.offerId,
    service_name: session.name,
    starts_at: isoInstant(session.startsAt),
    ends_at: isoInstant(session.endsAt),
    ...(modality !== undefined && { modality }),
    ...(session.state === "pending_confirmation" && {
      confirmation_expires_at: isoInstant(booking.confirmationExpiresAt),
    }),
    booking_token_expires_at: isoInstant(booking.tokenExpiresAt),
    ...(session.previousSessionId !== null && { previous_session_id: session.previousSessionId }),
  };
}

/** The call as the client's own: the holder of a booking token counts as the client of that booking (lifecycle 2 and 8). */
export function asClientOf(session: SessionRow, context: OperationContext): OperationContext {
  const claim = { type: "client" as const, id: session.clientId };
  return { ...context, caller: { ...context.caller, actor: { ...claim, claim } } };
}

/** Does something about a booking that is known by now: a refusal is kept with its session. */
export async function concerning<Result>({ id: sessionId }: SessionRow, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) error.details.record = { sessionId, ...error.details.record };
    throw error;
  }
}

/** Keeps what was decided, together with its effect. */
export async function decided(
  context: OperationContext,
  session: SessionRow,
  decision: { readonly operation: `public_bookings.${string}`; readonly outcome: string },
): Promise<void> {
  await recordDecision(context, {
    organizationId: session.organizationId,
    addressHash: addressHash(context.vault, context.caller.address),
    sessionId: session.id,
    ...decision,
  });
}

import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import { ProtocolError } from "../../errors.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import { askBookability, type Bookability } from "../../resolver/bookability.ts";
import { guardedFetch } from "../../resolver/guarded-fetch.ts";
import { judgeEndpoints, mayBePrivate } from "../../resolver/registered-endpoint.ts";
import { resolutionRecord } from "../../resolver/registration-document.ts";
import { recordRegistrationEvent, requireAccount, requireFreeSlug, verticalKey } from "../../resolver/registrations.ts";
import { FIRST_SCORE } from "../../rules/trust.ts";
import type { RegistrationRow } from "../../storage/rows.ts";
import { reaching } from "../handler.ts";

type Wish = OperationInputs["resolve.register"];

/** A wish that may be granted, and when the calendars are asked: epoch milliseconds. */
interface Judged {
  readonly wish: Wish;
  readonly now: number;
}

/**
 * Registers an organization once its own endpoint has shown that it can be booked (SVC-RSLV-003). The endpoint is asked
 * between two transactions; whoever took the slug meanwhile has it.
 * @throws {ProtocolError} `CONFLICT`, `NOT_BOOKABLE`, `VALIDATION_ERROR` for an address that is not public
 */
export const register = reaching<"resolve.register", Judged, Judged & { seen: Bookability }>({
  async prepare(context, wish) {
    requireAccount(context);
    judgeEndpoints(context.config, wish);
    await requireFreeSlug(context, wish.slug);
    return { wish, now: context.clock.now() };
  },
  async reachOut({ config }, { wish, now }) {
    const { slug, rest_url: restUrl = null, mcp_url: mcpUrl = null } = wish;
    const reach = guardedFetch(mayBePrivate(config, restUrl ?? mcpUrl ?? ""));
    try {
      return { wish, now, seen: await askBookability({ slug, restUrl, mcpUrl }, reach, now) };
    } finally {
      await reach.close();
    }
  },
  async finish(context, { wish, seen }) {
    await requireFreeSlug(context, wish.slug);
    if (seen.missing.length > 0) throw notBookable(seen);
    const { tx, clock, caller } = context;
    const row = registrationOf(wish, credentialOf(caller).organizationId, clock.now());
    await tx.db.insertInto("registrations").values(row).execute();
    const { mcpUrl: mcp, restUrl: rest, healthUrl: health, score } = row;
    await recordRegistrationEvent(context, row.slug, { kind: "registered", detail: { mcp, rest, health, score } });
    return { id: row.slug, attributes: resolutionRecord(row, clock.now()) };
  },
});

function registrationOf(wish: Wish, holderId: string, now: number): RegistrationRow {
  const verticals = [...new Set(wish.verticals ?? [])];
  return {
    slug: wish.slug,
    country: wish.country,
    name: wish.name,
    legalName: wish.legal_name ?? wish.name,
    verticals,
    verticalKeys: verticals.map(verticalKey).join(""),
    mcpUrl: wish.mcp_url ?? null,
    restUrl: wish.rest_url ?? null,
    healthUrl: wish.health_url ?? null,
    contactEmail: wish.contact_email ?? null,
    website: wish.website ?? null,
    taxId: wish.tax_id ?? null,
    holderId,
    score: FIRST_SCORE,
    registeredAt: now,
    lastSeenAt: null,
  };
}

function notBookable({ missing, problem }: Bookability): ProtocolError {
  const detail =
    problem === null
      ? `Its endpoint shows no ${missing.map((part) => part.replaceAll("_", " ")).join(", no ")}.`
      : `Its endpoint shows nothing that can be booked: ${problem}.`;
  return new ProtocolError("NOT_BOOKABLE", { detail, meta: { missing } });
}

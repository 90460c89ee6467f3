import type { OrderScope } from "@servicialo/schema/0.8/types";
import type { Tx } from "../storage/open-database.ts";
import { organizationByReference } from "../storage/parties.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import type { SessionRow } from "../storage/rows.ts";
import type { Thing } from "./checks/6-context.ts";

/*
 * What is stored under an id, as far as check 6 asks. Looked up among everybody's rows: an agent is told that something
 * lies outside of its mandate, whosever it is (M-15).
 */

/** Finds a thing by its id; undefined: nobody has it. */
export type FindThing = (tx: Tx, id: string) => Promise<Thing | undefined>;

export const findSessionThing: FindThing = async ({ db }, id) => {
  const session = await db.selectFrom("sessions").selectAll().where("id", "=", id).executeTakeFirst();
  return session && thingOfSession(session);
};

export function thingOfSession(session: SessionRow): Thing {
  return {
    kind: "session",
    id: session.id,
    organizationId: session.organizationId,
    clients: [session.clientId],
    providers: [session.providerId],
    sessionIds: [session.id],
    orderId: session.orderId,
    serviceTypes: [session.type],
  };
}

export const findOrderThing: FindThing = async ({ db }, id) => {
  const order = await db.selectFrom("service_orders").selectAll().where("id", "=", id).executeTakeFirst();
  if (!order) return undefined;
  const delivering = await db
    .selectFrom("sessions")
    .select("providerId")
    .distinct()
    .where("orderId", "=", id)
    .execute();
  return {
    kind: "order",
    id,
    organizationId: order.organizationId,
    clients: [order.clientId, order.payerId],
    providers: delivering.map(({ providerId }) => providerId),
    sessionIds: [],
    orderId: id,
    serviceTypes: (order.scope as OrderScope).service_types,
  };
};

export const findSaleThing: FindThing = async ({ db }, id) => {
  const sale = await db.selectFrom("sales").selectAll().where("id", "=", id).executeTakeFirst();
  if (!sale) return undefined;
  const sessions = await db
    .selectFrom("sale_sessions")
    .innerJoin("sessions", "sessions.id", "sale_sessions.sessionId")
    .select(["sessions.id", "sessions.type", "sessions.orderId"])
    .where("sale_sessions.saleId", "=", id)
    .execute();
  return {
    kind: "sale",
    id,
    organizationId: sale.organizationId,
    clients: [sale.clientId, ...(sale.payerId === null ? [] : [sale.payerId])],
    providers: sale.providerId === null ? [] : [sale.providerId],
    sessionIds: sessions.map((session) => session.id),
    orderId: sale.orderId ?? sessions[0]?.orderId ?? null,
    serviceTypes: [...new Set(sessions.map(({ type }) => type))],
  };
};

/** A client's record; it is a provider's own when that provider has had a session with the client, or is the usual one. */
export const findClientThing: FindThing = async ({ db }, id) => {
  const client = await db.selectFrom("clients").selectAll().where("id", "=", id).executeTakeFirst();
  if (!client) return undefined;
  const seeing = await db.selectFrom("sessions").select("providerId").distinct().where("clientId", "=", id).execute();
  const usual = client.titularProviderId === null ? [] : [client.titularProviderId];
  return {
    ...nobodys("client", id, client.organizationId),
    clients: [id],
    providers: [...usual, ...seeing.map(({ providerId }) => providerId)],
  };
};

export const findMandateThing: FindThing = async ({ db }, id) => {
  const mandate = await db
    .selectFrom("mandates")
    .select(["organizationId", "principalId"])
    .where("id", "=", id)
    .executeTakeFirst();
  return mandate && { ...nobodys("mandate", id, mandate.organizationId), principalId: mandate.principalId };
};

const offerCalled = preparedQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom("offers").select(["organizationId", "type"]).where("id", "=", id),
);

export const findOfferThing: FindThing = async (tx, id) => {
  const offer = await offerCalled.first(tx, { id });
  return offer && { ...nobodys("offer", id, offer.organizationId), serviceTypes: [offer.type] };
};

export const findOrganizationThing: FindThing = async (tx, reference) => {
  const organization = await organizationByReference(tx, reference);
  return organization && nobodys("property", organization.id, organization.id);
};

/** An organization in the resolver: the account's that registered it. */
export const findRegistrationThing: FindThing = async ({ db }, slug) => {
  const held = await db.selectFrom("registrations").select("holderId").where("slug", "=", slug).executeTakeFirst();
  return held && nobodys("property", slug, held.holderId);
};

type OwnedTable =
  | "sessions"
  | "service_orders"
  | "sales"
  | "clients"
  | "resources"
  | "mandates"
  | "providers"
  | "payment_intents";

/** Finds whose something is, without what it has to do with others. */
export function findOwned(table: OwnedTable): FindThing {
  const ownerOf = preparedQuery((db, { id }: { readonly id: string }) =>
    db.selectFrom(table).select("organizationId").where("id", "=", id),
  );
  return async (tx, id) => {
    const row = await ownerOf.first(tx, { id });
    return row && nobodys("property", id, row.organizationId);
  };
}

/** A thing without parties of its own. */
export function nobodys(kind: Thing["kind"], id: string | null, organizationId: string): Thing {
  return { kind, id, organizationId, clients: [], providers: [], sessionIds: [], orderId: null, serviceTypes: [] };
}

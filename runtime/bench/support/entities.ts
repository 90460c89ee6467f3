import { type EntityManager, IsolationLevel, LockMode } from "@mikro-orm/core";
import { MikroORM as PostgresOrm } from "@mikro-orm/postgresql";
import type { SqlEntityManager } from "@mikro-orm/sql";
import { MikroORM as SqliteOrm } from "@mikro-orm/sqlite";
import { Mutex } from "async-mutex";
import type { Kysely } from "kysely";
import { isoInstant, parseInstant } from "../../src/clock.ts";
import { ProtocolError } from "../../src/errors.ts";
import { newEventId } from "../../src/events/record-events.ts";
import { newId } from "../../src/ids.ts";
import { sessionAnswer } from "../../src/lifecycle/session-answer.ts";
import type { Handler } from "../../src/operations/handler.ts";
import { handlers } from "../../src/operations/index.ts";
import { credentialOf } from "../../src/pipeline/caller.ts";
import { eventsOfMove } from "../../src/rules/session-events.ts";
import { withExceptions } from "../../src/scheduling/calendar-exceptions.ts";
import { checkSlot } from "../../src/scheduling/check-slot.ts";
import type { Interval } from "../../src/scheduling/intervals.ts";
import { type CalendarKind, occupationIn, RELEASED_STATES } from "../../src/scheduling/occupation.ts";
import { openIntervals, type WeeklyBlock } from "../../src/scheduling/weekly-blocks.ts";
import { CalendarException } from "../../src/storage/entities/calendar-exception.ts";
import { Client } from "../../src/storage/entities/client.ts";
import { Contract } from "../../src/storage/entities/contract.ts";
import { Event, EventCounter } from "../../src/storage/entities/event.ts";
import { Acknowledgement, Transition } from "../../src/storage/entities/history.ts";
import type { Tables } from "../../src/storage/entities/index.ts";
import { Offer, OfferProvider } from "../../src/storage/entities/offer.ts";
import { Organization } from "../../src/storage/entities/organization.ts";
import { Provider, ProviderAvailability } from "../../src/storage/entities/provider.ts";
import { Resource, ResourceAvailability } from "../../src/storage/entities/resource.ts";
import { Session } from "../../src/storage/entities/session.ts";
import { WebhookSubscription } from "../../src/storage/entities/webhook.ts";
import { type Database, openDatabase, type Tx } from "../../src/storage/open-database.ts";
import { postgresOrmOptions, sqliteOrmOptions } from "../../src/storage/orm-options.ts";
import { QueryScope } from "../../src/storage/query-templates.ts";
import type { SessionRow } from "../../src/storage/rows.ts";
import type { Dialect } from "./stage.ts";

interface EntityTx extends Tx {
  readonly em: EntityManager;
}

/**
 * The node's database, whose transactions bring an entity manager, and a booking that uses it for everything: it finds
 * entities, changes them and flushes. Whoever calls and what is due is still looked up as the node does, and so is what
 * the answer shows, which is to the favour of the entities.
 */
export async function openEntities(location: string, dialect: Dialect): Promise<Database> {
  const database = await openDatabase({ location });
  const orm = await openOrm(location, dialect);
  const scope = QueryScope.ofEverybody(orm.em as SqlEntityManager, dialect);
  const turn = new Mutex();
  const transaction = <Result>(work: (tx: Tx) => Promise<Result>) =>
    (orm.em.fork() as SqlEntityManager).transactional(
      (em) => {
        const db = (em.getKysely() as unknown as Kysely<Tables>).withPlugin(scope);
        return work({ db, dialect, em } as EntityTx);
      },
      dialect === "postgres" ? { isolationLevel: IsolationLevel.READ_COMMITTED } : {},
    );
  (handlers as Record<string, unknown>)["scheduling.book"] = book;
  return {
    dialect,
    read: (work) => database.read(work),
    ask: (query, values) => database.ask(query, values),
    transaction: (work) => (dialect === "sqlite" ? turn.runExclusive(() => transaction(work)) : transaction(work)),
    async close() {
      await orm.close(true);
      await database.close();
    },
  };
}

function openOrm(location: string, dialect: Dialect) {
  return dialect === "sqlite"
    ? SqliteOrm.init(sqliteOrmOptions({ file: location, readonly: false, busyTimeout: 10_000, onStatement: undefined }))
    : PostgresOrm.init(postgresOrmOptions({ url: location, poolSize: 10 }));
}

/** What of a session may be left open, as it is stored. */
const nothing = Object.fromEntries(
  Object.entries(Session.meta.properties as Record<string, { readonly nullable?: boolean }>)
    .filter(([, { nullable }]) => nullable)
    .map(([name]) => [name, null]),
);

const book: Handler<"scheduling.book"> = async (context, input) => {
  const { em, dialect } = context.tx as EntityTx;
  const { organizationId } = credentialOf(context.caller);
  const now = context.clock.now();
  const startsAt = parseInstant(input.starts_at, "/starts_at");
  const { organization, offer, client, provider, resource } = await partiesOf(em, organizationId, input);
  const slot = { start: startsAt, end: startsAt + offer.durationMinutes * 60_000 };
  const parties = { provider, resource, client, zone: organization.timezone };
  const refusal = checkSlot({ ...slot, offerId: offer.id }, await calendarsOf(em, parties, { slot, now }));
  if (refusal) throw new ProtocolError(refusal.code);
  const contract = (await em.find(Contract, { offerId: offer.id } as never, { orderBy: { version: "asc" } })).at(-1);
  const session = em.create(Session, {
    ...nothing,
    ...{ id: newId("ses", context.clock), organizationId, offerId: offer.id, providerId: provider.id },
    ...{ clientId: client.id, resourceId: resource.id, type: offer.type, vertical: offer.vertical, name: offer.name },
    ...{ state: "requested", version: 1, transitionCount: 1, lastTransitionAt: now, requirements: offer.requirements },
    ...{ visibility: "private", durationMinutes: offer.durationMinutes, requestedAt: now, startsAt, endsAt: slot.end },
    ...{ occupiedUntil: slot.end, location: { ...offer.location, resource_id: resource.id }, currency: offer.currency },
    ...{ priceMinor: offer.priceMinor, amountMinor: offer.priceMinor, billingStatus: "pending" },
    ...{ contractVersion: contract?.version, contract: contract?.terms, humanIntentConfirmed: false },
    ...{ createdAt: now, updatedAt: now },
  } as never) as unknown as SessionRow;
  const { id: sessionId } = session;
  const author = { by: organizationId, method: "manual" };
  const step = { fromState: null, toState: "requested", at: now, ...author, metadata: {} };
  em.create(Transition, { sessionId, seq: 1, organizationId, ...step } as never);
  const counter = await em.findOneOrFail(EventCounter, { organizationId } as never, {
    ...(dialect === "postgres" && { lockMode: LockMode.PESSIMISTIC_WRITE }),
  });
  for (const { name, data } of eventsOfMove(null, session, now)) {
    counter.lastSeq += 1;
    const event = { organizationId, seq: counter.lastSeq, id: newEventId(), name, sessionId, data, emittedAt: now };
    em.create(Event, event as never);
  }
  await em.find(WebhookSubscription, { organizationId, active: true } as never);
  em.create(Acknowledgement, {
    ...{ id: newId("ack", context.clock), organizationId, sessionId, party: "provider", by: provider.id },
    ...{ source: "published_slot", at: now, clearedAt: null },
  } as never);
  await em.flush();
  return sessionAnswer(context, null, session);
};

async function partiesOf(em: EntityManager, organizationId: string, input: Parameters<typeof book>[1]) {
  const organization = await em.findOneOrFail(Organization, { id: organizationId });
  const offer = await em.findOneOrFail(Offer, { id: input.service_id, organizationId } as never);
  await em.findOneOrFail(OfferProvider, { offerId: offer.id, providerId: input.provider_id } as never);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const provider = await em.findOneOrFail(Provider, { id: input.provider_id, organizationId } as never, lock);
  const resource = await em.findOneOrFail(Resource, { id: input.resource_id, organizationId } as never, lock);
  const client = await em.findOneOrFail(Client, { id: input.client_id, organizationId } as never, lock);
  return { organization, offer, client, provider, resource };
}

type Party = { readonly id: string };

async function calendarsOf(
  em: EntityManager,
  parties: {
    readonly provider: Party;
    readonly client: Party;
    readonly resource: Party & {
      readonly isActive: boolean;
      readonly capacity: number;
      readonly bufferMinutes: number;
    };
    readonly zone: string;
  },
  { slot, now }: { readonly slot: Interval; readonly now: number },
) {
  const { provider, client, resource, zone } = parties;
  const buffer = resource.bufferMinutes * 60_000;
  const day = isoInstant(slot.start).slice(0, 10);
  const blocks = await em.find(ProviderAvailability, { providerId: provider.id } as never);
  const resourceBlocks = await em.find(ResourceAvailability, { resourceId: resource.id } as never);
  await em.find(CalendarException, {
    ...{ subjectId: { $in: [provider.id, resource.id] }, dateTo: { $gte: day }, dateFrom: { $lte: day } },
  } as never);
  const after = { occupiedUntil: { $gt: slot.start - buffer } };
  const sessions = (await em.find(Session, {
    $or: [
      { providerId: provider.id, ...after },
      { clientId: client.id, ...after },
      { resourceId: resource.id, ...after },
    ],
    startsAt: { $lt: slot.end + buffer },
    state: { $nin: RELEASED_STATES },
  } as never)) as unknown as SessionRow[];
  const taken = (kind: CalendarKind, isMine: (session: SessionRow) => boolean) =>
    sessions.filter(isMine).flatMap((session) => occupationIn(kind, session, now) ?? []);
  const open = (weekly: readonly unknown[]) =>
    withExceptions(openIntervals(weekly as WeeklyBlock[], zone, slot), [[], []], slot);
  return {
    provider: {
      id: provider.id,
      open: open(blocks),
      occupations: taken("provider", (session) => session.providerId === provider.id),
    },
    client: { id: client.id, occupations: taken("client", (session) => session.clientId === client.id) },
    resource: {
      ...{ id: resource.id, isActive: resource.isActive, capacity: resource.capacity, buffer },
      open: open(resourceBlocks),
      occupations: taken("resource", (session) => session.resourceId === resource.id),
    },
  };
}

import type { InferKyselyDB } from "@mikro-orm/sql";
import { Client } from "./client.ts";
import { Contract } from "./contract.ts";
import { Credential } from "./credential.ts";
import { Deadline } from "./deadline.ts";
import { Evidence } from "./evidence.ts";
import { Acknowledgement, ExceptionRecord, Transition } from "./history.ts";
import { IdempotencyRecord } from "./idempotency-record.ts";
import { Member } from "./member.ts";
import { Offer, OfferProvider } from "./offer.ts";
import { Organization } from "./organization.ts";
import { Provider, ProviderAvailability } from "./provider.ts";
import { Resource, ResourceAvailability } from "./resource.ts";
import { Payment, Sale, SaleSession, SettlementEvent } from "./sale.ts";
import { Session } from "./session.ts";

/** Everything the node stores, in an order in which rows can be inserted. */
export const entities = [
  Organization,
  Member,
  Credential,
  Provider,
  ProviderAvailability,
  Client,
  Offer,
  OfferProvider,
  Contract,
  Resource,
  ResourceAvailability,
  Session,
  Transition,
  ExceptionRecord,
  Acknowledgement,
  Evidence,
  Sale,
  SaleSession,
  Payment,
  SettlementEvent,
  IdempotencyRecord,
  Deadline,
] as const;

/** Property names and JavaScript values, translated to columns by the ORM's Kysely plugin. */
export const tableNaming = { columnNamingStrategy: "property", convertValues: true } as const;

/** The tables as Kysely sees them: property names (camelCase), booleans, parsed JSON. */
export type Tables = InferKyselyDB<(typeof entities)[number], typeof tableNaming>;

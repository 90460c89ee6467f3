import type { InferKyselyDB } from "@mikro-orm/sql";
import { A2aTask } from "./a2a-task.ts";
import { AuditAnchor, AuditEntry, AuditHead, AuditIntent, SecurityLogEntry } from "./audit.ts";
import { CalendarException } from "./calendar-exception.ts";
import { Client } from "./client.ts";
import { Contract } from "./contract.ts";
import { Credential } from "./credential.ts";
import { Deadline } from "./deadline.ts";
import { Event, EventCounter, Notice } from "./event.ts";
import { Evidence } from "./evidence.ts";
import { EvidenceAccess } from "./evidence-access.ts";
import { Acknowledgement, ExceptionRecord, Transition } from "./history.ts";
import { IdempotencyRecord } from "./idempotency-record.ts";
import { ConfirmationRequest, Mandate, MandateAction } from "./mandate.ts";
import { Member } from "./member.ts";
import { Offer, OfferProvider } from "./offer.ts";
import { Organization } from "./organization.ts";
import { PaymentIntent } from "./payment-intent.ts";
import { Provider, ProviderAvailability } from "./provider.ts";
import { ProviderAttribute, ProviderProfile } from "./provider-profile.ts";
import { PublicBooking, PublicDecision } from "./public-booking.ts";
import { PublicationConsent } from "./publication-consent.ts";
import { Registration, RegistrationEvent, ResolverLink } from "./registration.ts";
import { Resource, ResourceAvailability } from "./resource.ts";
import { Payment, Sale, SaleSession, SettlementEvent } from "./sale.ts";
import { OrderSession, OrderTransition, ServiceOrder } from "./service-order.ts";
import { Session } from "./session.ts";
import { WebhookDelivery, WebhookSubscription } from "./webhook.ts";

/** Everything the node stores, in an order in which rows can be inserted. */
export const entities = [
  Organization,
  Member,
  PublicationConsent,
  Credential,
  Provider,
  ProviderAvailability,
  ProviderProfile,
  ProviderAttribute,
  Client,
  Offer,
  OfferProvider,
  Contract,
  Resource,
  ResourceAvailability,
  CalendarException,
  ServiceOrder,
  OrderTransition,
  Session,
  OrderSession,
  PublicBooking,
  PublicDecision,
  Transition,
  ExceptionRecord,
  Acknowledgement,
  Evidence,
  EvidenceAccess,
  Sale,
  SaleSession,
  Payment,
  SettlementEvent,
  PaymentIntent,
  EventCounter,
  Event,
  Notice,
  WebhookSubscription,
  WebhookDelivery,
  Registration,
  RegistrationEvent,
  ResolverLink,
  Mandate,
  MandateAction,
  ConfirmationRequest,
  AuditIntent,
  AuditEntry,
  AuditAnchor,
  AuditHead,
  SecurityLogEntry,
  IdempotencyRecord,
  A2aTask,
  Deadline,
] as const;

/** The tables as Kysely sees them: property names (camelCase), booleans, parsed JSON; `query-templates.ts` translates. */
export type Tables = InferKyselyDB<
  (typeof entities)[number],
  { readonly columnNamingStrategy: "property"; readonly convertValues: true }
>;

import type { Insertable, Selectable } from "kysely";
import type { Tables } from "./entities/index.ts";

/** A stored row of a table, by property name. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
/** What has to be given to insert a row. */
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;

export type OrganizationRow = Row<"organizations">;
export type MemberRow = Row<"members">;
export type CredentialRow = Row<"credentials">;
export type ProviderRow = Row<"providers">;
export type ClientRow = Row<"clients">;
export type OfferRow = Row<"offers">;
export type ContractRow = Row<"contracts">;
export type ResourceRow = Row<"resources">;
export type ResourceAvailabilityRow = Row<"resource_availability">;
export type CalendarExceptionRow = Row<"calendar_exceptions">;
export type ProviderProfileRow = Row<"provider_profiles">;
export type ProviderAttributeRow = Row<"provider_attributes">;
export type PublicationConsentRow = Row<"publication_consents">;
export type SessionRow = Row<"sessions">;
export type TransitionRow = Row<"transitions">;
export type ExceptionRow = Row<"exception_records">;
export type AcknowledgementRow = Row<"acknowledgements">;
export type EvidenceRow = Row<"evidence">;
export type SaleRow = Row<"sales">;
export type PaymentRow = Row<"payments">;
export type SettlementEventRow = Row<"settlement_events">;
export type OrderRow = Row<"service_orders">;
export type OrderTransitionRow = Row<"order_transitions">;
export type PaymentIntentRow = Row<"payment_intents">;
export type PublicBookingRow = Row<"public_bookings">;
export type IdempotencyRow = Row<"idempotency_records">;
export type DeadlineRow = Row<"deadlines">;
export type EventRow = Row<"events">;
export type NoticeRow = Row<"notices">;
export type WebhookSubscriptionRow = Row<"webhook_subscriptions">;
export type WebhookDeliveryRow = Row<"webhook_deliveries">;
export type MandateRow = Row<"mandates">;
export type ConfirmationRow = Row<"confirmation_requests">;
export type AuditEntryRow = Row<"audit_entries">;
export type AuditAnchorRow = Row<"audit_anchors">;
export type RegistrationRow = Row<"registrations">;
export type RegistrationEventRow = Row<"registration_events">;
export type ResolverLinkRow = Row<"resolver_links">;

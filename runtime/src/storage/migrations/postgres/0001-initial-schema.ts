import { Migration } from "@mikro-orm/migrations";

export class InitialSchema extends Migration {
  override name = "0001-initial-schema";

  override up(): void | Promise<void> {
    this.addSql(
      `create table "deadlines" ("id" text not null, "organization_id" text null, "kind" text not null, "subject_id" text not null, "due_at" bigint not null, "attempts" int not null default 0, "claimed_until" bigint null, "done_at" bigint null, "last_error" text null, "payload" jsonb not null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "deadlines_done_at_due_at_index" on "deadlines" ("done_at", "due_at");`);
    this.addSql(
      `alter table "deadlines" add constraint "deadlines_kind_subject_id_unique" unique ("kind", "subject_id");`,
    );

    this.addSql(
      `create table "idempotency_records" ("id" text not null, "subject" text not null, "method" text not null, "path" text not null, "key" text not null, "fingerprint" text not null, "status" text not null, "response_status" int null, "response_body" text null, "disclosed" jsonb null, "created_at" bigint not null, "expires_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "idempotency_records_expires_at_index" on "idempotency_records" ("expires_at");`);
    this.addSql(
      `alter table "idempotency_records" add constraint "idempotency_records_subject_method_path_key_unique" unique ("subject", "method", "path", "key");`,
    );

    this.addSql(
      `create table "organizations" ("id" text not null, "slug" text not null, "name" text not null, "description" text null, "vertical" text not null, "country" text not null, "location" text null, "timezone" text not null, "currency" text not null, "contact_email" text null, "website" text null, "discoverable" boolean not null default false, "booking" jsonb not null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`alter table "organizations" add constraint "organizations_slug_unique" unique ("slug");`);
    this.addSql(
      `create index "organizations_discoverable_country_vertical_index" on "organizations" ("discoverable", "country", "vertical");`,
    );

    this.addSql(
      `create table "offers" ("id" text not null, "organization_id" text not null, "type" text not null, "vertical" text not null, "name" text not null, "description" text null, "duration_minutes" int not null, "price_minor" bigint not null, "currency" text not null, "modality" text not null, "requirements" jsonb not null, "visibility" text not null, "requires_resource" boolean not null default false, "location" jsonb null, "requires_prepayment" boolean not null default false, "active" boolean not null default true, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "offers_organization_id_active_visibility_index" on "offers" ("organization_id", "active", "visibility");`,
    );
    this.addSql(`create index "offers_type_active_index" on "offers" ("type", "active");`);

    this.addSql(
      `create table "notices" ("id" text not null, "organization_id" text not null, "session_id" text not null, "occasion" text not null, "recipient_type" text not null, "recipient_id" text not null, "created_at" bigint not null, "next_attempt_at" bigint null, "claimed_until" bigint null, "attempts" int not null default 0, "sent_at" bigint null, primary key ("id"));`,
    );
    this.addSql(`create index "notices_next_attempt_at_index" on "notices" ("next_attempt_at");`);
    this.addSql(`create index "notices_session_id_created_at_index" on "notices" ("session_id", "created_at");`);

    this.addSql(
      `create table "members" ("id" text not null, "organization_id" text not null, "name" text not null, "email" text null, "role" text not null, "active" boolean not null default true, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "members_organization_id_role_index" on "members" ("organization_id", "role");`);

    this.addSql(
      `create table "mandates" ("id" text not null, "organization_id" text not null, "principal_id" text not null, "principal_type" text not null, "agent_id" text not null, "agent_name" text null, "acting_for" text not null, "context" text not null, "scopes" jsonb not null, "constraints" jsonb null, "issued_at" bigint not null, "expires_at" bigint not null, "revoked_at" bigint null, "revocation_reason" text null, "suspended_at" bigint null, "suspended_by" text null, "metadata" jsonb null, "signature" text null, "audit_seq" int not null default 0, "audit_hash" text not null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "mandates_organization_id_principal_id_created_at_index" on "mandates" ("organization_id", "principal_id", "created_at");`,
    );
    this.addSql(
      `create index "mandates_organization_id_agent_id_created_at_index" on "mandates" ("organization_id", "agent_id", "created_at");`,
    );

    this.addSql(
      `create table "mandate_actions" ("mandate_id" text not null, "day" text not null, "organization_id" text not null, "executed" int not null, primary key ("mandate_id", "day"));`,
    );

    this.addSql(
      `create table "event_counters" ("organization_id" text not null, "last_seq" int not null, primary key ("organization_id"));`,
    );

    this.addSql(
      `create table "events" ("organization_id" text not null, "seq" int not null, "id" text not null, "name" text not null, "session_id" text null, "data" jsonb not null, "emitted_at" bigint not null, primary key ("organization_id", "seq"));`,
    );
    this.addSql(`alter table "events" add constraint "events_id_unique" unique ("id");`);
    this.addSql(`create index "events_session_id_seq_index" on "events" ("session_id", "seq");`);

    this.addSql(
      `create table "credentials" ("id" text not null, "organization_id" text not null, "prefix" text not null, "secret_hash" text not null, "subject_type" text not null, "subject_id" text not null, "member_id" text null, "mandate_id" text null, "label" text null, "created_at" bigint not null, "last_used_at" bigint null, "expires_at" bigint null, "revoked_at" bigint null, primary key ("id"));`,
    );
    this.addSql(`alter table "credentials" add constraint "credentials_prefix_unique" unique ("prefix");`);
    this.addSql(
      `create index "credentials_organization_id_subject_type_subject_id_index" on "credentials" ("organization_id", "subject_type", "subject_id");`,
    );

    this.addSql(
      `create table "contracts" ("id" text not null, "organization_id" text not null, "offer_id" text not null, "version" int not null, "terms" jsonb not null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "contracts" add constraint "contracts_offer_id_version_unique" unique ("offer_id", "version");`,
    );

    this.addSql(
      `create table "confirmation_requests" ("id" text not null, "organization_id" text not null, "mandate_id" text not null, "agent_id" text not null, "principal_id" text not null, "approver_type" text not null, "approver_id" text not null, "action" text not null, "resource_id" text null, "summary" text not null, "amount_minor" bigint null, "currency" text null, "reason" text not null, "input_digest" text not null, "status" text not null, "created_at" bigint not null, "expires_at" bigint not null, "lapses_to" text not null, "decided_at" bigint null, "decided_by" text null, "consumed_at" bigint null, primary key ("id"));`,
    );
    this.addSql(
      `create index "confirmation_requests_mandate_id_action_input_digest_index" on "confirmation_requests" ("mandate_id", "action", "input_digest");`,
    );
    this.addSql(
      `create index "confirmation_requests_organization_id_approver_typ_dd14b_index" on "confirmation_requests" ("organization_id", "approver_type", "approver_id", "created_at");`,
    );

    this.addSql(
      `create table "clients" ("id" text not null, "organization_id" text not null, "email" text null, "phone" text null, "name" text not null, "last_name" text not null, "default_payer_id" text null, "titular_provider_id" text null, "no_show_count" int not null default 0, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "clients_organization_id_phone_index" on "clients" ("organization_id", "phone");`);
    this.addSql(
      `alter table "clients" add constraint "clients_organization_id_email_unique" unique ("organization_id", "email");`,
    );

    this.addSql(
      `create table "calendar_exceptions" ("id" text not null, "organization_id" text not null, "calendar" text not null, "subject_id" text not null, "date_from" text not null, "date_to" text not null, "start_time" text null, "end_time" text null, "is_available" boolean not null, "reason" text null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "calendar_exceptions_subject_id_date_to_index" on "calendar_exceptions" ("subject_id", "date_to");`,
    );

    this.addSql(
      `create table "audit_intents" ("id" text not null, "organization_id" text not null, "mandate_id" text not null, "agent_id" text not null, "action" text not null, "input_digest" text not null, "resource_id" text null, "request_id" text null, "ip_address" text null, "at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "audit_intents_at_index" on "audit_intents" ("at");`);

    this.addSql(
      `create table "audit_heads" ("organization_id" text not null, "seq" int not null, "hash" text not null, primary key ("organization_id"));`,
    );

    this.addSql(
      `create table "audit_entries" ("id" text not null, "organization_id" text not null, "mandate_id" text not null, "agent_id" text not null, "principal_id" text not null, "acting_for" text not null, "action" text not null, "action_input" jsonb null, "action_result" text not null, "failure_reason" text null, "resource_id" text null, "context" text not null, "at" bigint not null, "ip_address" text null, "request_id" text null, "confirmation_id" text null, "seq" int not null, "prev_hash" text not null, "hash" text not null, "intent_id" text null, "position" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "audit_entries" add constraint "audit_entries_intent_id_unique" unique ("intent_id");`);
    this.addSql(
      `create index "audit_entries_organization_id_principal_id_position_index" on "audit_entries" ("organization_id", "principal_id", "position");`,
    );
    this.addSql(
      `create index "audit_entries_organization_id_agent_id_resource_id_index" on "audit_entries" ("organization_id", "agent_id", "resource_id");`,
    );
    this.addSql(
      `alter table "audit_entries" add constraint "audit_entries_mandate_id_seq_unique" unique ("mandate_id", "seq");`,
    );
    this.addSql(
      `alter table "audit_entries" add constraint "audit_entries_organization_id_position_unique" unique ("organization_id", "position");`,
    );

    this.addSql(
      `create table "audit_anchors" ("organization_id" text not null, "seq" int not null, "mandate_id" text not null, "entry_seq" int not null, "entry_hash" text not null, "prev_hash" text not null, "hash" text not null, primary key ("organization_id", "seq"));`,
    );

    this.addSql(
      `create table "payment_intents" ("id" text not null, "organization_id" text not null, "client_id" text not null, "payer_id" text null, "offer_id" text not null, "currency" text not null, "amount_minor" bigint not null, "state" text not null, "expires_at" bigint not null, "settled_at" bigint null, "payment_id" text null, "session_id" text null, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "payment_intents_organization_id_client_id_offer_id_state_index" on "payment_intents" ("organization_id", "client_id", "offer_id", "state");`,
    );

    this.addSql(
      `create table "providers" ("id" text not null, "organization_id" text not null, "name" text not null, "email" text null, "specialties" jsonb not null, "credentials" jsonb not null, "profile_id" text null, "timezone" text null, "priority" int not null default 0, "last_assigned_at" bigint null, "no_show_count" int not null default 0, "active" boolean not null default true, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "providers_organization_id_active_index" on "providers" ("organization_id", "active");`);

    this.addSql(
      `create table "offer_providers" ("offer_id" text not null, "provider_id" text not null, "organization_id" text not null, primary key ("offer_id", "provider_id"));`,
    );
    this.addSql(`create index "offer_providers_provider_id_index" on "offer_providers" ("provider_id");`);

    this.addSql(
      `create table "provider_availability" ("id" text not null, "organization_id" text not null, "provider_id" text not null, "day_of_week" int not null, "start_time" text not null, "end_time" text not null, "is_available" boolean not null default true, "timezone" text null, "block_order" int not null default 0, primary key ("id"));`,
    );
    this.addSql(
      `alter table "provider_availability" add constraint "provider_availability_provider_id_day_of_week_blo_cc3f9_unique" unique ("provider_id", "day_of_week", "block_order");`,
    );

    this.addSql(
      `create table "provider_profiles" ("id" text not null, "organization_id" text not null, "provider_id" text not null, "display_name" text not null, "slug" text not null, "version" int not null, "created_at" bigint not null, "updated_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "provider_profiles" add constraint "provider_profiles_provider_id_unique" unique ("provider_id");`,
    );
    this.addSql(
      `alter table "provider_profiles" add constraint "provider_profiles_organization_id_slug_unique" unique ("organization_id", "slug");`,
    );

    this.addSql(
      `create table "provider_attributes" ("attribute_id" text not null, "version" int not null, "organization_id" text not null, "profile_id" text not null, "category" text not null, "key" text not null, "content" jsonb not null, "origin" text not null, "confidence" double precision null, "evidence_count" int null, "verified_by" text null, "verified_at" bigint null, "visibility" text not null, "valid_from" bigint null, "valid_until" bigint null, "updated_at" bigint not null, "replaced_at" bigint null, primary key ("attribute_id", "version"));`,
    );
    this.addSql(
      `create index "provider_attributes_profile_id_replaced_at_index" on "provider_attributes" ("profile_id", "replaced_at");`,
    );
    this.addSql(
      `alter table "provider_attributes" add constraint "provider_attributes_profile_id_key_version_unique" unique ("profile_id", "key", "version");`,
    );

    this.addSql(
      `create table "publication_consents" ("id" text not null, "organization_id" text not null, "member_id" text not null, "discoverable" boolean not null, "at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "publication_consents_organization_id_at_index" on "publication_consents" ("organization_id", "at");`,
    );

    this.addSql(
      `create table "public_decisions" ("id" text not null, "organization_id" text not null, "at" bigint not null, "address_hash" text null, "operation" text not null, "outcome" text not null, "session_id" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "public_decisions_organization_id_at_index" on "public_decisions" ("organization_id", "at");`,
    );
    this.addSql(`create index "public_decisions_session_id_index" on "public_decisions" ("session_id");`);

    this.addSql(
      `create table "resources" ("id" text not null, "organization_id" text not null, "name" text not null, "type" text not null, "capacity" int not null default 1, "buffer_minutes" int not null default 0, "equipment" jsonb not null, "location" text null, "rules" jsonb null, "timezone" text null, "is_active" boolean not null default true, "created_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "resources_organization_id_is_active_index" on "resources" ("organization_id", "is_active");`,
    );

    this.addSql(
      `create table "resource_availability" ("id" text not null, "organization_id" text not null, "resource_id" text not null, "day_of_week" int not null, "start_time" text not null, "end_time" text not null, "is_available" boolean not null default true, "timezone" text null, "block_order" int not null default 0, primary key ("id"));`,
    );
    this.addSql(
      `alter table "resource_availability" add constraint "resource_availability_resource_id_day_of_week_blo_1ab31_unique" unique ("resource_id", "day_of_week", "block_order");`,
    );

    this.addSql(
      `create table "sales" ("id" text not null, "organization_id" text not null, "client_id" text not null, "payer_id" text null, "offer_id" text null, "provider_id" text null, "order_id" text null, "schedule_key" text null, "quantity" int not null, "currency" text not null, "unit_price_minor" bigint not null, "total_minor" bigint not null, "paid_minor" bigint not null, "forgiven_minor" bigint not null, "due_minor" bigint not null, "status" text not null, "purpose" text not null, "transactional" boolean not null default true, "created_at" bigint not null, "due_at" bigint null, "voided_at" bigint null, primary key ("id"));`,
    );
    this.addSql(
      `create index "sales_organization_id_client_id_created_at_index" on "sales" ("organization_id", "client_id", "created_at");`,
    );
    this.addSql(`create index "sales_organization_id_created_at_index" on "sales" ("organization_id", "created_at");`);
    this.addSql(
      `alter table "sales" add constraint "sales_order_id_schedule_key_unique" unique ("order_id", "schedule_key");`,
    );

    this.addSql(
      `create table "security_log" ("id" text not null, "organization_id" text not null, "credential_id" text not null, "agent_id" text null, "mandate_id" text null, "action" text not null, "action_input" jsonb null, "failure_reason" text not null, "at" bigint not null, "ip_address" text null, "request_id" text null, primary key ("id"));`,
    );
    this.addSql(`create index "security_log_organization_id_at_index" on "security_log" ("organization_id", "at");`);

    this.addSql(
      `create table "service_orders" ("id" text not null, "organization_id" text not null, "client_id" text not null, "payer_id" text not null, "visibility" text not null, "state" text not null, "version" int not null, "transition_count" int not null, "last_transition_at" bigint not null, "scope" jsonb not null, "term" jsonb not null, "pricing" jsonb not null, "payment_schedule" jsonb not null, "starts_at" bigint not null, "ends_at" bigint null, "activated_at" bigint null, "periods_passed" int not null default 0, "periods_billed" int not null default 0, "booking_count" int not null default 0, "created_at" bigint not null, "updated_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "service_orders_organization_id_created_at_index" on "service_orders" ("organization_id", "created_at");`,
    );
    this.addSql(
      `create index "service_orders_organization_id_client_id_created_at_index" on "service_orders" ("organization_id", "client_id", "created_at");`,
    );
    this.addSql(
      `create index "service_orders_organization_id_payer_id_index" on "service_orders" ("organization_id", "payer_id");`,
    );
    this.addSql(
      `create index "service_orders_organization_id_state_created_at_index" on "service_orders" ("organization_id", "state", "created_at");`,
    );

    this.addSql(
      `create table "order_transitions" ("order_id" text not null, "seq" int not null, "organization_id" text not null, "from_state" text null, "to_state" text not null, "at" bigint not null, "by" text not null, "method" text not null, "metadata" jsonb not null, primary key ("order_id", "seq"));`,
    );

    this.addSql(
      `create table "sessions" ("id" text not null, "organization_id" text not null, "offer_id" text not null, "provider_id" text not null, "client_id" text not null, "resource_id" text null, "series_id" text null, "order_id" text null, "previous_session_id" text null, "state" text not null, "version" int not null, "transition_count" int not null, "last_transition_at" bigint not null, "type" text not null, "vertical" text not null, "name" text not null, "requirements" jsonb not null, "visibility" text not null, "duration_minutes" int not null, "location" jsonb null, "requested_at" bigint not null, "starts_at" bigint not null, "ends_at" bigint not null, "occupied_until" bigint not null, "scheduled_for" bigint null, "hold_expires_at" bigint null, "checkin_at" bigint null, "checkout_at" bigint null, "duration_actual_minutes" int null, "delivered_at" bigint null, "verification_deadline" bigint null, "currency" text not null, "price_minor" bigint not null, "amount_minor" bigint not null, "payer_id" text null, "billing_status" text not null, "billing_status_before_dispute" text null, "charged_at" bigint null, "payment_id" text null, "tax_document" text null, "contract_version" int not null, "contract" jsonb not null, "documentation" jsonb null, "submission" jsonb null, "human_intent_confirmed" boolean not null default false, "created_at" bigint not null, "updated_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "sessions_organization_id_starts_at_index" on "sessions" ("organization_id", "starts_at");`,
    );
    this.addSql(
      `create index "sessions_organization_id_state_starts_at_index" on "sessions" ("organization_id", "state", "starts_at");`,
    );
    this.addSql(
      `create index "sessions_provider_id_occupied_until_starts_at_index" on "sessions" ("provider_id", "occupied_until", "starts_at");`,
    );
    this.addSql(
      `create index "sessions_client_id_occupied_until_starts_at_index" on "sessions" ("client_id", "occupied_until", "starts_at");`,
    );
    this.addSql(
      `create index "sessions_resource_id_occupied_until_starts_at_index" on "sessions" ("resource_id", "occupied_until", "starts_at");`,
    );
    this.addSql(`create index "sessions_offer_id_index" on "sessions" ("offer_id");`);
    this.addSql(`create index "sessions_order_id_index" on "sessions" ("order_id");`);
    this.addSql(`create index "sessions_series_id_index" on "sessions" ("series_id");`);

    this.addSql(
      `create table "sale_sessions" ("sale_id" text not null, "session_id" text not null, "organization_id" text not null, primary key ("sale_id", "session_id"));`,
    );
    this.addSql(`create index "sale_sessions_session_id_index" on "sale_sessions" ("session_id");`);

    this.addSql(
      `create table "public_bookings" ("session_id" text not null, "organization_id" text not null, "confirmation_prefix" text not null, "confirmation_hash" text not null, "confirmation_expires_at" bigint not null, "confirmation_used_at" bigint null, "token_prefix" text not null, "token_hash" text not null, "token_expires_at" bigint not null, "provider_named" boolean not null, "created_at" bigint not null, primary key ("session_id"));`,
    );
    this.addSql(
      `alter table "public_bookings" add constraint "public_bookings_confirmation_prefix_unique" unique ("confirmation_prefix");`,
    );
    this.addSql(
      `alter table "public_bookings" add constraint "public_bookings_token_prefix_unique" unique ("token_prefix");`,
    );

    this.addSql(
      `create table "payments" ("id" text not null, "organization_id" text not null, "sale_id" text null, "session_id" text null, "client_id" text not null, "payer_id" text null, "currency" text not null, "amount_minor" bigint not null, "method" text not null, "reference" text null, "actor" jsonb null, "recorded_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "payments_sale_id_recorded_at_index" on "payments" ("sale_id", "recorded_at");`);
    this.addSql(`create index "payments_session_id_index" on "payments" ("session_id");`);
    this.addSql(
      `create index "payments_organization_id_client_id_recorded_at_index" on "payments" ("organization_id", "client_id", "recorded_at");`,
    );

    this.addSql(
      `create table "order_sessions" ("session_id" text not null, "order_id" text not null, "organization_id" text not null, "seq" int not null, "catalogue_minor" bigint not null, "rate_minor" bigint null, primary key ("session_id"));`,
    );
    this.addSql(
      `alter table "order_sessions" add constraint "order_sessions_order_id_seq_unique" unique ("order_id", "seq");`,
    );

    this.addSql(
      `create table "exception_records" ("id" text not null, "organization_id" text not null, "session_id" text not null, "type" text not null, "at" bigint not null, "initiated_by" text not null, "resolution" text null, "resolved_at" bigint null, "details" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "exception_records_session_id_at_index" on "exception_records" ("session_id", "at");`);
    this.addSql(
      `create index "exception_records_organization_id_type_resolved_at_index" on "exception_records" ("organization_id", "type", "resolved_at");`,
    );

    this.addSql(
      `create table "evidence" ("id" text not null, "organization_id" text not null, "session_id" text not null, "type" text not null, "kind" text null, "captured_at" bigint not null, "actor_type" text not null, "actor_id" text not null, "recorded_by" text null, "method" text null, "data_sensitivity" text not null, "data" jsonb null, "sealed_data" text null, "recorded_at" bigint not null, primary key ("id"));`,
    );
    this.addSql(`create index "evidence_session_id_captured_at_index" on "evidence" ("session_id", "captured_at");`);
    this.addSql(
      `create index "evidence_organization_id_recorded_at_index" on "evidence" ("organization_id", "recorded_at");`,
    );

    this.addSql(
      `create table "evidence_accesses" ("id" text not null, "organization_id" text not null, "session_id" text not null, "evidence_id" text not null, "subject_type" text not null, "subject_id" text not null, "credential_id" text not null, "operation" text not null, "at" bigint not null, "address" text null, "request_id" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "evidence_accesses_session_id_at_index" on "evidence_accesses" ("session_id", "at");`);

    this.addSql(
      `create table "acknowledgements" ("id" text not null, "organization_id" text not null, "session_id" text not null, "party" text not null, "by" text not null, "source" text not null, "at" bigint not null, "cleared_at" bigint null, primary key ("id"));`,
    );
    this.addSql(
      `create index "acknowledgements_session_id_party_at_index" on "acknowledgements" ("session_id", "party", "at");`,
    );

    this.addSql(
      `create table "settlement_events" ("id" text not null, "organization_id" text not null, "type" text not null, "sale_id" text null, "session_id" text null, "order_id" text null, "client_id" text null, "currency" text not null, "amount_minor" bigint not null, "forgiven_minor" bigint not null, "at" bigint not null, "by" text not null, "details" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "settlement_events_organization_id_client_id_at_index" on "settlement_events" ("organization_id", "client_id", "at");`,
    );
    this.addSql(`create index "settlement_events_sale_id_index" on "settlement_events" ("sale_id");`);
    this.addSql(`create index "settlement_events_session_id_index" on "settlement_events" ("session_id");`);
    this.addSql(`create index "settlement_events_order_id_index" on "settlement_events" ("order_id");`);

    this.addSql(
      `create table "transitions" ("session_id" text not null, "seq" int not null, "organization_id" text not null, "from_state" text null, "to_state" text not null, "at" bigint not null, "by" text not null, "method" text not null, "metadata" jsonb not null, primary key ("session_id", "seq"));`,
    );
    this.addSql(`create index "transitions_organization_id_at_index" on "transitions" ("organization_id", "at");`);

    this.addSql(
      `create table "webhook_subscriptions" ("id" text not null, "organization_id" text not null, "url" text not null, "subscribed_events" jsonb not null, "filters" jsonb null, "active" boolean not null default true, "consecutive_failures" int not null default 0, "sealed_secret" text not null, "secret_rotated_at" bigint null, "created_at" bigint not null, "updated_at" bigint not null, "last_delivery_at" bigint null, "last_successful_delivery_at" bigint null, "deactivated_at" bigint null, "deactivated_reason" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "webhook_subscriptions_organization_id_created_at_index" on "webhook_subscriptions" ("organization_id", "created_at");`,
    );

    this.addSql(
      `create table "webhook_deliveries" ("id" text not null, "organization_id" text not null, "subscription_id" text not null, "event_id" text not null, "event_type" text not null, "emitted_at" bigint not null, "body" text not null, "status" text not null, "attempts" int not null default 0, "created_at" bigint not null, "next_attempt_at" bigint null, "claimed_until" bigint null, "last_attempt_at" bigint null, "delivered_at" bigint null, "response_status" int null, "response_body" text null, primary key ("id"));`,
    );
    this.addSql(`create index "webhook_deliveries_next_attempt_at_index" on "webhook_deliveries" ("next_attempt_at");`);
    this.addSql(
      `create index "webhook_deliveries_subscription_id_next_attempt_at_index" on "webhook_deliveries" ("subscription_id", "next_attempt_at");`,
    );

    this.addSql(
      `alter table "offers" add constraint "offers_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "notices" add constraint "notices_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "members" add constraint "members_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "mandates" add constraint "mandates_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "mandate_actions" add constraint "mandate_actions_mandate_id_foreign" foreign key ("mandate_id") references "mandates" ("id");`,
    );
    this.addSql(
      `alter table "mandate_actions" add constraint "mandate_actions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "event_counters" add constraint "event_counters_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "events" add constraint "events_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "credentials" add constraint "credentials_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "contracts" add constraint "contracts_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "contracts" add constraint "contracts_offer_id_foreign" foreign key ("offer_id") references "offers" ("id");`,
    );

    this.addSql(
      `alter table "confirmation_requests" add constraint "confirmation_requests_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "confirmation_requests" add constraint "confirmation_requests_mandate_id_foreign" foreign key ("mandate_id") references "mandates" ("id");`,
    );

    this.addSql(
      `alter table "clients" add constraint "clients_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "calendar_exceptions" add constraint "calendar_exceptions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "audit_intents" add constraint "audit_intents_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "audit_intents" add constraint "audit_intents_mandate_id_foreign" foreign key ("mandate_id") references "mandates" ("id");`,
    );

    this.addSql(
      `alter table "audit_heads" add constraint "audit_heads_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "audit_entries" add constraint "audit_entries_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "audit_entries" add constraint "audit_entries_mandate_id_foreign" foreign key ("mandate_id") references "mandates" ("id");`,
    );

    this.addSql(
      `alter table "audit_anchors" add constraint "audit_anchors_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "payment_intents" add constraint "payment_intents_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "payment_intents" add constraint "payment_intents_client_id_foreign" foreign key ("client_id") references "clients" ("id");`,
    );
    this.addSql(
      `alter table "payment_intents" add constraint "payment_intents_offer_id_foreign" foreign key ("offer_id") references "offers" ("id");`,
    );

    this.addSql(
      `alter table "providers" add constraint "providers_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "offer_providers" add constraint "offer_providers_offer_id_foreign" foreign key ("offer_id") references "offers" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "offer_providers" add constraint "offer_providers_provider_id_foreign" foreign key ("provider_id") references "providers" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "offer_providers" add constraint "offer_providers_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "provider_availability" add constraint "provider_availability_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "provider_availability" add constraint "provider_availability_provider_id_foreign" foreign key ("provider_id") references "providers" ("id");`,
    );

    this.addSql(
      `alter table "provider_profiles" add constraint "provider_profiles_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "provider_profiles" add constraint "provider_profiles_provider_id_foreign" foreign key ("provider_id") references "providers" ("id");`,
    );

    this.addSql(
      `alter table "provider_attributes" add constraint "provider_attributes_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "provider_attributes" add constraint "provider_attributes_profile_id_foreign" foreign key ("profile_id") references "provider_profiles" ("id");`,
    );

    this.addSql(
      `alter table "publication_consents" add constraint "publication_consents_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "publication_consents" add constraint "publication_consents_member_id_foreign" foreign key ("member_id") references "members" ("id");`,
    );

    this.addSql(
      `alter table "public_decisions" add constraint "public_decisions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "resources" add constraint "resources_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "resource_availability" add constraint "resource_availability_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "resource_availability" add constraint "resource_availability_resource_id_foreign" foreign key ("resource_id") references "resources" ("id");`,
    );

    this.addSql(
      `alter table "sales" add constraint "sales_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "sales" add constraint "sales_client_id_foreign" foreign key ("client_id") references "clients" ("id");`,
    );
    this.addSql(
      `alter table "sales" add constraint "sales_offer_id_foreign" foreign key ("offer_id") references "offers" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "sales" add constraint "sales_provider_id_foreign" foreign key ("provider_id") references "providers" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "security_log" add constraint "security_log_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "service_orders" add constraint "service_orders_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "service_orders" add constraint "service_orders_client_id_foreign" foreign key ("client_id") references "clients" ("id");`,
    );

    this.addSql(
      `alter table "order_transitions" add constraint "order_transitions_order_id_foreign" foreign key ("order_id") references "service_orders" ("id");`,
    );
    this.addSql(
      `alter table "order_transitions" add constraint "order_transitions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "sessions" add constraint "sessions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_offer_id_foreign" foreign key ("offer_id") references "offers" ("id");`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_provider_id_foreign" foreign key ("provider_id") references "providers" ("id");`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_client_id_foreign" foreign key ("client_id") references "clients" ("id");`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_resource_id_foreign" foreign key ("resource_id") references "resources" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "sale_sessions" add constraint "sale_sessions_sale_id_foreign" foreign key ("sale_id") references "sales" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "sale_sessions" add constraint "sale_sessions_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "sale_sessions" add constraint "sale_sessions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "public_bookings" add constraint "public_bookings_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "public_bookings" add constraint "public_bookings_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "payments" add constraint "payments_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "payments" add constraint "payments_sale_id_foreign" foreign key ("sale_id") references "sales" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "payments" add constraint "payments_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "payments" add constraint "payments_client_id_foreign" foreign key ("client_id") references "clients" ("id");`,
    );

    this.addSql(
      `alter table "order_sessions" add constraint "order_sessions_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "order_sessions" add constraint "order_sessions_order_id_foreign" foreign key ("order_id") references "service_orders" ("id");`,
    );
    this.addSql(
      `alter table "order_sessions" add constraint "order_sessions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "exception_records" add constraint "exception_records_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "exception_records" add constraint "exception_records_session_id_foreign" foreign key ("session_id") references "sessions" ("id");`,
    );

    this.addSql(
      `alter table "evidence" add constraint "evidence_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_session_id_foreign" foreign key ("session_id") references "sessions" ("id");`,
    );

    this.addSql(
      `alter table "evidence_accesses" add constraint "evidence_accesses_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "evidence_accesses" add constraint "evidence_accesses_evidence_id_foreign" foreign key ("evidence_id") references "evidence" ("id");`,
    );

    this.addSql(
      `alter table "acknowledgements" add constraint "acknowledgements_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "acknowledgements" add constraint "acknowledgements_session_id_foreign" foreign key ("session_id") references "sessions" ("id");`,
    );

    this.addSql(
      `alter table "settlement_events" add constraint "settlement_events_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "transitions" add constraint "transitions_session_id_foreign" foreign key ("session_id") references "sessions" ("id");`,
    );
    this.addSql(
      `alter table "transitions" add constraint "transitions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "webhook_subscriptions" add constraint "webhook_subscriptions_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );

    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_subscription_id_foreign" foreign key ("subscription_id") references "webhook_subscriptions" ("id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "offers" drop constraint "offers_organization_id_foreign";`);
    this.addSql(`alter table "notices" drop constraint "notices_organization_id_foreign";`);
    this.addSql(`alter table "members" drop constraint "members_organization_id_foreign";`);
    this.addSql(`alter table "mandates" drop constraint "mandates_organization_id_foreign";`);
    this.addSql(`alter table "mandate_actions" drop constraint "mandate_actions_organization_id_foreign";`);
    this.addSql(`alter table "event_counters" drop constraint "event_counters_organization_id_foreign";`);
    this.addSql(`alter table "events" drop constraint "events_organization_id_foreign";`);
    this.addSql(`alter table "credentials" drop constraint "credentials_organization_id_foreign";`);
    this.addSql(`alter table "contracts" drop constraint "contracts_organization_id_foreign";`);
    this.addSql(`alter table "confirmation_requests" drop constraint "confirmation_requests_organization_id_foreign";`);
    this.addSql(`alter table "clients" drop constraint "clients_organization_id_foreign";`);
    this.addSql(`alter table "calendar_exceptions" drop constraint "calendar_exceptions_organization_id_foreign";`);
    this.addSql(`alter table "audit_intents" drop constraint "audit_intents_organization_id_foreign";`);
    this.addSql(`alter table "audit_heads" drop constraint "audit_heads_organization_id_foreign";`);
    this.addSql(`alter table "audit_entries" drop constraint "audit_entries_organization_id_foreign";`);
    this.addSql(`alter table "audit_anchors" drop constraint "audit_anchors_organization_id_foreign";`);
    this.addSql(`alter table "payment_intents" drop constraint "payment_intents_organization_id_foreign";`);
    this.addSql(`alter table "providers" drop constraint "providers_organization_id_foreign";`);
    this.addSql(`alter table "offer_providers" drop constraint "offer_providers_organization_id_foreign";`);
    this.addSql(`alter table "provider_availability" drop constraint "provider_availability_organization_id_foreign";`);
    this.addSql(`alter table "provider_profiles" drop constraint "provider_profiles_organization_id_foreign";`);
    this.addSql(`alter table "provider_attributes" drop constraint "provider_attributes_organization_id_foreign";`);
    this.addSql(`alter table "publication_consents" drop constraint "publication_consents_organization_id_foreign";`);
    this.addSql(`alter table "public_decisions" drop constraint "public_decisions_organization_id_foreign";`);
    this.addSql(`alter table "resources" drop constraint "resources_organization_id_foreign";`);
    this.addSql(`alter table "resource_availability" drop constraint "resource_availability_organization_id_foreign";`);
    this.addSql(`alter table "sales" drop constraint "sales_organization_id_foreign";`);
    this.addSql(`alter table "security_log" drop constraint "security_log_organization_id_foreign";`);
    this.addSql(`alter table "service_orders" drop constraint "service_orders_organization_id_foreign";`);
    this.addSql(`alter table "order_transitions" drop constraint "order_transitions_organization_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_organization_id_foreign";`);
    this.addSql(`alter table "sale_sessions" drop constraint "sale_sessions_organization_id_foreign";`);
    this.addSql(`alter table "public_bookings" drop constraint "public_bookings_organization_id_foreign";`);
    this.addSql(`alter table "payments" drop constraint "payments_organization_id_foreign";`);
    this.addSql(`alter table "order_sessions" drop constraint "order_sessions_organization_id_foreign";`);
    this.addSql(`alter table "exception_records" drop constraint "exception_records_organization_id_foreign";`);
    this.addSql(`alter table "evidence" drop constraint "evidence_organization_id_foreign";`);
    this.addSql(`alter table "evidence_accesses" drop constraint "evidence_accesses_organization_id_foreign";`);
    this.addSql(`alter table "acknowledgements" drop constraint "acknowledgements_organization_id_foreign";`);
    this.addSql(`alter table "settlement_events" drop constraint "settlement_events_organization_id_foreign";`);
    this.addSql(`alter table "transitions" drop constraint "transitions_organization_id_foreign";`);
    this.addSql(`alter table "webhook_subscriptions" drop constraint "webhook_subscriptions_organization_id_foreign";`);
    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_organization_id_foreign";`);
    this.addSql(`alter table "contracts" drop constraint "contracts_offer_id_foreign";`);
    this.addSql(`alter table "payment_intents" drop constraint "payment_intents_offer_id_foreign";`);
    this.addSql(`alter table "offer_providers" drop constraint "offer_providers_offer_id_foreign";`);
    this.addSql(`alter table "sales" drop constraint "sales_offer_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_offer_id_foreign";`);
    this.addSql(`alter table "publication_consents" drop constraint "publication_consents_member_id_foreign";`);
    this.addSql(`alter table "mandate_actions" drop constraint "mandate_actions_mandate_id_foreign";`);
    this.addSql(`alter table "confirmation_requests" drop constraint "confirmation_requests_mandate_id_foreign";`);
    this.addSql(`alter table "audit_intents" drop constraint "audit_intents_mandate_id_foreign";`);
    this.addSql(`alter table "audit_entries" drop constraint "audit_entries_mandate_id_foreign";`);
    this.addSql(`alter table "payment_intents" drop constraint "payment_intents_client_id_foreign";`);
    this.addSql(`alter table "sales" drop constraint "sales_client_id_foreign";`);
    this.addSql(`alter table "service_orders" drop constraint "service_orders_client_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_client_id_foreign";`);
    this.addSql(`alter table "payments" drop constraint "payments_client_id_foreign";`);
    this.addSql(`alter table "offer_providers" drop constraint "offer_providers_provider_id_foreign";`);
    this.addSql(`alter table "provider_availability" drop constraint "provider_availability_provider_id_foreign";`);
    this.addSql(`alter table "provider_profiles" drop constraint "provider_profiles_provider_id_foreign";`);
    this.addSql(`alter table "sales" drop constraint "sales_provider_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_provider_id_foreign";`);
    this.addSql(`alter table "provider_attributes" drop constraint "provider_attributes_profile_id_foreign";`);
    this.addSql(`alter table "resource_availability" drop constraint "resource_availability_resource_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_resource_id_foreign";`);
    this.addSql(`alter table "sale_sessions" drop constraint "sale_sessions_sale_id_foreign";`);
    this.addSql(`alter table "payments" drop constraint "payments_sale_id_foreign";`);
    this.addSql(`alter table "order_transitions" drop constraint "order_transitions_order_id_foreign";`);
    this.addSql(`alter table "order_sessions" drop constraint "order_sessions_order_id_foreign";`);
    this.addSql(`alter table "sale_sessions" drop constraint "sale_sessions_session_id_foreign";`);
    this.addSql(`alter table "public_bookings" drop constraint "public_bookings_session_id_foreign";`);
    this.addSql(`alter table "payments" drop constraint "payments_session_id_foreign";`);
    this.addSql(`alter table "order_sessions" drop constraint "order_sessions_session_id_foreign";`);
    this.addSql(`alter table "exception_records" drop constraint "exception_records_session_id_foreign";`);
    this.addSql(`alter table "evidence" drop constraint "evidence_session_id_foreign";`);
    this.addSql(`alter table "acknowledgements" drop constraint "acknowledgements_session_id_foreign";`);
    this.addSql(`alter table "transitions" drop constraint "transitions_session_id_foreign";`);
    this.addSql(`alter table "evidence_accesses" drop constraint "evidence_accesses_evidence_id_foreign";`);
    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_subscription_id_foreign";`);

    this.addSql(`drop table if exists "deadlines" cascade;`);
    this.addSql(`drop table if exists "idempotency_records" cascade;`);
    this.addSql(`drop table if exists "organizations" cascade;`);
    this.addSql(`drop table if exists "offers" cascade;`);
    this.addSql(`drop table if exists "notices" cascade;`);
    this.addSql(`drop table if exists "members" cascade;`);
    this.addSql(`drop table if exists "mandates" cascade;`);
    this.addSql(`drop table if exists "mandate_actions" cascade;`);
    this.addSql(`drop table if exists "event_counters" cascade;`);
    this.addSql(`drop table if exists "events" cascade;`);
    this.addSql(`drop table if exists "credentials" cascade;`);
    this.addSql(`drop table if exists "contracts" cascade;`);
    this.addSql(`drop table if exists "confirmation_requests" cascade;`);
    this.addSql(`drop table if exists "clients" cascade;`);
    this.addSql(`drop table if exists "calendar_exceptions" cascade;`);
    this.addSql(`drop table if exists "audit_intents" cascade;`);
    this.addSql(`drop table if exists "audit_heads" cascade;`);
    this.addSql(`drop table if exists "audit_entries" cascade;`);
    this.addSql(`drop table if exists "audit_anchors" cascade;`);
    this.addSql(`drop table if exists "payment_intents" cascade;`);
    this.addSql(`drop table if exists "providers" cascade;`);
    this.addSql(`drop table if exists "offer_providers" cascade;`);
    this.addSql(`drop table if exists "provider_availability" cascade;`);
    this.addSql(`drop table if exists "provider_profiles" cascade;`);
    this.addSql(`drop table if exists "provider_attributes" cascade;`);
    this.addSql(`drop table if exists "publication_consents" cascade;`);
    this.addSql(`drop table if exists "public_decisions" cascade;`);
    this.addSql(`drop table if exists "resources" cascade;`);
    this.addSql(`drop table if exists "resource_availability" cascade;`);
    this.addSql(`drop table if exists "sales" cascade;`);
    this.addSql(`drop table if exists "security_log" cascade;`);
    this.addSql(`drop table if exists "service_orders" cascade;`);
    this.addSql(`drop table if exists "order_transitions" cascade;`);
    this.addSql(`drop table if exists "sessions" cascade;`);
    this.addSql(`drop table if exists "sale_sessions" cascade;`);
    this.addSql(`drop table if exists "public_bookings" cascade;`);
    this.addSql(`drop table if exists "payments" cascade;`);
    this.addSql(`drop table if exists "order_sessions" cascade;`);
    this.addSql(`drop table if exists "exception_records" cascade;`);
    this.addSql(`drop table if exists "evidence" cascade;`);
    this.addSql(`drop table if exists "evidence_accesses" cascade;`);
    this.addSql(`drop table if exists "acknowledgements" cascade;`);
    this.addSql(`drop table if exists "settlement_events" cascade;`);
    this.addSql(`drop table if exists "transitions" cascade;`);
    this.addSql(`drop table if exists "webhook_subscriptions" cascade;`);
    this.addSql(`drop table if exists "webhook_deliveries" cascade;`);
  }
}

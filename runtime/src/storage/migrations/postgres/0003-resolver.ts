import { Migration } from "@mikro-orm/migrations";

/** The registrations that this node answers for as a resolver, and the resolvers that its organizations are in. */
export class Resolver extends Migration {
  override name = "0003-resolver";

  override up(): void {
    this.addSql(
      `create table "registrations" ("slug" text not null, "country" text not null, "name" text not null, "legal_name" text not null, "verticals" jsonb not null, "vertical_keys" text not null, "mcp_url" text null, "rest_url" text null, "health_url" text null, "contact_email" text null, "website" text null, "tax_id" text null, "holder_id" text not null, "score" int not null, "registered_at" bigint not null, "last_seen_at" bigint null, primary key ("slug"));`,
    );
    this.addSql(`create index "registrations_country_score_index" on "registrations" ("country", "score");`);
    this.addSql(`create index "registrations_holder_id_index" on "registrations" ("holder_id");`);
    this.addSql(
      `create table "registration_events" ("id" text not null, "slug" text not null, "kind" text not null, "at" bigint not null, "credential_id" text not null, "detail" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "registration_events_slug_at_index" on "registration_events" ("slug", "at");`);
    this.addSql(
      `create table "resolver_links" ("id" text not null, "organization_id" text not null, "resolver_url" text not null, "sealed_key" text not null, "metrics_enabled" boolean not null default false, "created_at" bigint not null, "next_attempt_at" bigint null, "claimed_until" bigint null, "failures" int not null default 0, "last_sent_at" bigint null, "last_answer" text null, primary key ("id"));`,
    );
    this.addSql(`create index "resolver_links_next_attempt_at_index" on "resolver_links" ("next_attempt_at");`);
    this.addSql(
      `alter table "resolver_links" add constraint "resolver_links_organization_id_resolver_url_unique" unique ("organization_id", "resolver_url");`,
    );
    this.addSql(
      `alter table "registrations" add constraint "registrations_holder_id_foreign" foreign key ("holder_id") references "organizations" ("id");`,
    );
    this.addSql(
      `alter table "resolver_links" add constraint "resolver_links_organization_id_foreign" foreign key ("organization_id") references "organizations" ("id");`,
    );
    this.addSql(
      `create trigger "registration_events_no_change" before update or delete on "registration_events" for each row execute function refuse_audit_change();`,
    );
    this.addSql(
      `create trigger "registration_events_no_truncate" before truncate on "registration_events" for each statement execute function refuse_audit_change();`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "resolver_links" cascade;`);
    this.addSql(`drop table if exists "registration_events" cascade;`);
    this.addSql(`drop table if exists "registrations" cascade;`);
  }
}

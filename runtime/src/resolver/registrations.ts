import { notFound, ProtocolError } from "../errors.ts";
import { newId } from "../ids.ts";
import { actorOf, credentialOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { Tx } from "../storage/open-database.ts";
import type { RegistrationEventRow, RegistrationRow } from "../storage/rows.ts";

/** An organization as a resolver's path names it. */
export interface Named {
  readonly country: string;
  readonly org_slug: string;
}

/** @throws {ProtocolError} `NOT_FOUND` when nobody has registered this slug in this country */
export async function findRegistration({ db }: Tx, { country, org_slug }: Named): Promise<RegistrationRow> {
  const row = await db
    .selectFrom("registrations")
    .selectAll()
    .where("slug", "=", org_slug)
    .where("country", "=", country)
    .executeTakeFirst();
  if (!row) throw notFound("registration");
  return row;
}

/**
 * A registration that the caller's account made.
 * @throws {ProtocolError} `NOT_FOUND`, also for somebody else's (errata M-15 and R-03)
 */
export async function findHeldRegistration(context: OperationContext, named: Named): Promise<RegistrationRow> {
  requireAccount(context);
  const row = await findRegistration(context.tx, named);
  if (row.holderId !== credentialOf(context.caller).organizationId) throw notFound("registration of yours");
  return row;
}

/** Registrations are an organization's: neither its providers nor its clients make or move them. @throws {ProtocolError} `FORBIDDEN` */
export function requireAccount({ caller }: OperationContext): void {
  if (actorOf(caller).type === "organization") return;
  throw new ProtocolError("FORBIDDEN", { detail: "This takes a credential of the organization." });
}

/**
 * @throws {ProtocolError} `CONFLICT` when somebody has registered the slug, or it is the slug of another organization of
 *   this node (erratum R-04)
 */
export async function requireFreeSlug({ tx, caller }: OperationContext, slug: string): Promise<void> {
  const registered = await tx.db.selectFrom("registrations").select("slug").where("slug", "=", slug).executeTakeFirst();
  const namesake = await tx.db
    .selectFrom("organizations")
    .select("id")
    .where("slug", "=", slug)
    .where("id", "!=", credentialOf(caller).organizationId)
    .executeTakeFirst();
  if (registered || namesake) {
    throw new ProtocolError("CONFLICT", {
      detail: `The slug ${slug} is taken. Endpoints are moved, not registered anew.`,
    });
  }
}

/** Writes down what happened to a registration, in the same transaction. */
export async function recordRegistrationEvent(
  { tx, clock, caller }: OperationContext,
  slug: string,
  { kind, detail }: { kind: RegistrationEventRow["kind"]; detail: JsonObject },
): Promise<void> {
  await tx.db
    .insertInto("registration_events")
    .values({
      id: newId("rge", clock),
      slug,
      kind,
      at: clock.now(),
      credentialId: credentialOf(caller).id,
      detail,
    })
    .execute();
}

/** A vertical as `verticalKeys` holds it, so that it is found whole and whatever its case. */
export function verticalKey(vertical: string): string {
  return `\n${vertical.toLowerCase().replaceAll("\n", " ")}\n`;
}

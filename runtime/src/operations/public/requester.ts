import type { PublicRequester } from "@servicialo/schema/0.8/types";
import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { ClientRow } from "../../storage/rows.ts";
import type { Lane } from "./lane.ts";

/** Stands for the part of a name that a person does not have: clients have two. */
const NO_NAME = "-";

/** The client who books, and whether it has to be stored first. */
export interface Requester {
  readonly client: ClientRow;
  readonly isNew: boolean;
}

/**
 * The client that a requester is: known by e-mail address, then by telephone; else a new one. What is known of a client
 * stays as it is, since nobody has shown to be that person.
 * @throws {ProtocolError} `VALIDATION_ERROR` for a name of nothing but spaces
 */
export async function clientFor(
  context: OperationContext,
  { organization }: Lane,
  requester: PublicRequester,
): Promise<Requester> {
  const [name, ...others] = requester.full_name.trim().split(/\s+/u);
  if (name === undefined || name === "") throw invalid("/requester/full_name", "Give the full name.");
  const email = requester.email?.toLowerCase() ?? null;
  const phone = requester.phone ?? null;
  const known =
    (await findBy(context, organization.id, ["email", email])) ??
    (await findBy(context, organization.id, ["phone", phone]));
  if (known) return { client: known, isNew: false };
  const client: ClientRow = {
    id: newId("cli", context.clock),
    organizationId: organization.id,
    email,
    phone,
    name,
    lastName: others.join(" ") || NO_NAME,
    defaultPayerId: null,
    titularProviderId: null,
    noShowCount: 0,
    createdAt: context.clock.now(),
  };
  return { client, isNew: true };
}

async function findBy(
  { tx }: OperationContext,
  organizationId: string,
  [column, value]: readonly ["email" | "phone", string | null],
): Promise<ClientRow | undefined> {
  if (value === null) return undefined;
  return tx.db
    .selectFrom("clients")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where(column, "=", value)
    .orderBy("createdAt")
    .orderBy("id")
    .executeTakeFirst();
}

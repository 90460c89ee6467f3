import type { Client } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import { invalid, ProtocolError, ProtocolErrors } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { ClientRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

type Input = Parameters<Handler<"clients.get_or_create">>[1];

/** Finds a client by mail, then by telephone, or creates one (operations 4.4). A client may only find itself. */
export const getOrCreate: Handler<"clients.get_or_create"> = async (context, input) => {
  const found = await find(context, input);
  const actor = actorOf(context.caller);
  if (actor.type === "client" && found?.id !== actor.id) {
    throw new ProtocolError("FORBIDDEN", { detail: "A client's credential reaches that client only." });
  }
  if (found) {
    const history_summary = await historyOf(context, found);
    return { id: found.id, attributes: { ...clientDocument(found), history_summary }, status: 200 };
  }
  const created = await create(context, input);
  return { id: created.id, attributes: clientDocument(created), status: 201 };
};

async function find({ tx, caller }: OperationContext, input: Input): Promise<ClientRow | undefined> {
  const { organizationId } = credentialOf(caller);
  for (const [column, value] of [
    ["email", input.email?.toLowerCase()],
    ["phone", input.phone],
  ] as const) {
    if (value === undefined) continue;
    const row = await tx.db
      .selectFrom("clients")
      .selectAll()
      .where("organizationId", "=", organizationId)
      .where(column, "=", value)
      .orderBy("createdAt")
      .executeTakeFirst();
    if (row) return row;
  }
  return undefined;
}

async function create(context: OperationContext, input: Input): Promise<ClientRow> {
  const missing = (["name", "last_name"] as const).filter((field) => input[field] === undefined);
  const [first, ...others] = missing.map((field) => invalid(`/${field}`, `A new client needs ${field}.`));
  if (first) throw new ProtocolErrors(first, ...others);
  const row: ClientRow = {
    id: newId("cli", context.clock),
    organizationId: credentialOf(context.caller).organizationId,
    email: input.email?.toLowerCase() ?? null,
    phone: input.phone ?? null,
    name: input.name ?? "",
    lastName: input.last_name ?? "",
    defaultPayerId: null,
    titularProviderId: null,
    noShowCount: 0,
    createdAt: context.clock.now(),
  };
  await context.tx.db.insertInto("clients").values(row).execute();
  return row;
}

function clientDocument(row: ClientRow): Client {
  return {
    id: row.id,
    organization_id: row.organizationId,
    ...(row.email !== null && { email: row.email }),
    ...(row.phone !== null && { phone: row.phone }),
    name: row.name,
    last_name: row.lastName,
    ...(row.defaultPayerId !== null && { default_payer_id: row.defaultPayerId }),
    no_show_count: row.noShowCount,
  };
}

async function historyOf({ tx }: OperationContext, client: ClientRow) {
  const { total, verified, last } = await tx.db
    .selectFrom("sessions")
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("total"),
      fn.sum<number>(eb.case().when("state", "=", "verified").then(1).else(0).end()).as("verified"),
      fn.max<number | null>("startsAt").as("last"),
    ])
    .where("clientId", "=", client.id)
    .executeTakeFirstOrThrow();
  return {
    sessions_total: Number(total),
    sessions_verified: Number(verified ?? 0),
    ...(last !== null && { last_session_at: isoInstant(Number(last)) }),
    no_show_count: client.noShowCount,
  };
}

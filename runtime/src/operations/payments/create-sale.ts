import { chargeSession } from "../../billing/charge-session.ts";
import { createSale } from "../../billing/create-sale.ts";
import { saleDocuments } from "../../billing/money-documents.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { invalidTransition, judgeState } from "../../lifecycle/judge-move.ts";
import { authorOf } from "../../lifecycle/move-session.ts";
import { readAmount } from "../../money.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { requireMoneyRole } from "./find-sale.ts";

type Input = Parameters<Handler<"payments.create_sale">>[1];

/** Charges documented sessions: the one named, else the oldest ones (D-22, D-36, SVC-PAY-001 to 003). */
export const createSaleForSessions: Handler<"payments.create_sale"> = async (context, input) => {
  requireMoneyRole(context, input.provider_id);
  const quantity = input.quantity ?? 1;
  const [first, ...others] =
    input.session_id === undefined
      ? await oldestDocumented(context, input, quantity)
      : [await namedSession(context, input)];
  if (!first) {
    await requireOwnIds(context, input);
    throw invalid("/service_id", "There is no documented session of this client, service and provider to charge.");
  }
  if (input.session_id !== undefined && quantity !== 1)
    throw invalid("/quantity", "With session_id the quantity is 1.");
  if (others.length + 1 < quantity) {
    throw invalid("/quantity", `Only ${others.length + 1} documented sessions can be charged.`);
  }
  const unitPriceMinor = readAmount(input.unit_price, first.currency, "/unit_price");
  const sale = await createSale(context, {
    sessions: [first, ...others],
    quantity,
    unitPriceMinor,
    purpose: "delivery",
  });
  const author = authorOf(actorOf(context.caller));
  for (const session of [first, ...others]) await chargeSession(context, session, sale, author);
  const [attributes] = await saleDocuments(context.tx, [sale]);
  if (!attributes) throw new Error("The sale that was just made is gone.");
  return { id: sale.id, attributes };
};

async function namedSession(context: OperationContext, input: Input): Promise<SessionRow> {
  const session = await context.tx.db
    .selectFrom("sessions")
    .selectAll()
    .where("id", "=", input.session_id ?? "")
    .where("organizationId", "=", credentialOf(context.caller).organizationId)
    .executeTakeFirst();
  if (!session) throw invalid("/session_id", "There is no such session.");
  const mistaken = (
    [
      ["/client_id", session.clientId === input.client_id],
      ["/service_id", session.offerId === input.service_id],
      ["/provider_id", session.providerId === input.provider_id],
    ] as const
  ).find(([, fits]) => !fits);
  if (mistaken) throw invalid(mistaken[0], "The session named is another one's.");
  if (session.state === "disputed")
    throw new ProtocolError("CONFLICT", { detail: "The charge is frozen by a dispute." });
  if (session.state === "charged" || session.state === "verified") {
    throw new ProtocolError("CONFLICT", { detail: "The session was charged already." });
  }
  if (session.state !== "documented") throw invalidTransition(session.state, "charged");
  judgeState(context, session, "charged");
  return session;
}

/** @throws {ProtocolError} `VALIDATION_ERROR` pointing at the id that nobody of this organization has */
async function requireOwnIds({ tx, caller }: OperationContext, input: Input): Promise<void> {
  const { organizationId } = credentialOf(caller);
  const named = [
    ["/client_id", "clients", input.client_id],
    ["/service_id", "offers", input.service_id],
    ["/provider_id", "providers", input.provider_id],
  ] as const;
  for (const [pointer, table, id] of named) {
    const own = await tx.db
      .selectFrom(table)
      .select("id")
      .where("id", "=", id)
      .where("organizationId", "=", organizationId)
      .executeTakeFirst();
    if (!own) throw invalid(pointer, "There is none with this id.");
  }
}

async function oldestDocumented(context: OperationContext, input: Input, quantity: number): Promise<SessionRow[]> {
  return context.tx.db
    .selectFrom("sessions")
    .selectAll()
    .where("organizationId", "=", credentialOf(context.caller).organizationId)
    .where("clientId", "=", input.client_id)
    .where("offerId", "=", input.service_id)
    .where("providerId", "=", input.provider_id)
    .where("state", "=", "documented")
    .orderBy("startsAt")
    .orderBy("id")
    .limit(quantity)
    .execute();
}

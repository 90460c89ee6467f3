import { type Handler, type Input, ProtocolError } from "../generated/servicialo.ts";
import { charge, makeSale, requireChargeable } from "../src/billing.ts";
import { actorOf, type Context, partyOf } from "../src/context.ts";
import { readAmount } from "../src/money.ts";
import { invalid } from "../src/sessions.ts";
import type { StoredSession } from "../src/store.ts";
import { verifyDue } from "../src/verification.ts";

/**
 * Charges the session named, or the oldest documented ones, and moves each from documented to charged.
 *
 * POST /servicialo/v1/sales
 */
const handler: Handler<"payments.create_sale"> = async (context, input) => {
  const { store } = context;
  const actor = actorOf(context, input.actor);
  const { quantity = 1 } = input;
  if (actor.type === "client" || (actor.type === "provider" && actor.id !== input.provider_id)) {
    throw new ProtocolError("FORBIDDEN", { detail: "The provider or the organization charges." });
  }
  if (input.session_id !== undefined && quantity !== 1)
    throw invalid("/quantity", "With session_id the quantity is 1.");
  const sessions =
    input.session_id === undefined ? oldest(context, input, quantity) : [named(context, input, input.session_id)];
  const [first] = sessions;
  if (!first || sessions.length < quantity)
    throw invalid("/quantity", `Only ${sessions.length} documented sessions can be charged.`);
  const { currency } = first.document.billing.amount;
  const sale = makeSale(store, sessions, readAmount(input.unit_price, currency, "/unit_price"));
  for (const session of sessions) {
    charge(store, session, actor.id);
    store.keep(session);
  }
  verifyDue(store);
  return { id: sale.id, attributes: sale, status: 201 };
};

function named(context: Context, input: Input<"payments.create_sale">, id: string): StoredSession {
  const stored = context.store.session(id);
  if (!stored || stored.organizationId !== partyOf(context).organizationId)
    throw invalid("/session_id", "There is no such session.");
  const { document } = stored;
  for (const name of ["client_id", "service_id", "provider_id"] as const) {
    if (document[name] !== input[name]) throw invalid(`/${name}`, "The session named is another one's.");
  }
  requireChargeable(stored);
  if (document.lifecycle.current_state === "documented") return stored;
  throw new ProtocolError("INVALID_TRANSITION", {
    pointer: "/session_id",
    detail: "Only a documented session can be charged.",
  });
}

function oldest(context: Context, input: Input<"payments.create_sale">, quantity: number): StoredSession[] {
  const { organizationId } = partyOf(context);
  return context.store.sessions
    .filter(
      ({ document, organizationId: home }) =>
        home === organizationId && document.lifecycle.current_state === "documented",
    )
    .filter(({ document }) =>
      (["client_id", "service_id", "provider_id"] as const).every((name) => document[name] === input[name]),
    )
    .sort((a, b) => Date.parse(a.document.starts_at) - Date.parse(b.document.starts_at))
    .slice(0, quantity)
    .flatMap(({ document }) => context.store.session(document.id) ?? []);
}

export default handler;

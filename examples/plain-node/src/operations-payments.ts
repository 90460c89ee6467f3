import { randomUUID } from "node:crypto";
import { Fault, invalid, invalidParameter } from "./fault.ts";
import { apply, type Movable, roleOf } from "./lifecycle.ts";
import { readAmount, toMoney } from "./money.ts";
import { type Answer, actorOf, type Call, keyOf, optionalText, requiredText } from "./request.ts";
import { openSale, paymentDocument, requireUnfrozen, saleDocument, salesOf, statusOf } from "./sales.ts";
import type { Payment, Sale, Session } from "./store.ts";

const METHODS: Readonly<Record<string, string>> = {
  efectivo: "efectivo",
  transferencia: "transferencia",
  mercadopago: "mercadopago",
  tarjeta: "tarjeta",
  cash: "efectivo",
  transfer: "transferencia",
  card: "tarjeta",
};

/** Charges the session that is named, or the oldest documented ones of that client, offer and provider. */
export function createSale(call: Call): Answer {
  const clientId = requiredText(call, "client_id");
  const offerId = requiredText(call, "service_id");
  const providerId = requiredText(call, "provider_id");
  if (call.attributes["unit_price"] === undefined) throw invalid("/unit_price", "unit_price is required.");
  const quantity = call.attributes["quantity"] ?? 1;
  if (!Number.isInteger(quantity) || (quantity as number) < 1) throw invalid("/quantity", "From 1 on.");
  const named = optionalText(call, "session_id");
  if (named !== undefined && quantity !== 1) throw invalid("/quantity", "One session is charged once.");
  readAmountForm(call.attributes["unit_price"]);
  const by = actorOf(call, false);
  const { organizationId, subjectType } = keyOf(call);
  const offer = call.work.find("offers", offerId);
  for (const [name, row] of [
    ["service_id", offer],
    ["client_id", call.work.find("clients", clientId)],
    ["provider_id", call.work.find("providers", providerId)],
  ] as const) {
    if (row?.organizationId !== organizationId) throw new Fault("NOT_FOUND", { pointer: `/${name}` });
  }
  if (!offer) throw new Error("Looked up above.");
  if (subjectType === "client" || by.type === "client") {
    throw new Fault("FORBIDDEN", { detail: "A client does not charge." });
  }
  const unitPrice = readAmount(call.attributes["unit_price"], offer.price.currency, "/unit_price");
  const matching = (one: Session) =>
    one.clientId === clientId && one.offerId === offerId && one.providerId === providerId;
  const sessions =
    named === undefined ? oldestDocumented(call, matching, quantity as number) : [namedSession(call, named, matching)];
  const [first, ...others] = sessions as [Session, ...Session[]];
  const role = roleOf(first, by);
  if (role === null) throw new Fault("FORBIDDEN", { detail: "Not this provider's sessions." });
  const sale = openSale(call, { session: first, unitPrice, others });
  for (const session of sessions) chargeUnder(call, { call, session, by, role });
  return { status: 201, data: { type: "sales", id: sale.id, attributes: saleDocument(sale) } };
}

function readAmountForm(value: unknown): void {
  const number = typeof value === "object" && value !== null ? (value as { value?: unknown }).value : value;
  if (typeof number !== "number" || number < 0) throw invalid("/unit_price", "A number from 0 on, or money.");
}

/** The sale is there already: the move must not make another. */
function chargeUnder(call: Call, subject: Movable): void {
  const before = new Set(salesOf(call, subject.session).map(({ id }) => id));
  const quiet: Call = { ...call, attributes: {} };
  apply({ ...subject, call: quiet }, "charged");
  for (const sale of salesOf(call, subject.session)) {
    if (!before.has(sale.id)) call.work.put("sales", { ...sale, voided: true, sessionIds: [] });
  }
}

function oldestDocumented(call: Call, matching: (one: Session) => boolean, quantity: number): Session[] {
  const documented = call.work.all("sessions", (one) => one.state === "documented" && matching(one));
  const since = (one: Session) => one.transitions.findLast(({ to }) => to === "documented")?.at ?? 0;
  documented.sort((a, b) => since(a) - since(b));
  if (documented.length < quantity) {
    throw new Fault("VALIDATION_ERROR", { pointer: "/service_id", detail: "No documented session is to be charged." });
  }
  return documented.slice(0, quantity);
}

function namedSession(call: Call, id: string, matching: (one: Session) => boolean): Session {
  const session = call.work.find("sessions", id);
  if (session?.organizationId !== keyOf(call).organizationId) throw new Fault("NOT_FOUND", { pointer: "/session_id" });
  if (!matching(session)) throw invalid("/session_id", "Not a session of that client, service and provider.");
  requireUnfrozen(session);
  if (salesOf(call, session).length > 0) throw new Fault("CONFLICT", { detail: "This session was charged already." });
  if (session.state !== "documented") {
    throw new Fault("INVALID_TRANSITION", {
      detail: `A session is charged from documented, not from ${session.state}.`,
    });
  }
  return session;
}

export function recordPayment(call: Call): Answer {
  const given = requiredText(call, "method");
  const method = METHODS[given];
  if (method === undefined) throw invalid("/method", `One of ${Object.keys(METHODS).join(", ")}.`);
  if (call.attributes["amount"] === undefined) throw invalid("/amount", "amount is required.");
  const by = actorOf(call, false);
  const sale = saleOf(call, call.params["sale_id"] ?? "");
  if (by.type === "client" && by.id !== sale.clientId) throw new Fault("FORBIDDEN");
  const amount = readAmount(call.attributes["amount"], sale.total.currency, "/amount");
  if (amount.minor === 0) throw invalid("/amount", "More than 0.");
  if (sale.voided) throw new Fault("CONFLICT", { detail: "The sale was voided." });
  const sessions = sale.sessionIds.flatMap((id) => call.work.find("sessions", id) ?? []);
  for (const session of sessions) requireUnfrozen(session);
  if (amount.minor > sale.total.minor - sale.paid) throw invalid("/amount", "More than is due.");
  const payment = call.work.put("payments", {
    id: `pay_${randomUUID()}`,
    organizationId: sale.organizationId,
    saleId: sale.id,
    amount,
    method,
    reference: optionalText(call, "reference") ?? null,
    recordedAt: call.clock.now(),
  });
  const paid = call.work.put("sales", { ...sale, paid: sale.paid + amount.minor });
  if (statusOf(paid) === "paid") {
    for (const session of sessions) call.work.put("sessions", { ...session, billing: "paid" });
  }
  return { status: 201, data: { type: "payments", id: payment.id, attributes: paymentDocument(payment) } };
}

function saleOf(call: Call, id: string): Sale {
  const sale = call.work.find("sales", id);
  const { organizationId, subjectType, subjectId } = keyOf(call);
  const foreign = sale?.organizationId !== organizationId || (subjectType === "client" && sale.clientId !== subjectId);
  if (!sale || foreign) throw new Fault("NOT_FOUND", { detail: "There is no such sale." });
  return sale;
}

export function paymentStatus(call: Call): Answer {
  const saleId = call.query.get("sale_id");
  const clientId = call.query.get("client_id");
  if ((saleId === null) === (clientId === null)) throw invalidParameter("sale_id", "Either that or client_id.");
  if (saleId !== null) {
    const sale = saleOf(call, saleId);
    return account(call, { id: sale.id, sales: [sale], status: statusOf(sale), shown: {} });
  }
  const client = call.work.find("clients", clientId ?? "");
  const { organizationId, subjectType, subjectId } = keyOf(call);
  if (client?.organizationId !== organizationId || (subjectType === "client" && client.id !== subjectId)) {
    throw new Fault("NOT_FOUND", { detail: "There is no such client." });
  }
  const sales = call.work.all("sales", (sale) => sale.clientId === client.id && !sale.voided);
  const owing = sales.some((sale) => sale.paid < sale.total.minor);
  const shown = { sales: sales.map(saleDocument) };
  return account(call, { id: client.id, sales, status: owing ? "owing" : "settled", shown });
}

function account(
  call: Call,
  { id, sales, status, shown }: { id: string; sales: readonly Sale[]; status: string; shown: object },
): Answer {
  const currency = sales[0]?.total.currency ?? "CLP";
  const total = sales.reduce((sum, sale) => sum + (sale.voided ? 0 : sale.total.minor), 0);
  const paid = sales.reduce((sum, sale) => sum + sale.paid, 0);
  const ids = new Set(sales.map((sale) => sale.id));
  const payments: Payment[] = call.work.all("payments", ({ saleId }) => ids.has(saleId));
  const attributes = {
    total: toMoney({ minor: total, currency }),
    paid: toMoney({ minor: paid, currency }),
    balance: toMoney({ minor: Math.max(0, total - paid), currency }),
    status,
    payments: payments.sort((a, b) => b.recordedAt - a.recordedAt).map(paymentDocument),
    ...shown,
  };
  return { data: { type: "payment_status", id, attributes } };
}

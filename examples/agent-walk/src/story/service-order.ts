import type { Ledger, OrderState, Sale, ServiceOrder } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { inWords, minorUnits, moneyOf } from "../money.ts";
import { pay, readAccount, tryToPay } from "./account.ts";
import { bookAndConfirm, readSession, tryToBook } from "./book.ts";
import { as, type Flow, type Role, type Scene } from "./cast.ts";
import { accept, charge, deliver } from "./deliver.ts";
import { nextSlots } from "./find-slots.ts";
import { DAY_MS, nodeTime } from "./sandbox-time.ts";

/** Sessions in the package. */
const LIMIT = 2;

/** A package of two sessions, paid upfront: drafted, proposed, accepted by the client, used up. */
export const serviceOrder: Flow = {
  title: "a service order",
  needs: [
    "service_orders.create",
    "service_orders.get",
    "service_orders.propose",
    "service_orders.activate",
    "service_orders.get_ledger",
  ],
  async play(scene) {
    const { price } = scene.clinic.offer.attributes;
    // Cheaper than the sessions one by one, and odd: the two prices differ and have to add up.
    const total = 2 * Math.floor(minorUnits(price) * 0.9) + 1;
    const orderId = await agree(scene, total);
    const sale = await prepay(scene, orderId, total);
    scene.narrate(
      `drafted, proposed and accepted a package of ${LIMIT} for ${inWords(sale.total)}; billed and collected before the first delivery`,
    );
    const sessions = await bookAll(scene, orderId, total);
    scene.narrate(`booked ${LIMIT} sessions under it; a third is refused as exhausted`);
    await useUp(scene, { orderId, sessions, total });
    scene.narrate("delivered and verified both: the ledger is used up, the order completed by the system");
  },
};

/** Drafts, proposes and accepts the order. Answers its id. */
async function agree(scene: Scene, total: number): Promise<string> {
  const { cast, clinic } = scene;
  const { price, type } = clinic.offer.attributes;
  const now = (await nodeTime(scene)).getTime();
  const { node, actor } = as(scene, "organization");
  const drafted = await node.call("service_orders.create", {
    organization_id: clinic.organizationId,
    client_id: cast.client.id,
    payer_id: cast.client.id,
    scope: { description: `A package of ${LIMIT}`, service_types: [type], quantity_limit: LIMIT },
    term: {
      type: "per_event",
      starts_at: new Date(now).toISOString(),
      ends_at: new Date(now + 90 * DAY_MS).toISOString(),
    },
    pricing: { model: "fixed", currency: price.currency, fixed_amount: moneyOf(total, price.currency).value },
    payment_schedule: { type: "upfront" },
    actor,
  });
  const { id, attributes: draft } = dataOf("service_orders.create", drafted, 201);
  expectEqual("state of the draft", draft.lifecycle.current_state, "draft");
  expectEqual("visibility of the draft", draft.visibility, "private");
  await expectLedger(scene, id, { services_verified: 0, consumed: 0, billed: 0, collected: 0, remaining: total });
  const premature = await order(scene, "client", { id, operation: "service_orders.activate" });
  expectRefused("accepting a draft", premature, 422, "INVALID_TRANSITION");
  expectState(
    dataOf("propose", await order(scene, "organization", { id, operation: "service_orders.propose" })),
    "proposed",
  );
  const forThem = await order(scene, "organization", { id, operation: "service_orders.activate" });
  expectRefused("accepting in the client's place", forThem, 403, "FORBIDDEN");
  expectState(dataOf("activate", await order(scene, "client", { id, operation: "service_orders.activate" })), "active");
  return id;
}

/** Upfront: billed by the acceptance, and paid before anything is delivered. */
async function prepay(scene: Scene, orderId: string, total: number): Promise<Sale> {
  const { sales } = await readAccount(scene);
  const [sale, ...others] = sales.filter(
    (one) => one.service_order_id === orderId && one.transactional !== false && one.status !== "voided",
  );
  expectThat("the order issued one sale", sale !== undefined && others.length === 0);
  expectEqual("total of the order's sale", minorUnits(sale.total), total);
  const nothing = { services_verified: 0, consumed: 0, billed: total, remaining: total };
  await expectLedger(scene, orderId, { ...nothing, collected: 0 });
  await pay(scene, sale.id, sale.total.value);
  await expectLedger(scene, orderId, { ...nothing, collected: total });
  return sale;
}

/** Books as much as the order allows. */
async function bookAll(scene: Scene, orderId: string, total: number): Promise<string[]> {
  const [first, second, third] = await nextSlots(scene, 3);
  const under = { service_order_id: orderId };
  const sessions = [await bookAndConfirm(scene, first, under), await bookAndConfirm(scene, second, under)];
  const prices = await Promise.all(sessions.map((id) => priceOf(scene, id)));
  const [one = 0, other = 0] = prices;
  expectEqual("prices of the sessions together", one + other, total);
  expectThat("the sessions cost the same, but for a rounding rest", Math.abs(one - other) <= 1);
  expectRefused(
    "booking above the limit of the order",
    await tryToBook(scene, third, under),
    422,
    "SERVICE_ORDER_EXHAUSTED",
  );
  return sessions;
}

/** Delivers everything; the ledger follows what is verified, and nothing else. */
async function useUp(
  scene: Scene,
  {
    orderId,
    sessions,
    total,
  }: { readonly orderId: string; readonly sessions: readonly string[]; readonly total: number },
): Promise<void> {
  const { currency } = scene.clinic.offer.attributes.price;
  const money = { billed: total, collected: total };
  const { owed } = await readAccount(scene);
  let consumed = 0;
  for (const [index, sessionId] of sessions.entries()) {
    const price = await priceOf(scene, sessionId);
    await deliver(scene, sessionId);
    const sale = await charge(scene, sessionId, { price: moneyOf(price, currency) });
    expectEqual("the charge of a session in an order only informs", sale.transactional, false);
    expectRefused("payment of what only informs", await tryToPay(scene, sale.id, 1), 409, "CONFLICT");
    const before = { services_verified: index, consumed, remaining: total - consumed };
    await expectLedger(scene, orderId, { ...money, ...before });
    await accept(scene, sessionId);
    consumed += price;
    const after = { services_verified: index + 1, consumed, remaining: total - consumed };
    await expectLedger(scene, orderId, { ...money, ...after });
  }
  expectEqual("debt after the deliveries", (await readAccount(scene)).owed, owed);
  const answer = await scene.cast.client.call("service_orders.get", { order_id: orderId });
  const { lifecycle, service_ids: ids } = dataOf("service_orders.get", answer).attributes;
  expectEqual("state when it is used up", lifecycle.current_state, "completed");
  expectEqual("author of the completion", lifecycle.transitions?.at(-1)?.by, "system");
  expectEqual("sessions of the order", ids?.toSorted(), sessions.toSorted());
}

type OrderMove = { readonly id: string; readonly operation: "service_orders.propose" | "service_orders.activate" };

/** Moves the order; the answer may be a refusal. */
function order(scene: Scene, role: Role, { id, operation }: OrderMove) {
  const { node, actor } = as(scene, role);
  return node.call(operation, { order_id: id, actor });
}

function expectState({ attributes }: { readonly attributes: ServiceOrder }, state: OrderState): void {
  expectEqual("state of the order", attributes.lifecycle.current_state, state);
}

/** What the session costs under its order, minor units. */
async function priceOf(scene: Scene, sessionId: string): Promise<number> {
  return minorUnits((await readSession(scene, sessionId)).billing.amount);
}

/** Amounts in minor units. */
interface Figures {
  readonly services_verified: number;
  readonly consumed: number;
  readonly billed: number;
  readonly collected: number;
  readonly remaining: number;
}

/** Both sides read the same figures. */
async function expectLedger(scene: Scene, orderId: string, expected: Figures): Promise<void> {
  for (const role of ["organization", "client"] as const) {
    const answer = await as(scene, role).node.call("service_orders.get_ledger", { order_id: orderId });
    const ledger = dataOf("service_orders.get_ledger", answer).attributes;
    expectEqual(`ledger as the ${role} reads it`, figuresOf(scene, ledger), expected);
  }
}

function figuresOf({ clinic }: Scene, ledger: Ledger): Figures {
  const { currency } = clinic.offer.attributes.price;
  const minor = (value: number | undefined) => minorUnits({ value: value ?? Number.NaN, currency });
  return {
    services_verified: ledger.services_verified,
    consumed: minor(ledger.amount_consumed),
    billed: minor(ledger.amount_billed),
    collected: minor(ledger.amount_collected),
    remaining: minor(ledger.amount_remaining),
  };
}

import { orderTargets } from "@servicialo/schema/0.8/machines";
import type { OrderState } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import type { Author, Work } from "../lifecycle/author.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { NewRow, OrderRow } from "../storage/rows.ts";

type OwnedHere = "state" | "version" | "transitionCount" | "lastTransitionAt" | "updatedAt";

/** An order to be drafted; what this file owns is left out. */
export type NewOrder = Omit<NewRow<"service_orders">, OwnedHere>;

/** Columns that change along with a move, or by themselves. */
export type OrderChanges = Partial<Omit<OrderRow, OwnedHere | "id" | "organizationId" | "createdAt">>;

export interface OrderMove {
  readonly to: OrderState;
  readonly author: Author;
  readonly metadata?: JsonObject;
  readonly set?: OrderChanges;
}

/** Opens an order in `draft`, with the record from null (O-01, SVC-ORD-002). */
export async function openOrder(work: Work, order: NewOrder, author: Author): Promise<OrderRow> {
  const at = work.clock.now();
  const row = {
    ...order,
    state: "draft",
    version: 1,
    transitionCount: 1,
    lastTransitionAt: at,
    updatedAt: at,
  } as const;
  await author.watch?.onOrder(work, { order: { ...row, state: null }, to: "draft" });
  await work.tx.db.insertInto("service_orders").values(row).execute();
  await record(work, order, { seq: 1, from: null, to: "draft", at, author, metadata: {} });
  return readOrder(work, order.id);
}

/**
 * Moves an order and records it. The only writer of an order's state.
 * @throws {ProtocolError} `TRANSITION_CONFLICT` when the order was moved since it was read
 * @throws {Error} for a move that the machine does not have: callers judge that before
 */
export async function moveOrder(work: Work, order: OrderRow, move: OrderMove): Promise<OrderRow> {
  const targets: readonly OrderState[] = orderTargets[order.state];
  if (!targets.includes(move.to)) throw new Error(`The order machine has no move from ${order.state} to ${move.to}.`);
  await move.author.watch?.onOrder(work, { order, to: move.to });
  const at = Math.max(work.clock.now(), order.lastTransitionAt);
  const seq = order.transitionCount + 1;
  const { numUpdatedRows } = await work.tx.db
    .updateTable("service_orders")
    .set({
      ...move.set,
      state: move.to,
      version: order.version + 1,
      transitionCount: seq,
      lastTransitionAt: at,
      updatedAt: at,
    })
    .where("id", "=", order.id)
    .where("version", "=", order.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new ProtocolError("TRANSITION_CONFLICT", { detail: "The order was moved meanwhile. Read it again." });
  }
  await record(work, order, {
    seq,
    from: order.state,
    to: move.to,
    at,
    author: move.author,
    metadata: move.metadata ?? {},
  });
  return readOrder(work, order.id);
}

/** Changes what is not the state: terms, what was billed, the end of the term. */
export async function changeOrder(work: Work, order: OrderRow, changes: OrderChanges): Promise<OrderRow> {
  await work.tx.db
    .updateTable("service_orders")
    .set({ ...changes, updatedAt: work.clock.now() })
    .where("id", "=", order.id)
    .execute();
  return readOrder(work, order.id);
}

/** The order as it stands now. */
export async function readOrder(work: Work, id: string): Promise<OrderRow> {
  return work.tx.db.selectFrom("service_orders").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

async function record(
  work: Work,
  order: { id: string; organizationId: string },
  step: { seq: number; from: OrderState | null; to: OrderState; at: number; author: Author; metadata: JsonObject },
): Promise<void> {
  const { seq, from, to, at, author, metadata } = step;
  await work.tx.db
    .insertInto("order_transitions")
    .values({
      orderId: order.id,
      seq,
      organizationId: order.organizationId,
      fromState: from,
      toState: to,
      at,
      by: author.by,
      method: author.method,
      metadata: { ...metadata, ...author.trace },
    })
    .execute();
}

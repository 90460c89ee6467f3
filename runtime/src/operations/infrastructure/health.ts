import type { Handler } from "../handler.ts";

/** The process answers. */
export const live: Handler<"health.live"> = async () => ({ document: { status: "ok" } });

/** The node can work: its database answers and its schema is current, which opening it made sure of. */
export const ready: Handler<"health.ready"> = async ({ tx }) => {
  await tx.db.selectFrom("organizations").select("id").limit(1).execute();
  return { document: { status: "ok" } };
};

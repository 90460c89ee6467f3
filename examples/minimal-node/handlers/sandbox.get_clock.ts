import type { Handler } from "../generated/servicialo.ts";
import { requireAdministrator } from "../src/context.ts";

/**
 * The node's time. Only on nodes that declare a sandbox clock (D-30).
 *
 * GET /servicialo/v1/sandbox/clock
 */
const handler: Handler<"sandbox.get_clock"> = async (context) => {
  requireAdministrator(context);
  return {
    id: "clock",
    attributes: { now: context.store.instant(), offset_seconds: context.store.clockOffsetSeconds },
  };
};

export default handler;

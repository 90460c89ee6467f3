import { ProtocolError } from "../../errors.ts";
import { findMandateToChange } from "../../mandates/find-mandate.ts";
import { onMandateLost } from "../../mandates/mandate-lost.ts";
import type { Handler } from "../handler.ts";
import { changeMandate } from "./change-mandate.ts";

/** Takes a mandate back at once and for good: the very next check fails (MA-03, SVC-MAND-003). For its principal alone. */
export const revokeMandate: Handler<"mandates.revoke"> = async (context, input) => {
  const { mandate, role } = await findMandateToChange(context, input.mandate_id);
  if (role !== "principal")
    throw new ProtocolError("FORBIDDEN", { detail: "Only its principal takes a mandate back." });
  const set = { revokedAt: context.clock.now(), revocationReason: input.reason ?? null };
  // Told before it is put on the trail: whoever locks both takes the stream of events first.
  await onMandateLost(context, mandate);
  return changeMandate(context, mandate, { from: ["active", "suspended"], action: "mandate.revoke", set });
};

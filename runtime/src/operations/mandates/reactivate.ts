import { ProtocolError } from "../../errors.ts";
import { findMandateToChange } from "../../mandates/find-mandate.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { Handler } from "../handler.ts";
import { changeMandate } from "./change-mandate.ts";

/** Puts a suspended mandate in force again, until the end it had (MA-05): an administrator, or the principal who suspended it. */
export const reactivateMandate: Handler<"mandates.reactivate"> = async (context, input) => {
  const { mandate } = await findMandateToChange(context, input.mandate_id);
  const administers = credentialOf(context.caller).subjectType === "organization";
  if (!administers && !mandate.suspendedBy?.startsWith("principal/") && mandate.suspendedAt !== null) {
    throw new ProtocolError("FORBIDDEN", { detail: "An administrator suspended it, and puts it in force again." });
  }
  return changeMandate(context, mandate, {
    from: ["suspended"],
    action: "mandate.reactivate",
    set: { suspendedAt: null, suspendedBy: null },
  });
};

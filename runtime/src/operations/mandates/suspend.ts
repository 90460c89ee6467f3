import { deciderOf, findMandateToChange } from "../../mandates/find-mandate.ts";
import type { Handler } from "../handler.ts";
import { changeMandate } from "./change-mandate.ts";

/** Blocks an active mandate until it is reactivated (MA-02). Its principal, an administrator, or an agent with `mandate:admin`. */
export const suspendMandate: Handler<"mandates.suspend"> = async (context, input) => {
  const { mandate, role } = await findMandateToChange(context, input.mandate_id);
  const suspendedBy = `${role}/${deciderOf(context)}`;
  return changeMandate(context, mandate, {
    from: ["active"],
    action: "mandate.suspend",
    set: { suspendedAt: context.clock.now(), suspendedBy },
  });
};

import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-007", {
  "lets a client say that it was delivered": () =>
    allowing("lifecycle.transition", "FORBIDDEN", (call) =>
      call.caller === "client" && call.attributes["to_state"] === "delivered" ? sentBy(call, "provider") : null,
    ),
  "lets the organization check out": () =>
    allowing("delivery.checkout", "FORBIDDEN", (call) =>
      call.caller === "organization" ? sentBy(call, "provider") : null,
    ),
  "lets the organization say that it was delivered": () =>
    allowing("lifecycle.transition", "FORBIDDEN", (call) =>
      call.caller === "organization" && call.attributes["to_state"] === "delivered" ? sentBy(call, "provider") : null,
    ),
});

import { defineMutants } from "../../define-mutants.ts";
import { delivering, editingAttributes } from "../../faulty.ts";

const event = "x-servicialo-event-id";

export default defineMutants("SVC-HOOK-003", {
  "tries again at once": () =>
    delivering(async (delivery, bring) => {
      const status = await bring(delivery);
      return status >= 500 ? bring(delivery) : status;
    }),
  "never tries again": () =>
    delivering(async (delivery, bring) => {
      const status = await bring(delivery);
      return status >= 500 ? 200 : status;
    }),
  "tries again what is refused for good": () =>
    delivering(async (delivery, bring) => {
      const status = await bring(delivery);
      return status === 404 ? 503 : status;
    }),
  "does not hear that a subscriber is gone": () =>
    delivering(async (delivery, bring) => {
      const status = await bring(delivery);
      return status === 410 ? 404 : status;
    }),
  "gives every attempt an event id of its own": () => {
    let attempts = 0;
    return delivering((delivery, bring) => {
      attempts += 1;
      const headers = { ...delivery.headers, [event]: `${delivery.headers[event]}-${attempts}` };
      return bring({ ...delivery, headers });
    });
  },
  "leaves a subscription active whatever fails": () =>
    editingAttributes("webhooks.list_subscriptions", (attributes) => {
      attributes.active = true;
      attributes.deactivated_reason = null;
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { retargeted } from "../../fault-parts.ts";
import { allowing, answering, asking, editingAttributes, refusal } from "../../faulty.ts";

const times = "resource.get_availability";

export default defineMutants("SVC-RES-008", {
  "needs a service to say when a resource is free": () =>
    answering(times, ({ query }) => (query.has("service_id") ? null : refusal("MISSING_AVAILABILITY_TARGET"))),
  "writes all times in its own zone": () => asking(times, (call) => retargeted(call, { timezone: null })),
  "writes another zone beside its own times": () =>
    editingAttributes(times, (slot, { query }) => {
      if (query.get("timezone") !== "Asia/Tokyo") return;
      const shift = (text: string) => `${new Date(Date.parse(text)).toISOString().slice(0, 19)}+09:00`;
      slot.starts_at = shift(slot.starts_at);
      slot.ends_at = shift(slot.ends_at);
    }),
  "takes the present week where no dates are given": () =>
    allowing(times, "VALIDATION_ERROR", (call) =>
      retargeted(call, {
        date_from: call.query.get("date_from") ?? call.query.get("date_to"),
        date_to: call.query.get("date_to") ?? call.query.get("date_from"),
      }),
    ),
  "is free in every resource that one may think of": () =>
    answering(times, async (call) => {
      const reply = await call.pass();
      return reply.status === 404 ? { ...reply, status: 200, body: { data: [], meta: {} } } : reply;
    }),
});

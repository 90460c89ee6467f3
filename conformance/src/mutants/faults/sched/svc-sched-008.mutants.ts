import { defineMutants } from "../../define-mutants.ts";
import { retargeted } from "../../fault-parts.ts";
import { allowing, codeOf, enveloped, renaming } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

const ask = "scheduling.check_availability";

/** Takes from the call before what is left out. */
function remembering(name: string): Fault {
  let last = "";
  const take = allowing(ask, "VALIDATION_ERROR", (call) =>
    call.query.has(name) ? null : retargeted(call, { [name]: last }),
  );
  return (call) => {
    if (call.is(ask)) last = call.query.get(name) ?? last;
    return take(call);
  };
}

export default defineMutants("SVC-SCHED-008", {
  "needs no organization": () => remembering("org_slug"),
  "needs no end": () => remembering("date_to"),
  "says that a missing target is an invalid one": () =>
    renaming(ask, "MISSING_AVAILABILITY_TARGET", { code: "VALIDATION_ERROR" }),
  "finds nothing free where nothing is asked for": () => async (call) => {
    const reply = await call.pass();
    return call.is(ask) && codeOf(reply) === "MISSING_AVAILABILITY_TARGET"
      ? enveloped(200, { data: [], links: {}, meta: { total: 0 } })
      : reply;
  },
  "turns dates around that run backwards": () =>
    allowing(ask, "VALIDATION_ERROR", (call) => {
      const { date_from, date_to } = Object.fromEntries(call.query);
      if (!date_from || !date_to || date_from <= date_to) return null;
      return retargeted(call, { date_from: date_to, date_to: date_from });
    }),
});

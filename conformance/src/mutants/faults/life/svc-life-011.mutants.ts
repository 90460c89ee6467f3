import { defineMutants } from "../../define-mutants.ts";
import { movedReply, moving, sessionOf } from "../../fault-parts.ts";
import { answering, type Editable, editingSessions, pretending, refusal } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-011", {
  "confirms a public booking at once": () =>
    editingSessions(({ lifecycle }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.from === "pending_confirmation" && last.to === "scheduled") {
        lifecycle.transitions.push({ ...last, from: "scheduled", to: "confirmed" });
        lifecycle.current_state = "confirmed";
      }
    }),
  "waits from the beginning": () =>
    editingSessions(({ lifecycle }) => {
      const [first, second] = lifecycle.transitions;
      if (second?.to === "pending_confirmation") lifecycle.transitions.splice(0, 2, { ...first, to: second.to });
    }),
  "waits for ever": () =>
    editingSessions(({ lifecycle }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.from !== "pending_confirmation" || last.by !== "system") return;
      lifecycle.transitions.pop();
      lifecycle.current_state = "pending_confirmation";
    }),
  "says that the organization cancelled what ran out": () =>
    editingSessions(({ lifecycle, provider }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.from === "pending_confirmation" && last.by === "system")
        Object.assign(last, { by: provider.organization_id, method: "manual" });
    }),
  "goes from waiting to in_progress": () =>
    pretending(moving("in_progress"), "INVALID_TRANSITION", async (call) =>
      (await sessionOf(call))?.lifecycle.current_state === "pending_confirmation" ? movedReply(call) : null,
    ),
  "keeps the time of what ran out": () => {
    const taken = new Set<number>();
    return answering(["public_bookings.create", "scheduling.book"], (call) => {
      const { starts_at } = call.attributes as Editable;
      if (call.is("scheduling.book")) return taken.has(Date.parse(starts_at)) ? refusal("CONFLICT") : null;
      taken.add(Date.parse(starts_at));
      return null;
    });
  },
});

import { timeOfDay } from "../../../wall-clock.ts";
import { defineMutants } from "../../define-mutants.ts";
import { editingErrors } from "../../faulty.ts";
import { byAgent, ignoring, issuingAnyway, misreading, refusedBy, refusingMandates } from "../../faulty-mandates.ts";

const closed = () => refusedBy(8, "CONSTRAINT_VIOLATED", { constraint: "allowed_hours" });

/** A time of the day, some minutes later. */
function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return timeOfDay(hour * 60 + minute + minutes);
}

export default defineMutants("SVC-MAND-010", {
  "does not look at the hours": () => ignoring("CONSTRAINT_VIOLATED", { constraint: "allowed_hours" }),
  "reads the hours in UTC": () => misreading("allowed_hours", (hours) => ({ ...hours, timezone: "UTC" })),
  "knows no window over midnight": () =>
    refusingMandates(byAgent(), ({ constraints }) =>
      constraints?.allowed_hours?.start > constraints?.allowed_hours?.end ? closed() : null,
    ),
  "is never outside of a window over midnight": () =>
    misreading("allowed_hours", (hours) => (hours.start > hours.end ? { ...hours, end: hours.start } : hours)),
  "is open for the minute that a window ends with": () =>
    misreading("allowed_hours", ({ start, end, timezone }) => ({
      start,
      end: start === end ? end : later(end, 1),
      timezone,
    })),
  "is closed for the minute that a window begins with": () =>
    misreading("allowed_hours", ({ start, end, timezone }) => ({
      start: start === end ? start : later(start, 2),
      end,
      timezone,
    })),
  "takes a window without length for none": () =>
    refusingMandates(byAgent(), ({ constraints }) => {
      const { start, end } = constraints?.allowed_hours ?? {};
      return start !== undefined && start === end ? closed() : null;
    }),
  "takes a zone that does not exist": () =>
    issuingAnyway("VALIDATION_ERROR", (attributes) => {
      attributes.constraints.allowed_hours.timezone = "UTC";
      return { attributes };
    }),
  "does not say which constraint stands in the way": () =>
    editingErrors(byAgent(), (error) => void delete error.meta?.constraint),
});

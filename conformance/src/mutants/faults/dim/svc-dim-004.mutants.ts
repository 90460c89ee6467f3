import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-004", {
  "forgets when a session is scheduled for": () =>
    editingSessions(({ schedule }) => void delete schedule.scheduled_for),
  "schedules an hour late": () =>
    editingSessions(({ schedule }) => {
      if (schedule.scheduled_for === undefined) return;
      schedule.scheduled_for = new Date(Date.parse(schedule.scheduled_for) + 3_600_000).toISOString();
    }),
});

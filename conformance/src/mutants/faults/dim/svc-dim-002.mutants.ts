import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-002", {
  "describes no client": () => editingSessions((session) => void delete session.client, "service.get"),
  "says that a session takes no time": () =>
    editingSessions((session) => {
      session.duration_minutes = 0;
    }, "service.get"),
  "names another provider": () =>
    editingSessions((session) => {
      session.provider.id = `${session.provider.id}x`;
    }, "service.get"),
});

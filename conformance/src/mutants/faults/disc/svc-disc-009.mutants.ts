import { defineMutants } from "../../define-mutants.ts";
import { editing, editingSessions, enveloped, replying } from "../../faulty.ts";

export default defineMutants("SVC-DISC-009", {
  "calls a session an offer": () =>
    editing("service.get", ({ data }) => {
      if (data.type === "services") data.type = "service_offers";
    }),
  "answers an unknown id with an empty service": () =>
    replying("service.get", (reply) => (reply.status === 404 ? enveloped(200, { data: null }) : reply)),
  "answers a session that breaks the schema": () =>
    editingSessions((session) => void delete session.schedule, "service.get"),
});

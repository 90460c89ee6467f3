import { defineMutants } from "../../define-mutants.ts";
import { editing, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-005", {
  "calls a place at_home": () =>
    editingSessions((session) => {
      session.location = { ...session.location, type: "at_home" };
    }),
  "calls the modality of an offer remote": () =>
    editing("service.get", ({ data }) => {
      if (data.type === "service_offers") data.attributes.modality = "remote";
    }),
});

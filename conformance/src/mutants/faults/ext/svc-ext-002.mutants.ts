import { defineMutants } from "../../define-mutants.ts";
import { editing, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EXT-002", {
  "adds members under plain names": () =>
    editingSessions((session) => {
      session.loyalty_points = 12;
    }, "service.get"),
  "adds members of offers under plain names": () =>
    editing("service.get", ({ data }) => {
      if (data.type === "service_offers") data.attributes.popularity = 3;
    }),
});

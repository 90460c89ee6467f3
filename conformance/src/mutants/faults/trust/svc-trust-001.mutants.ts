import { defineMutants } from "../../define-mutants.ts";
import { allowing, answering, refusal } from "../../faulty.ts";
import { byNobody, editingRecords } from "../../faulty-resolver.ts";

export default defineMutants("SVC-TRUST-001", {
  "tells its scores to known parties only": () => answering(byNobody("trust.get_score"), () => refusal("UNAUTHORIZED")),
  "gives more points than there are": () =>
    editingRecords(({ trust }) => {
      trust.score += 101;
    }),
  "takes everybody for verified": () =>
    editingRecords(({ trust }) => {
      trust.level = "verified";
    }),
  "gives half points": () =>
    editingRecords(({ trust }) => {
      trust.score += 0.5;
    }),
  "tells another score than it lists": () =>
    editingRecords(
      ({ trust }) => {
        Object.assign(trust, { score: 100, level: "verified" });
      },
      ["trust.get_score"],
    ),
  "lists other levels than its scores fall into": () =>
    editingRecords(
      ({ trust }) => {
        trust.level = "vouched";
      },
      ["resolve.search"],
    ),
  "has a score for everybody": () =>
    allowing("trust.get_score", "NOT_FOUND", () => ({ target: "/servicialo/v1/resolve/cl/clinica-andes/trust" })),
});

import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

/** Turns a public offer that is listed into one that must not be. */
const hide = (which: "unlisted" | "private") => {
  return editing("service.get", ({ data }) => {
    if (data.type === "service_offers") data.attributes.visibility = which;
  });
};

export default defineMutants("SVC-DISC-007", {
  "lists unlisted offers": () => hide("unlisted"),
  "lists private offers": () => hide("private"),
});

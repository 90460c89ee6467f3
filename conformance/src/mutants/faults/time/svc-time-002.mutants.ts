import { defineMutants } from "../../define-mutants.ts";
import { allowing } from "../../faulty.ts";

export default defineMutants("SVC-TIME-002", {
  "takes a time without an offset as UTC": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", ({ attributes }) => {
      const text = String(attributes["starts_at"]);
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)
        ? { attributes: { ...attributes, starts_at: `${text}Z` } }
        : null;
    }),
  "moves the 30th of February on": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", ({ attributes }) => {
      const at = Date.parse(String(attributes["starts_at"]));
      return Number.isNaN(at) ? null : { attributes: { ...attributes, starts_at: new Date(at).toISOString() } };
    }),
  "takes dates in any form": () =>
    allowing("scheduling.check_availability", "VALIDATION_ERROR", (call) => {
      const url = new URL(call.request.target, "http://node");
      url.searchParams.set("date_from", "2027-03-03");
      return { target: `${url.pathname}${url.search}` };
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingErrors, renaming } from "../../faulty.ts";
import { issuingAnyway, misunderstanding } from "../../faulty-mandates.ts";

const HOUR_MS = 3_600_000;
const soon = () => new Date(Date.now() + 400 * 24 * HOUR_MS).toISOString();

/** Issues for some wrong ends with one of its own. */
const taking = (which: (end: unknown) => boolean) => () =>
  issuingAnyway("VALIDATION_ERROR", (attributes) =>
    which(attributes.expires_at) ? { attributes: { ...attributes, expires_at: soon() } } : null,
  );

export default defineMutants("SVC-MAND-019", {
  "issues without an end": taking((end) => end === undefined),
  "issues what is over already": taking((end) => Date.parse(String(end)) > 0 && /Z$/.test(String(end))),
  "guesses the offset of an end": taking((end) => typeof end === "string" && !/Z$/.test(end) && end !== "never"),
  "grants all mandates an hour more": () =>
    misunderstanding((asked) => {
      const end = Date.parse(asked.expires_at);
      return Number.isNaN(end) ? null : { ...asked, expires_at: new Date(end + HOUR_MS).toISOString() };
    }),
  "points at the wrong member": () =>
    editingErrors("mandates.issue", ({ source }) => {
      if (source?.pointer === "/data/attributes/expires_at") source.pointer = "/data/attributes/issued_at";
    }),
  "calls a wrong end a malformed request": () =>
    renaming("mandates.issue", "VALIDATION_ERROR", { code: "MALFORMED_REQUEST", status: 400 }),
});

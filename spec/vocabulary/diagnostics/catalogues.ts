import { paramMessage } from "@typespec/compiler";

/** What can be wrong with the catalogues of errors and scopes. Each message ends with a mend. */
export const catalogues = {
  "not-catalogued": paramMessage`"${"member"}" is not a member of ${"catalogue"}. Add it there, or name one that exists.`,
  "second-catalogue": paramMessage`There is already a catalogue of ${"what"}: ${"first"}. Keep one and move the members there.`,
  "missing-wire-error": paramMessage`The error "${"code"}" has no status and title. Add @wireError(#{ … }).`,
  "stray-wire-error": paramMessage`"${"code"}" is described as an error, but enum ${"enum"} is no catalogue. Put @errorCatalogue on it, or move the member.`,
  "wire-error-code": paramMessage`"${"code"}" is not an error code. Write it in UPPER_SNAKE_CASE.`,
  "wire-error-status": paramMessage`${"status"} is not an HTTP error status. Use 400 to 599.`,
  "scope-name": paramMessage`"${"scope"}" is not a scope. Write it as resource:action in lower case.`,
  "duplicate-scope": paramMessage`The scope "${"scope"}" stands twice in the catalogue, first as ${"first"}. Keep one.`,
};

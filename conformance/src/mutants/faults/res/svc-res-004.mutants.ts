import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, editingErrors, renaming } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Chooses a resource by itself: the last that was booked. */
function choosing(): Fault {
  let last: unknown;
  const choose = allowing("scheduling.book", "VALIDATION_ERROR", (call) =>
    call.attributes["resource_id"] === undefined ? changed(call, { resource_id: last }) : null,
  );
  return (call) => {
    if (call.is("scheduling.book")) last = call.attributes["resource_id"] ?? last;
    return choose(call);
  };
}

export default defineMutants("SVC-RES-004", {
  "chooses a resource by itself": choosing,
  "says that no resource is free": () =>
    renaming("scheduling.book", "VALIDATION_ERROR", { code: "RESOURCE_UNAVAILABLE", status: 409 }),
  "does not say that the resource is missing": () =>
    editingErrors("scheduling.book", (error) => {
      error.source = { pointer: "/data/attributes/service_id" };
    }),
});

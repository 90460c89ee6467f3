import { defineMutants } from "../../define-mutants.ts";
import { allowing, answering, both, pretending } from "../../faulty.ts";
import { byAgent, ignoring } from "../../faulty-mandates.ts";
import { allowingNobody, byOwner, editingRecords, recordReply, slugOf } from "../../faulty-resolver.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-RSLV-004", {
  "registers who comes without a credential": () => allowingNobody("resolve.register"),
  "moves who comes without a credential": () => allowingNobody("resolve.update_endpoint"),
  "lets others move an organization": () =>
    allowing(
      ({ caller, operation }) => caller === "foreign_organization" && operation === "resolve.update_endpoint",
      "NOT_FOUND",
      byOwner,
    ),
  "takes a move to nowhere": () =>
    pretending("resolve.update_endpoint", "VALIDATION_ERROR", (call) => recordReply(call)),
  "registers for an agent without the scope": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: byAgent("resolve.register") }),
  "moves for an agent without the scope": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: byAgent("resolve.update_endpoint") }),
  "only says that it moves": () => answering("resolve.update_endpoint", (call) => recordReply(call)),
  "forgets who an organization is when it moves": forgettingMoved,
});

function forgettingMoved(): Fault {
  const moved = new Set<string>();
  const noting: Fault = (call) => {
    if (call.is("resolve.update_endpoint")) moved.add(slugOf(call));
    return call.pass();
  };
  const forgetting = editingRecords((record) => {
    if (moved.has(record.org_slug)) record.identity = { ...record.identity, legal_name: "Unknown" };
  });
  return both(forgetting, noting);
}

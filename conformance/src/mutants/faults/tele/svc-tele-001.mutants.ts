import { defineMutants } from "../../define-mutants.ts";
import { allowing, both } from "../../faulty.ts";
import { byAgent, ignoring } from "../../faulty-mandates.ts";
import { allowingNobody, byOwner, editingRecords, slugOf } from "../../faulty-resolver.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-TELE-001", {
  "takes a sign of life from nobody": () => allowingNobody("telemetry.heartbeat"),
  "takes a sign of life from somebody else": () =>
    allowing((call) => call.caller === "foreign_organization" && call.is("telemetry.heartbeat"), "NOT_FOUND", byOwner),
  "takes a sign of life from an agent without the scope": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: byAgent("telemetry.heartbeat") }),
  "does not note a sign of life": () =>
    editingRecords(({ trust }) => {
      trust.last_seen = "2026-01-01T00:00:00.000Z";
    }),
  "takes a sign of life for a move": movingSeen,
});

function movingSeen(): Fault {
  const seen = new Set<string>();
  const noting: Fault = (call) => {
    if (call.is("telemetry.heartbeat")) seen.add(slugOf(call));
    return call.pass();
  };
  const moved = editingRecords((record) => {
    if (seen.has(record.org_slug)) record.endpoint = { ...record.endpoint, rest: "http://127.0.0.1:9/moved" };
  });
  return both(moved, noting);
}

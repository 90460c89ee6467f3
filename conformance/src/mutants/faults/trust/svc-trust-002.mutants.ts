import type { OperationId } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { both } from "../../faulty.ts";
import { editingRecords, slugOf } from "../../faulty-resolver.ts";
import type { Fault } from "../../mutant-call.ts";

/** Believes what one operation says of an organization's trust. */
const believing = (operation: OperationId) => (): Fault => {
  const trusted = new Set<string>();
  const noting: Fault = (call) => {
    if (call.is(operation) && call.attributes["trust_score"] === 100) trusted.add(slugOf(call));
    return call.pass();
  };
  const boasting = editingRecords(({ org_slug, trust }) => {
    if (trusted.has(org_slug)) Object.assign(trust, { score: 100, level: "verified" });
  });
  return both(boasting, noting);
};

export default defineMutants("SVC-TRUST-002", {
  "believes what a registration says of its trust": believing("resolve.register"),
  "believes what a move says of its trust": believing("resolve.update_endpoint"),
  "believes what a sign of life says of its trust": believing("telemetry.heartbeat"),
});

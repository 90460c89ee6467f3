import { describe, expect, it } from "vitest";
import { catalogue } from "../evidence/catalogue.ts";
import {
  kindsDemandedByVertical,
  missingEvidence,
  missingForResolution,
  type RecordedItem,
} from "./required-evidence.ts";

const gps = (event: string): RecordedItem => ({
  type: "gps",
  method: "auto",
  kind: null,
  data: { latitude: -33.4, longitude: -70.6, event },
});
const sealedRecord: RecordedItem = { type: "document", method: "manual", kind: "clinical_record", data: null };
const contract = (...required_evidence: string[]) => ({ required_evidence });

describe("evidence demanded before documented (SVC-EVID-006)", () => {
  it("names every kind of the contract that has no item", () => {
    const question = {
      vertical: "salud",
      contract: contract("gps_checkin", "gps_checkout", "clinical_record"),
      catalogue,
    };
    expect(missingEvidence({ ...question, items: [gps("checkin")] })).toEqual(["gps_checkout", "clinical_record"]);
    expect(missingEvidence({ ...question, items: [gps("checkin"), gps("checkout"), sealedRecord] })).toEqual([]);
  });

  it("is nothing when the contract's list is empty", () => {
    expect(missingEvidence({ vertical: "salud", contract: contract(), items: [], catalogue })).toEqual([]);
  });

  it("takes synonyms in the contract, and names them as the contract does", () => {
    const question = { vertical: "salud", contract: contract("check_in", "check_out"), catalogue };
    expect(missingEvidence({ ...question, items: [gps("checkin")] })).toEqual(["check_out"]);
  });

  it("knows a sealed item by the kind found when it was recorded", () => {
    const unknown = { ...sealedRecord, kind: null };
    const question = { vertical: "salud", contract: contract("clinical_record"), catalogue };
    expect(missingEvidence({ ...question, items: [sealedRecord] })).toEqual([]);
    expect(missingEvidence({ ...question, items: [unknown] })).toEqual(["clinical_record"]);
  });

  it("tells a kind of the node's own by its document type alone", () => {
    const own: RecordedItem = { type: "document", method: null, kind: null, data: { document_type: "x-gym_waiver" } };
    const question = { vertical: "fitness", contract: contract("x-gym_waiver"), catalogue };
    expect(missingEvidence({ ...question, items: [] })).toEqual(["x-gym_waiver"]);
    expect(missingEvidence({ ...question, items: [own] })).toEqual([]);
  });

  it("lets a contract of a vertical without a rule name kinds of the catalogue", () => {
    const minutes: RecordedItem = { type: "duration", method: "manual", kind: null, data: { minutes: 50 } };
    const question = { vertical: "fitness", contract: contract("billable_hours"), catalogue };
    expect(missingEvidence({ ...question, items: [minutes] })).toEqual([]);
    expect(missingEvidence({ ...question, items: [gps("checkin")] })).toEqual(["billable_hours"]);
  });
});

describe("evidence demanded by the vertical", () => {
  it("is what its rule always needs", () => {
    const names = ["clinical_record", "gps_checkin", "gps_checkout"];
    expect(kindsDemandedByVertical("kinesiologia", undefined, catalogue.kinds).toSorted()).toEqual(names);
    expect(kindsDemandedByVertical("fitness", undefined, catalogue.kinds)).toEqual([]);
  });

  it("counts an evaluation only when the contract says so", () => {
    const usual = ["attendance_record", "material_delivery"];
    expect(kindsDemandedByVertical("education", undefined, catalogue.kinds).toSorted()).toEqual(usual);
    expect(kindsDemandedByVertical("education", { evaluation_required: true }, catalogue.kinds).toSorted()).toEqual(
      [...usual, "evaluation"].toSorted(),
    );
  });

  it("is needed for a resolution together with the contract's, each kind once", () => {
    const question = {
      vertical: "salud",
      contract: contract("check_in", "x-photo_consent"),
      items: [gps("checkin")],
      catalogue,
    };
    expect(missingForResolution(question).toSorted()).toEqual(["clinical_record", "gps_checkout", "x-photo_consent"]);
  });
});

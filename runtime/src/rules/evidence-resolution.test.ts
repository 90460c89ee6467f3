import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../evidence/catalogue.ts";
import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import { contractTerms } from "./default-contract.ts";
import { kindOf } from "./evidence-kinds.ts";
import { type ResolutionItem, type ResolutionQuestion, resolveByEvidence } from "./evidence-resolution.ts";

type Rest = Partial<ResolutionQuestion> & { terms?: Partial<ContractTerms> };

function item(vertical: string, type: string, data: JsonObject, capturedAt = 0): ResolutionItem {
  const method = type === "gps" || data["document_type"] === "attendance_record" ? "auto" : "manual";
  return { type, method, data, capturedAt, kind: kindOf({ type, method, data }, vertical, catalogue)?.name ?? null };
}

function resolve(vertical: string, items: readonly ResolutionItem[], { terms = {}, ...rest }: Rest = {}) {
  return resolveByEvidence({
    vertical,
    contract: { ...contractTerms(vertical), ...terms },
    items,
    catalogue,
    disputed: null,
    clientId: "cli_1",
    expectedMinutes: 60,
    actualMinutes: 60,
    ...rest,
  });
}

const accredited = { outcome: "accredited" };
const fails = (condition: string) => ({ outcome: "escalate", why: "condition", condition });

const uri = "https://files.example/1";
const gps = (event: string, capturedAt: number) =>
  item("health", "gps", { latitude: -33, longitude: -70, event }, capturedAt);
const record = (capturedAt = 30) =>
  item("health", "document", { uri, document_type: "clinical_record", signed_by: ["provider", "client"] }, capturedAt);
const health = [gps("checkin", 0), gps("checkout", 60), record()];

const photo = (label: string, taken_at: string, capturedAt = 0) =>
  item("home", "photo", { uri, label, metadata: { latitude: -33, longitude: -70, taken_at } }, capturedAt);
const checklist = (...completed: boolean[]) =>
  item("home", "document", {
    document_type: "completion_checklist",
    checklist: completed.map((done, index) => ({ task: `task ${index}`, completed: done })),
  });
const signature = item("home", "signature", { signer_role: "client", format: "image/png" });
const home = [
  photo("before", "2026-03-02T09:00:00Z"),
  photo("after", "2026-03-02T10:00:00Z"),
  checklist(true, true),
  signature,
];

const hours = (vertical: string, minutes: number, rest: JsonObject = {}) =>
  item(vertical, "duration", { minutes, ...(vertical === "consulting" && { category: "analysis" }), ...rest });
const legal = [
  item("legal", "document", { uri, document_type: "meeting_minutes" }),
  item("legal", "document", { uri, document_type: "legal_deliverable", delivered_to: "cli_1" }),
];
const attendance = (student_present: boolean, instructor_present: boolean, capturedAt = 0) =>
  item(
    "education",
    "document",
    { document_type: "attendance_record", student_present, instructor_present },
    capturedAt,
  );
const material = item("education", "document", { uri, document_type: "course_material" });
const deliverable = (approved_by: string) =>
  item("consulting", "document", {
    uri,
    document_type: "deliverable",
    approved_by,
    approved_at: "2026-03-02T09:00:00Z",
  });
const consulting = [
  deliverable("cli_1"),
  item("consulting", "document", { uri, document_type: "committee_minutes" }),
  item("consulting", "document", { document_type: "milestone_progress", milestone_id: "m1", progress_percent: 50 }),
];

describe("the evidence rule of health", () => {
  it("accredits a delivery with check-in, check-out and a record signed by both (SVC-EVID-007)", () => {
    expect(resolve("health", health)).toEqual(accredited);
    expect(resolve("Kinesiología", health)).toEqual(accredited);
  });

  it("escalates with what is missing", () => {
    expect(resolve("health", health.slice(0, 2))).toEqual({
      outcome: "escalate",
      why: "missing",
      missing: ["clinical_record"],
    });
    expect(resolve("health", [])).toEqual({
      outcome: "escalate",
      why: "missing",
      missing: ["clinical_record", "gps_checkin", "gps_checkout"],
    });
  });

  it("does not take a record with one signature for one that counts", () => {
    const half = item("health", "document", { uri, document_type: "clinical_record", signed_by: ["provider"] });
    expect(resolve("health", [...health.slice(0, 2), half])).toMatchObject({
      why: "missing",
      missing: ["clinical_record"],
    });
    const sealedAsWhole = { ...half, kind: "clinical_record" };
    expect(resolve("health", [...health.slice(0, 2), sealedAsWhole])).toEqual(fails("clinical_record_signed"));
  });

  it("wants the newest check-out at or after the newest check-in", () => {
    expect(resolve("health", [gps("checkin", 60), gps("checkout", 60), record()])).toEqual(accredited);
    expect(resolve("health", [gps("checkin", 61), gps("checkout", 60), record()])).toEqual(
      fails("checkout_after_checkin"),
    );
    expect(resolve("health", [gps("checkin", 61), gps("checkout", 60), gps("checkout", 90), record()])).toEqual(
      accredited,
    );
  });
});

describe("the evidence rule of home", () => {
  it("accredits photos in their order, every task done, and the client's signature", () => {
    expect(resolve("home", home)).toEqual(accredited);
    expect(resolve("home", home.slice(0, 3))).toMatchObject({ why: "missing", missing: ["client_signature"] });
  });

  it("escalates photos in the wrong order and tasks left undone", () => {
    const [before, after, tasks] = home as [ResolutionItem, ResolutionItem, ResolutionItem];
    const late = photo("before", "2026-03-02T10:00:01Z", 5);
    expect(resolve("home", [late, after, tasks, signature])).toEqual(fails("photo_after_before"));
    expect(resolve("home", [before, after, checklist(true, false), signature])).toEqual(fails("tasks_completed"));
  });
});

describe("the evidence rule of legal", () => {
  const range = (max: number) => ({ terms: { evidence_rules: { agreed_range_minutes: { max } } } });

  it("sums the hours against the contract's range first, else the item's, else none", () => {
    expect(resolve("legal", [...legal, hours("legal", 500)])).toEqual(accredited);
    const own = hours("legal", 61, { agreed_range_minutes: { min: 30, max: 60 } });
    expect(resolve("legal", [...legal, own])).toEqual(fails("hours_within_range"));
    expect(resolve("legal", [...legal, own], range(90))).toEqual(accredited);
    expect(resolve("legal", [...legal, hours("legal", 40), hours("legal", 51)], range(90))).toEqual(
      fails("hours_within_range"),
    );
    expect(resolve("legal", [...legal, hours("legal", 40), hours("legal", 50)], range(90))).toEqual(accredited);
  });

  it("takes a justification for more, not an empty one, and never asks why it was less", () => {
    expect(resolve("legal", [...legal, hours("legal", 100, { justification: "second hearing" })], range(90))).toEqual(
      accredited,
    );
    expect(resolve("legal", [...legal, hours("legal", 100, { justification: " " })], range(90))).toEqual(
      fails("hours_within_range"),
    );
    expect(resolve("legal", [...legal, hours("legal", 1)], range(90))).toEqual(accredited);
  });

  it("escalates without minutes of the meeting", () => {
    expect(resolve("legal", [...legal.slice(1), hours("legal", 10)])).toMatchObject({
      why: "missing",
      missing: ["meeting_minutes"],
    });
  });
});

describe("the evidence rule of education", () => {
  it("wants both present by the newest record", () => {
    expect(resolve("education", [attendance(true, true), material])).toEqual(accredited);
    expect(resolve("education", [attendance(true, true), attendance(false, true, 5), material])).toEqual(
      fails("both_present"),
    );
    expect(resolve("education", [attendance(true, false), material])).toEqual(fails("both_present"));
  });

  it("wants an evaluation only where the contract does", () => {
    const terms = { evidence_rules: { evaluation_required: true } };
    expect(resolve("educación", [attendance(true, true), material], { terms })).toMatchObject({
      missing: ["evaluation"],
    });
    const evaluation = item("education", "document", { document_type: "session_evaluation", score: 80 });
    expect(resolve("educación", [attendance(true, true), material, evaluation], { terms })).toEqual(accredited);
  });
});

describe("the evidence rule of consulting", () => {
  it("wants the deliverable approved by this client", () => {
    expect(resolve("consulting", [...consulting, hours("consulting", 60)])).toEqual(accredited);
    const others = [deliverable("cli_2"), ...consulting.slice(1), hours("consulting", 60)];
    expect(resolve("consulting", others)).toEqual(fails("approved_by_client"));
  });

  it("holds the hours against the contract's budget, then the order's, then the item's", () => {
    const own = [...consulting, hours("consulting", 90, { budget_authorized_minutes: 60 })];
    expect(resolve("consulting", own)).toEqual(fails("hours_within_budget"));
    expect(resolve("consulting", own, { orderBudgetMinutes: 90 })).toEqual(accredited);
    const terms = { evidence_rules: { budget_authorized_minutes: 80 } };
    expect(resolve("consulting", own, { terms, orderBudgetMinutes: 90 })).toEqual(fails("hours_within_budget"));
    const scoped = [...consulting, hours("consulting", 90, { scope_change_ref: "SC-7" })];
    expect(resolve("consulting", scoped, { terms })).toEqual(accredited);
  });
});

describe("every evidence rule", () => {
  it("leaves verticals without a rule to people, whatever is there", () => {
    expect(resolve("fitness", health)).toEqual({ outcome: "escalate", why: "no_rule" });
  });

  it("leaves amounts above the contract's limit to people, and what cannot be compared with it", () => {
    const terms = { max_dispute_amount: { value: 100, currency: "USD" } };
    const disputed = (amountMinor: number, currency = "USD") => ({ terms, disputed: { amountMinor, currency } });
    expect(resolve("health", health, disputed(10_000))).toEqual(accredited);
    expect(resolve("health", health, disputed(10_001))).toEqual({ outcome: "escalate", why: "amount" });
    expect(resolve("health", health, disputed(1, "CLP"))).toEqual({ outcome: "escalate", why: "amount" });
    expect(resolve("health", [], disputed(10_001))).toEqual({ outcome: "escalate", why: "amount" });
  });

  it("counts what the contract asks for beside the vertical's kinds", () => {
    const terms = { required_evidence: ["x-allergy-form"] };
    expect(resolve("health", health, { terms })).toEqual({
      outcome: "escalate",
      why: "missing",
      missing: ["x-allergy-form"],
    });
    const form = { ...item("health", "document", { uri, document_type: "x-allergy-form" }), kind: "x-allergy-form" };
    expect(resolve("health", [...health, form], { terms })).toEqual(accredited);
  });

  it("holds the duration against the contract's tolerance, both ways", () => {
    const terms = { evidence_rules: { duration_tolerance_percent: 10 } };
    const lasting = (actualMinutes: number | null) => resolve("health", health, { terms, actualMinutes });
    expect([54, 60, 66].map(lasting)).toEqual([accredited, accredited, accredited]);
    expect([53, 67, null].map(lasting)).toEqual(Array(3).fill({ outcome: "escalate", why: "duration" }));
  });

  const complete = fc.constantFrom(
    ["health", health] as const,
    ["home", home] as const,
    ["legal", [...legal, hours("legal", 60)]] as const,
    ["education", [attendance(true, true), material]] as const,
    ["consulting", [...consulting, hours("consulting", 60)]] as const,
  );

  it("accredits complete evidence in whatever order it was recorded", () => {
    fc.assert(
      fc.property(complete, fc.infiniteStream(fc.nat()), ([vertical, items], order) => {
        const shuffled = items.map((one) => ({ one, at: order.next().value })).toSorted((a, b) => a.at - b.at);
        expect(
          resolve(
            vertical,
            shuffled.map(({ one }) => one),
          ),
        ).toEqual(accredited);
      }),
    );
  });

  it("never accredits what lacks any of the demanded kinds, and never says that the client prevails", () => {
    fc.assert(
      fc.property(complete, fc.nat(), ([vertical, items], which) => {
        const without = items.filter((_, index) => index !== which % items.length);
        const { outcome, why, missing } = resolve(vertical, without);
        expect([outcome, why]).toEqual(["escalate", "missing"]);
        expect(missing).toHaveLength(1);
      }),
    );
  });
});

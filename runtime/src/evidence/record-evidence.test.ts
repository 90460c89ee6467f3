import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLINICAL_RECORD, Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import type { Party } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
let session: string;
beforeAll(async () => {
  clinic = await Clinic.open();
  session = await clinic.sessionIn("delivered");
});
afterAll(() => clinic.close());

const record = (item: Record<string, unknown>, party: Party = "provider") =>
  clinic.call(party, "delivery.record_evidence", { session_id: session, ...item });
const lastItem = async (id = session) => (await clinic.session(id)).proof.evidence.at(-1);

describe("an item of evidence", () => {
  it("is kept with its author, its moment, its method and the sensitivity of its kind", async () => {
    const { status, body } = await record({ evidence_type: "notes", data: { text: "mobility improved" } });
    expect(status).toBe(201);
    expect(body.data.attributes.lifecycle.current_state).toBe("delivered");
    expect(body.meta?.transition).toBeUndefined();
    expect(await lastItem()).toMatchObject({
      type: "notes",
      captured_at: clinic.now,
      actor: { type: "provider", id: clinic.id("Camila Rojas") },
      method: "manual",
      data: { text: "mobility improved" },
      data_sensitivity: "confidential",
    });
  });

  it("of the organization stands for the provider and names who recorded it; a client's is the client's", async () => {
    succeeded(await record({ evidence_type: "duration", data: { minutes: 45 } }, "organization"));
    expect(await lastItem()).toMatchObject({
      actor: { type: "provider", id: clinic.id("Camila Rojas") },
      recorded_by: clinic.demo.as("organization").id,
    });
    succeeded(await record({ evidence_type: "duration", data: { minutes: 44 } }, "client"));
    expect(await lastItem()).toMatchObject({ actor: { type: "client", id: clinic.id("María") } });
  });

  it("comes from check-in and check-out when they carry a place", async () => {
    const { proof } = await clinic.session(session);
    const events = proof.evidence.filter((item: { type: string }) => item.type === "gps");
    expect(events.map((item: { data: unknown; method: string }) => [item.data, item.method])).toEqual([
      [{ latitude: PLACE.lat, longitude: PLACE.lng, event: "checkin" }, "auto"],
      [{ latitude: PLACE.lat, longitude: PLACE.lng, event: "checkout" }, "auto"],
    ]);
  });

  it.each([
    [
      "a place beyond the pole",
      { evidence_type: "gps", data: { latitude: 91, longitude: 0 } },
      "VALIDATION_ERROR",
      "/data/latitude",
    ],
    ["half a place", { evidence_type: "gps", data: { latitude: 1 } }, "VALIDATION_ERROR", "/data/longitude"],
    ["empty notes", { evidence_type: "notes", data: { text: "" } }, "VALIDATION_ERROR", "/data/text"],
    ["a photo without address", { evidence_type: "photo", data: {} }, "VALIDATION_ERROR", "/data/uri"],
    ["a negative duration", { evidence_type: "duration", data: { minutes: -5 } }, "VALIDATION_ERROR", "/data/minutes"],
    [
      "a clinical record that one party signed",
      { ...CLINICAL_RECORD, data: { ...CLINICAL_RECORD.data, signed_by: ["provider"] } },
      "EVIDENCE_INVALID",
      "/data/signed_by",
    ],
    [
      "a clinical record signed twice by one",
      { ...CLINICAL_RECORD, data: { ...CLINICAL_RECORD.data, signed_by: ["provider", "provider"] } },
      "EVIDENCE_INVALID",
      "/data/signed_by",
    ],
    [
      "a clinical record without its document",
      { ...CLINICAL_RECORD, data: { document_type: "clinical_record", signed_by: ["provider", "client"] } },
      "EVIDENCE_INVALID",
      "/data/uri",
    ],
    [
      "a moment still to come",
      { evidence_type: "duration", data: { minutes: 5 }, captured_at: "2030-01-01T00:00:00Z" },
      "VALIDATION_ERROR",
      "/captured_at",
    ],
  ] as const)("is refused when it is %s, pointing at the place", async (_what, item, code, pointer) => {
    const before = await clinic.session(session);
    const answer = await record(item);
    expectRefusal(answer, { code, pointer: `/data/attributes${pointer}` });
    expect(await clinic.session(session)).toEqual(before);
  });

  it.each([
    ["clinical record", CLINICAL_RECORD, ["public", "internal", "confidential"], "restricted"],
    ["notes in health", { evidence_type: "notes", data: { text: "better" } }, ["public", "internal"], "confidential"],
  ] as const)("cannot be less than its floor: %s", async (_what, item, tooLow, floor) => {
    for (const data_sensitivity of tooLow) {
      const answer = await record({ ...item, data_sensitivity });
      expectRefusal(answer, { code: "EVIDENCE_INVALID", pointer: "/data/attributes/data_sensitivity" });
      expect(answer.errors[0]?.meta?.["floor"]).toBe(floor);
    }
    succeeded(await record({ ...item, data_sensitivity: "restricted" }));
    expect(await lastItem()).toMatchObject({ data_sensitivity: "restricted" });
  });

  it.each(["requested", "scheduled", "confirmed", "cancelled", "verified", "reassigning"] as const)(
    "is refused while the session is %s",
    async (state) => {
      const id = await clinic.sessionIn(state);
      expectRefusal(
        await clinic.call("organization", "delivery.record_evidence", {
          session_id: id,
          evidence_type: "duration",
          data: { minutes: 1 },
        }),
        "INVALID_TRANSITION",
      );
    },
  );

  it.each(["in_progress", "documented", "charged", "partial", "disputed"] as const)(
    "is taken while the session is %s",
    async (state) => {
      const id = await clinic.sessionIn(state);
      succeeded(
        await clinic.call("organization", "delivery.record_evidence", {
          session_id: id,
          evidence_type: "duration",
          data: { minutes: 1 },
        }),
      );
      expect((await clinic.lifecycle(id)).current_state).toBe(state);
    },
  );

  it("is refused from anybody who is no party to the session", async () => {
    expectRefusal(await record({ evidence_type: "duration", data: { minutes: 1 } }, "second_provider"), "FORBIDDEN");
    expectRefusal(await record({ evidence_type: "duration", data: { minutes: 1 } }, "second_client"), "NOT_FOUND");
  });
});

describe("required evidence", () => {
  it("keeps a session out of documented, and is named", async () => {
    const id = await clinic.sessionIn("confirmed");
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id: id }));
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id: id, location: PLACE }));
    const answer = await clinic.call("provider", "documentation.create", { session_id: id, content: "as planned" });
    expectRefusal(answer, "EVIDENCE_REQUIRED");
    expect(answer.errors[0]?.meta?.["missing_evidence"]).toEqual(["gps_checkin", "clinical_record"]);
    const checkin = { evidence_type: "gps", data: { latitude: -33.4, longitude: -70.6, event: "checkin" } };
    const batch = { to_state: "documented", evidence: { items: [checkin, CLINICAL_RECORD] } };
    expect(succeeded(await clinic.transition("provider", id, batch)).body.data.attributes.lifecycle.current_state).toBe(
      "documented",
    );
  });

  it("that came along is dropped with the move it came with", async () => {
    const id = await clinic.sessionIn("confirmed");
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id: id }));
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id: id }));
    expectRefusal(
      await clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }),
      "EVIDENCE_REQUIRED",
    );
    const broken = {
      items: [
        { evidence_type: "duration", data: { minutes: 45 } },
        { evidence_type: "duration", data: {} },
      ],
    };
    const answer = await clinic.transition("provider", id, { to_state: "documented", evidence: broken });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/evidence/items/1/data/minutes" });
    expect((await clinic.session(id)).proof.evidence).toEqual([]);
  });
});

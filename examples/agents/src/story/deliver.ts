import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import { type Scene, stateOf } from "./stage.ts";

const PLACE = { lat: -33.4264, lng: -70.6152 };

/** Where the record of the session lies, which not everybody may know. */
export const RECORD_URI = "https://records.clinica-andes.example/2026/4712";

/** What is written down of the session. */
export const NOTES = "Session held as planned; exercises handed out for two weeks.";

/** Check-in, check-out, evidence, documentation: the agent does the clerical work, the provider answers for the delivery. */
export async function deliver(scene: Scene, sessionId: string): Promise<void> {
  const { mandates, provider, clinicsAgent, narrator } = scene;
  const { recording } = mandates;
  narrator.scene("Delivery: the agent keeps the records, the provider delivers");
  const session = { session_id: sessionId };
  const { data: begun } = await clinicsAgent.does(
    "delivery.checkin",
    { ...session, location: PLACE },
    { under: recording, note: "the check-in was detected at a position" },
  );
  expectEqual("state after check-in", begun.attributes.lifecycle.current_state, "in_progress");
  const { mend } = await clinicsAgent.isRefused(
    "delivery.checkout",
    { ...session, location: PLACE },
    { under: recording },
    { code: "FORBIDDEN" },
  );
  expectThat("the mend sends to the provider", mend.includes("Ask the provider"));
  expectEqual("state after the agent tried to check out", await stateOf(scene, sessionId), "in_progress");
  const out = await provider.node.call("delivery.checkout", { ...session, location: PLACE, actor: provider.actor });
  expectEqual("state after check-out", bodyOf("check-out", out).data.attributes.lifecycle.current_state, "delivered");
  provider.says("delivery.checkout over HTTP", "done: whoever delivered says so, and no agent ever");
  await keepRecords(scene, sessionId);
}

async function keepRecords({ mandates, provider, clinicsAgent }: Scene, sessionId: string): Promise<void> {
  const { recording } = mandates;
  const document = { session_id: sessionId, content: NOTES };
  const early = await clinicsAgent.isRefused(
    "documentation.create",
    document,
    { under: recording },
    { code: "EVIDENCE_REQUIRED" },
  );
  expectEqual("the evidence that is missing", early.meta["missing_evidence"], ["gps_checkin", "clinical_record"]);
  const arrival = await provider.node.call("delivery.record_evidence", {
    session_id: sessionId,
    evidence_type: "gps",
    data: { latitude: PLACE.lat, longitude: PLACE.lng, event: "checkin" },
    method: "auto",
    actor: provider.actor,
  });
  bodyOf("the provider's device records the arrival", arrival);
  provider.says(
    "delivery.record_evidence over HTTP",
    "done: the device of the provider shows the arrival; what an agent says of a place shows nothing",
  );
  await clinicsAgent.does(
    "delivery.record_evidence",
    {
      session_id: sessionId,
      evidence_type: "document",
      data: { uri: RECORD_URI, document_type: "clinical_record", signed_by: ["provider", "client"] },
    },
    { under: recording },
  );
  const { meta } = await clinicsAgent.isRefused(
    "documentation.create",
    document,
    { under: recording },
    { code: "CONFIRMATION_REQUIRED" },
  );
  clinicsAgent.says("the clinical record was not captured automatically, so the provider reads it first");
  const confirmation = String(meta["confirmation_id"]);
  await provider.decides(confirmation, "approve");
  const { data } = await clinicsAgent.does("documentation.create", document, {
    under: recording,
    confirmation,
    note: "the provider agreed",
  });
  expectEqual("state after documenting", data.attributes.lifecycle.current_state, "documented");
}

import { bodyOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { bookingOf, isFree, nextSlot, nodeTime, type Scene, stateOf } from "./stage.ts";

/**
 * A mandate is taken back between two steps. The agent stops where it is: what was done stays, what was open is void,
 * and the human hears what was done and what was not. It does not reach for another mandate that it happens to hold.
 */
export async function lostMandate(scene: Scene): Promise<void> {
  const { clinic, patient, patientsAgent, narrator } = scene;
  narrator.scene("A mandate revoked mid-way");
  const course = await patient.issues({
    name: "patient-4",
    to: patientsAgent,
    context: clinic.context,
    scopes: ["schedule:write", "service:read"],
    now: await nodeTime(scene),
  });
  patientsAgent.says("plans: book a session, confirm it, book the next one");
  const first = bookingOf(scene, clinic.offer, await nextSlot(scene, clinic.offer));
  const { data } = await patientsAgent.does("scheduling.book", first, { under: course });
  const session = { session_id: data.id };
  const { meta } = await patientsAgent.isRefused(
    "scheduling.confirm",
    session,
    { under: course },
    { code: "CONFIRMATION_REQUIRED" },
  );
  const nextFree = await nextSlot(scene, clinic.offer);
  await patient.revokes(course, "I would rather do this myself.");
  const lost = await patientsAgent.isRefused(
    "scheduling.confirm",
    session,
    { under: course, confirmation: String(meta["confirmation_id"]) },
    // What had been begun was stopped, which is more than a refusal.
    { code: "MANDATE_EXPIRED", check: 2, keptAs: "halted" },
  );
  expectThat("the mend tells to stop", lost.mend.includes("Stop, keep what was reached, and tell the human"));
  patientsAgent.says("stops, and takes no other mandate. Reports to the patient:");
  patientsAgent.says(`done: ${data.id} is booked, and still requested`);
  patientsAgent.says("not done: it is not confirmed, and the next session is not booked");
  await takeOver(scene, data.id, String(meta["confirmation_id"]));
  expectThat("the next session was not booked", await isFree(scene, clinic.offer, nextFree));
}

async function takeOver(scene: Scene, sessionId: string, confirmation: string): Promise<void> {
  const { patient } = scene;
  expectEqual("state after the loss", await stateOf(scene, sessionId), "requested");
  const late = await patient.node.call("confirmations.approve", { confirmation_id: confirmation });
  expectRefused("approving what is void", late, 409, "CONFLICT");
  patient.says("tries to approve the open question", "refused, CONFLICT: it went void with the mandate");
  const answer = await patient.node.call("scheduling.confirm", { session_id: sessionId, actor: patient.actor });
  const { lifecycle } = bodyOf("the patient confirms", answer).data.attributes;
  expectEqual("state after the patient confirmed", lifecycle.current_state, "confirmed");
  patient.says("scheduling.confirm over HTTP", "done: it goes on from where the agent stopped");
}

import { bodyOf, expectEqual } from "../expect.ts";
import { bookingOf, nextSlot, nodeTime, type Scene, stateOf } from "./stage.ts";

/** Within one session an agent is on one side. Handed a mandate of the other side, it can act for neither. */
export async function conflictOfInterest(scene: Scene): Promise<void> {
  const { clinic, mandates, patient, clinicsAgent, narrator } = scene;
  narrator.scene("A conflict of interest");
  const slot = await nextSlot(scene, clinic.offer);
  const wish = { ...bookingOf(scene, clinic.offer, slot), human_intent_confirmed: true, actor: patient.actor };
  const { data } = bodyOf("the patient books", await patient.node.call("scheduling.book", wish));
  patient.says("scheduling.book over HTTP", "done: and this is the patient's own word that it stands");
  const session = { session_id: data.id };
  const both = await patient.issues({
    name: "patient-3",
    to: clinicsAgent,
    context: clinic.context,
    scopes: ["service:read"],
    now: await nodeTime(scene),
  });
  const conflict = { code: "CONFLICT_OF_INTEREST", check: 7 };
  await clinicsAgent.isRefused("scheduling.confirm", session, { under: mandates.running }, conflict);
  await clinicsAgent.isRefused("lifecycle.get_state", session, { under: both }, conflict);
  expectEqual("state in the meantime", await stateOf(scene, data.id), "requested");
  await patient.revokes(both, "The clinic's agent cannot speak for me as well.");
  const confirmed = await clinicsAgent.does("scheduling.confirm", session, {
    under: mandates.running,
    note: "both parties' words are on record, so nobody has to be asked",
  });
  expectEqual("state after confirming", confirmed.data.attributes.lifecycle.current_state, "confirmed");
}

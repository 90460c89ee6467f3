import { expectEqual, expectRefused } from "../expect.ts";
import type { Booked } from "./scope-limit.ts";
import { type Scene, stateOf } from "./stage.ts";

/** Nobody has said for the patient that the appointment stands: that is for the patient to say, not for the agent to assume. */
export async function confirm(scene: Scene, { sessionId, booking }: Booked): Promise<void> {
  const { patient, provider, patientsAgent, narrator } = scene;
  narrator.scene("A confirmation that only the patient can give");
  const input = { session_id: sessionId };
  const { meta, mend } = await patientsAgent.isRefused(
    "scheduling.confirm",
    input,
    { under: booking },
    { code: "CONFIRMATION_REQUIRED" },
  );
  expectEqual("why a human is asked", meta["reason"], "autonomy");
  const confirmation = String(meta["confirmation_id"]);
  expectEqual("the mend says where", mend.includes(`/confirmation-requests/${confirmation}`), true);
  expectEqual("state while the patient thinks", await stateOf(scene, sessionId), "requested");
  const early = await patientsAgent.isRefused(
    "scheduling.confirm",
    input,
    { under: booking, confirmation },
    { code: "CONFIRMATION_INVALID" },
  );
  expectEqual("the request is not decided", early.meta["status"], "pending");
  const strangers = await provider.node.call("confirmations.approve", { confirmation_id: confirmation });
  expectRefused("somebody else approves", strangers, 404, "NOT_FOUND");
  provider.says("tries to approve it", "refused, NOT_FOUND: only the patient is asked");
  await patient.decides(confirmation, "approve");
  const { data } = await patientsAgent.does("scheduling.confirm", input, {
    under: booking,
    confirmation,
    note: "the patient agreed",
  });
  expectEqual("state after confirming", data.attributes.lifecycle.current_state, "confirmed");
}

import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import { nodeTime, type Scene } from "./stage.ts";

const ACTIONS_A_DAY = 3;

/** So many actions a day, reads included; the next day begins at midnight where the organization is. */
export async function dailyLimit(scene: Scene, sessionId: string): Promise<void> {
  const { clinic, patient, administrator, patientsAgent, narrator } = scene;
  narrator.scene("A daily limit");
  const limited = await patient.issues({
    name: "patient-5",
    to: patientsAgent,
    context: clinic.context,
    scopes: ["service:read"],
    constraints: { max_actions_per_day: ACTIONS_A_DAY },
    now: await nodeTime(scene),
  });
  const session = { session_id: sessionId };
  // What is refused does not count.
  await patientsAgent.isRefused(
    "scheduling.confirm",
    session,
    { under: limited },
    { code: "SCOPE_INSUFFICIENT", check: 5 },
  );
  for (let action = 1; action <= ACTIONS_A_DAY; action++) {
    const note = `action ${action} of ${ACTIONS_A_DAY}`;
    await patientsAgent.does("lifecycle.get_state", session, { under: limited, note });
  }
  const { meta } = await patientsAgent.isRefused(
    "lifecycle.get_state",
    session,
    { under: limited },
    { code: "CONSTRAINT_VIOLATED", check: 8 },
  );
  expectEqual("the limit", meta["constraint"], "max_actions_per_day");
  const again = String(meta["retry_at"]);
  expectThat("it is allowed again within a day", Date.parse(again) > (await nodeTime(scene)));
  if (!clinic.sandboxClock) return administrator.says(`would let it go on at ${again}; this node's clock is not moved`);
  const clock = await administrator.node.call("sandbox.set_clock", { set_to: again });
  expectThat("the clock moved", Date.parse(bodyOf("clock", clock).data.attributes.now) >= Date.parse(again));
  administrator.says(`moves the sandbox clock to ${again}`);
  await patientsAgent.does("lifecycle.get_state", session, { under: limited, note: "a new day" });
}

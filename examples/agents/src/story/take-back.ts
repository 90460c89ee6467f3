import type { Agent, HeldMandate } from "../agent.ts";
import type { Scene, Stage } from "./stage.ts";

/** The work is done: the people take back what they handed out, and from then on the agents can do nothing. */
export async function takeBack(scene: Scene): Promise<void> {
  const { mandates, patientsAgent, clinicsAgent, clinic, organizationSlug, narrator } = scene;
  narrator.scene("The people take everything back");
  await revokeAll(scene, "The work is done.");
  const contract = { service_id: clinic.offer.id, org_id: organizationSlug };
  const attempts: readonly (readonly [Agent, HeldMandate])[] = [
    [patientsAgent, mandates.looking],
    [clinicsAgent, mandates.running],
    [clinicsAgent, mandates.recording],
  ];
  for (const [agent, under] of attempts) {
    await agent.isRefused("contract.get", contract, { under }, { code: "MANDATE_EXPIRED", check: 2 });
  }
}

/** Leaves no mandate of the story in force: one of the other side would stand in the way of the next story. */
export async function revokeAll({ patient, provider, administrator }: Stage, reason: string): Promise<void> {
  for (const person of [patient, provider, administrator]) await person.revokesAll(reason);
}

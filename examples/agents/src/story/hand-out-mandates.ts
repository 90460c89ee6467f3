import { expectThat } from "../expect.ts";
import { type Clinic, type FirstMandates, nodeTime, type Stage } from "./stage.ts";

/** People, and people only, let agents act: each one agent, for one party, in one place, for a while. */
export async function handOutMandates(stage: Stage & { readonly clinic: Clinic }): Promise<FirstMandates> {
  const { clinic, patient, provider, administrator, patientsAgent, clinicsAgent, narrator } = stage;
  narrator.scene("People hand out mandates, over HTTP");
  const now = await nodeTime(stage);
  const { value: amount, currency } = clinic.offer.attributes.price;
  const { context } = clinic;
  const looking = await patient.issues({
    name: "patient-1",
    to: patientsAgent,
    context,
    scopes: ["service:read", "mandate:read"],
    now,
  });
  const running = await administrator.issues({
    name: "clinic-1",
    to: clinicsAgent,
    context,
    scopes: ["schedule:write", "service:read", "service:write", "patient:write", "payment:read", "payment:write"],
    constraints: { require_confirmation_above: { amount, currency } },
    now,
  });
  const recording = await provider.issues({
    name: "provider-1",
    to: clinicsAgent,
    context,
    scopes: ["service:read", "evidence:write", "document:write"],
    now,
  });
  for (const agent of [patientsAgent, clinicsAgent]) {
    const tools = await agent.connection.tools();
    expectThat(`the ${agent.name} is offered scheduling_book`, tools.includes("scheduling_book"));
    const reserved = tools.filter((tool) =>
      /^(mandates_(issue|revoke|reactivate|audit)|confirmations_|audit_)/.test(tool),
    );
    expectThat(`the ${agent.name} is offered nothing that is for people`, reserved.length === 0);
    agent.says(`sees ${tools.length} tools; none issues or revokes a mandate, or approves anything`);
  }
  return { looking, running, recording };
}

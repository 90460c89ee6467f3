import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { Evidence, Service } from "@servicialo/schema/0.8/types";
import type { Agent, HeldMandate } from "../agent.ts";
import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import { RECORD_URI } from "./deliver.ts";
import type { Booked } from "./scope-limit.ts";
import { nodeTime, type Scene } from "./stage.ts";

const HIDDEN = { redacted: true, reason: "restricted_evidence" };

/** To see a session is not to see what lies in its records: for that an agent needs a scope of its own. */
export async function restrictedEvidence(scene: Scene, { sessionId, booking }: Booked): Promise<void> {
  const { clinic, mandates, provider, patient, clinicsAgent, patientsAgent, narrator } = scene;
  narrator.scene("Restricted evidence");
  const closed: readonly (readonly [Agent, HeldMandate])[] = [
    [clinicsAgent, mandates.recording],
    [clinicsAgent, mandates.running],
    [patientsAgent, booking],
  ];
  for (const [agent, under] of closed) {
    const record = await readRecord(agent, under, sessionId);
    expectEqual(`the clinical record under ${under.name}`, record, HIDDEN);
    agent.says("finds the clinical record redacted: no document:read");
  }
  for (const person of [patient, provider]) {
    const data = (await readOverHttp(person.node, sessionId)) as { uri?: string };
    expectEqual(`the clinical record for the ${person.name}`, data.uri, RECORD_URI);
    person.says("service.get over HTTP", "reads the clinical record: their own session");
  }
  const reading = await provider.issues({
    name: "provider-2",
    to: clinicsAgent,
    context: clinic.context,
    scopes: ["service:read", "document:read"],
    now: await nodeTime(scene),
  });
  const record = (await readRecord(clinicsAgent, reading, sessionId)) as { uri?: string };
  expectEqual("the clinical record with document:read", record.uri, RECORD_URI);
  clinicsAgent.says("reads the clinical record now; the node keeps who read it");
}

async function readRecord(agent: Agent, under: HeldMandate, sessionId: string): Promise<unknown> {
  const { data } = await agent.does("service.get", { service_id: sessionId }, { under });
  return recordIn(data.attributes as Service);
}

async function readOverHttp(node: ServicialoClient, sessionId: string): Promise<unknown> {
  const { data } = bodyOf("service.get", await node.call("service.get", { service_id: sessionId }));
  return recordIn(data.attributes as Service);
}

function recordIn({ proof }: Service): Evidence["data"] {
  const restricted = (proof?.evidence ?? []).filter(({ data_sensitivity }) => data_sensitivity === "restricted");
  const [record] = restricted;
  expectEqual("restricted items of the session", restricted.length, 1);
  expectThat("the clinical record is there", record !== undefined);
  return record.data;
}

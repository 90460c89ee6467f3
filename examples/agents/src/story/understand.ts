import type { Mandate } from "@servicialo/schema/0.8/types";
import { expectEqual, expectThat } from "../expect.ts";
import type { Scene } from "./stage.ts";

/** Before anybody commits to anything: what may I do, what are the terms, who is the patient. */
export async function understand(scene: Scene): Promise<void> {
  const { clinic, mandates, patientsAgent, clinicsAgent, patient, organizationSlug, patientsEmail, narrator } = scene;
  narrator.scene("Understanding, before anybody commits to anything");
  const { data: own } = await patientsAgent.does(
    "mandates.get",
    { mandate_id: mandates.looking.id },
    { under: mandates.looking, note: "reads what it may do" },
  );
  expectEqual("scopes of patient-1", (own.attributes as Mandate).scopes, mandates.looking.scopes);
  const { data } = await patientsAgent.does(
    "contract.get",
    { service_id: clinic.offer.id, org_id: organizationSlug },
    { under: mandates.looking },
  );
  const contract = data.attributes;
  expectThat("the contract wants a clinical record", contract.required_evidence.includes("clinical_record"));
  patientsAgent.says(
    `reports: evidence ${contract.required_evidence.join(", ")}; disputes within ${contract.dispute_window_hours} h; verified after ${contract.verification_deadline_hours} h at the latest`,
  );
  const found = await clinicsAgent.does(
    "clients.get_or_create",
    { email: patientsEmail },
    { under: mandates.running, note: "finds the patient's record and changes nothing" },
  );
  expectEqual("the record that the e-mail leads to", found.data.id, patient.id);
}

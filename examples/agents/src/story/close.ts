import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import type { Booked } from "./scope-limit.ts";
import { type Scene, stateOf } from "./stage.ts";

const HISTORY = [
  "requested",
  "scheduled",
  "confirmed",
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "verified",
] as const;

/** Sale, payment, verification: money within the standing approval, the rest when somebody has said so. */
export async function close(scene: Scene, booked: Booked): Promise<void> {
  const { narrator } = scene;
  narrator.scene("Sale and payment");
  const saleId = await charge(scene, booked.sessionId);
  await pay(scene, saleId);
  narrator.scene("Verification");
  await verify(scene, booked);
}

/** The threshold of a mandate is its principal's approval in advance of everything up to it. */
async function charge(scene: Scene, sessionId: string): Promise<string> {
  const { clinic, mandates, patient, provider, clinicsAgent } = scene;
  const { price } = clinic.offer.attributes;
  const sale = {
    client_id: patient.id,
    service_id: clinic.offer.id,
    provider_id: provider.id,
    unit_price: price,
    session_id: sessionId,
  };
  const { data } = await clinicsAgent.does("payments.create_sale", sale, {
    under: mandates.running,
    note: `the administrator approved in advance up to ${price.value} ${price.currency}`,
  });
  expectEqual("total of the sale", data.attributes.total, price);
  expectEqual("state after the sale", await stateOf(scene, sessionId), "charged");
  return data.id;
}

/** A payment is written down when somebody has seen the money. */
async function pay({ clinic, mandates, administrator, clinicsAgent }: Scene, saleId: string): Promise<void> {
  const { price } = clinic.offer.attributes;
  const payment = { sale_id: saleId, amount: price.value, method: "transferencia" } as const;
  const { meta } = await clinicsAgent.isRefused(
    "payments.record_payment",
    payment,
    { under: mandates.running },
    { code: "CONFIRMATION_REQUIRED" },
  );
  expectEqual("why a human is asked about the payment", meta["reason"], "irreversible");
  const confirmation = String(meta["confirmation_id"]);
  await administrator.decides(confirmation, "approve");
  const approved = { under: mandates.running, confirmation, note: "the administrator saw the money" };
  await clinicsAgent.does("payments.record_payment", payment, approved);
  const twice = await clinicsAgent.isRefused("payments.record_payment", payment, approved, {
    code: "CONFIRMATION_INVALID",
  });
  expectEqual("the confirmation is used up", twice.meta["status"], "consumed");
  const { data } = await clinicsAgent.does("payments.get_status", { sale_id: saleId }, { under: mandates.running });
  expectEqual("paid once", data.attributes.paid, price);
  clinicsAgent.says("finds it paid once");
}

/** That the service was delivered well is the patient's to say. */
async function verify(scene: Scene, { sessionId, booking }: Booked): Promise<void> {
  const { mandates, patient, clinicsAgent, patientsAgent } = scene;
  const input = { session_id: sessionId, to_state: "verified" } as const;
  await clinicsAgent.isRefused("lifecycle.transition", input, { under: mandates.running }, { code: "FORBIDDEN" });
  const { meta } = await patientsAgent.isRefused(
    "lifecycle.transition",
    input,
    { under: booking },
    { code: "CONFIRMATION_REQUIRED" },
  );
  const confirmation = String(meta["confirmation_id"]);
  await patient.decides(confirmation, "approve");
  await patientsAgent.does("lifecycle.transition", input, {
    under: booking,
    confirmation,
    note: "the patient accepted",
  });
  const answer = await patient.node.call("lifecycle.get_state", { session_id: sessionId });
  const { current_state: state, transitions } = bodyOf("lifecycle.get_state", answer).data.attributes;
  expectEqual("state in the end", state, "verified");
  expectEqual(
    "states passed",
    transitions.map(({ to }) => to),
    HISTORY,
  );
  const byAgents = transitions.filter(({ method }) => method === "agent");
  for (const { to, metadata } of byAgents) {
    expectThat(`the move to ${to} names the mandate it was made under`, metadata?.mandate_id !== undefined);
  }
  patient.says(
    `reads the history: ${HISTORY.length} states in order, ${byAgents.length} of them by agents, each with its mandate`,
  );
}

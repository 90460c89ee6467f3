import { TestAgent } from "./agents.ts";
import { type Clinic, succeeded } from "./clinic.ts";
import { draftOrder } from "./orders.ts";
import { bookedPublicly } from "./public-lane.ts";
import type { Addressed } from "./sample-requests.ts";
import { pastDelivery } from "./webhooks.ts";

/** Something at the clinic for every kind of id that an operation can be asked with. */
export async function everythingAddressed(clinic: Clinic): Promise<Addressed> {
  const sessionId = await clinic.sessionIn("charged");
  const { body } = await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") });
  const saleId = body.data.attributes.sales[0].id;
  const orderId = await draftOrder(clinic);
  await registerClinic(clinic);
  return {
    sessionId,
    saleId,
    orderId,
    bookingToken: (await bookedPublicly(clinic)).booking_token,
    ...(await pastDelivery(clinic)),
    ...(await questionAbout(clinic, orderId)),
  };
}

/** The clinic is in the resolver of its own node. */
async function registerClinic(clinic: Clinic): Promise<void> {
  const rest = `${clinic.demo.node.url}/servicialo/v1`;
  const wish = { slug: "clinica-andes", country: "cl", name: "Clínica Andes", rest_url: rest };
  succeeded(await clinic.call("organization", "resolve.register", wish));
}

/** An agent of the clinic has asked whether it may propose an order. */
async function questionAbout(clinic: Clinic, orderId: string) {
  const agent = await TestAgent.for(clinic, "organization", { scopes: ["order:write"], hours: 48 });
  const asked = await agent.call("service_orders.propose", { order_id: orderId });
  return { mandateId: agent.mandateId, confirmationId: asked.errors[0]?.meta?.["confirmation_id"] as string };
}

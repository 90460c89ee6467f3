import type { AvailabilitySlot, Service } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectThat } from "../expect.ts";
import { actorOf, type Cast, type Clinic } from "./cast.ts";

/** The client books a slot. Answers the session's id. */
export async function book(cast: Cast, clinic: Clinic, slot: AvailabilitySlot): Promise<string> {
  const session = dataOf(
    "scheduling.book",
    await cast.client.call("scheduling.book", {
      service_id: clinic.offer.id,
      provider_id: cast.provider.id,
      client_id: cast.client.id,
      starts_at: slot.starts_at,
      actor: actorOf("client", cast.client.id),
      human_intent_confirmed: true,
    }),
    201,
  );
  expectEqual("state after booking", session.attributes.lifecycle.current_state, "requested");
  return session.id;
}

/** Books a slot and confirms it. Answers the session's id. */
export async function bookAndConfirm(cast: Cast, clinic: Clinic, slot: AvailabilitySlot): Promise<string> {
  const sessionId = await book(cast, clinic, slot);
  const confirmed = dataOf(
    "scheduling.confirm",
    await cast.client.call("scheduling.confirm", { session_id: sessionId, actor: actorOf("client", cast.client.id) }),
  );
  expectEqual("state after confirming", confirmed.attributes.lifecycle.current_state, "confirmed");
  return sessionId;
}

/** The session as its client sees it now. */
export async function readSession(cast: Cast, sessionId: string): Promise<Service> {
  const found = dataOf("service.get", await cast.client.call("service.get", { service_id: sessionId }));
  expectThat("the id of a session leads to the session", found.type === "services");
  return found.attributes as Service;
}

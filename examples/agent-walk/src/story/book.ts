import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import type { ExceptionRecord, ExceptionType, Service, ServiceState, Session } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectThat } from "../expect.ts";
import { as, type Role, type Scene } from "./cast.ts";

type Booking = OperationInputs["scheduling.book"];
type Move = Omit<OperationInputs["lifecycle.transition"], "actor">;

/** Asks for a slot as the client; the answer may be a refusal. */
export function tryToBook(scene: Scene, slot: { readonly starts_at: string }, more: Partial<Booking> = {}) {
  const { node, actor } = as(scene, "client");
  return node.call("scheduling.book", {
    service_id: scene.clinic.offer.id,
    provider_id: scene.cast.provider.id,
    client_id: scene.cast.client.id,
    starts_at: slot.starts_at,
    actor,
    human_intent_confirmed: true,
    ...more,
  });
}

/** Books a slot. Answers the session's id. */
async function book(scene: Scene, slot: { readonly starts_at: string }, more: Partial<Booking> = {}): Promise<string> {
  const session = dataOf("scheduling.book", await tryToBook(scene, slot, more), 201);
  expectEqual("state after booking", session.attributes.lifecycle.current_state, "requested");
  return session.id;
}

/** The client confirms what is requested or scheduled. */
export async function confirm(scene: Scene, sessionId: string): Promise<void> {
  const { node, actor } = as(scene, "client");
  const confirmed = dataOf(
    "scheduling.confirm",
    await node.call("scheduling.confirm", { session_id: sessionId, actor }),
  );
  expectEqual("state after confirming", confirmed.attributes.lifecycle.current_state, "confirmed");
}

/** Books a slot and confirms it. Answers the session's id. */
export async function bookAndConfirm(
  scene: Scene,
  slot: { readonly starts_at: string },
  more: Partial<Booking> = {},
): Promise<string> {
  const sessionId = await book(scene, slot, more);
  await confirm(scene, sessionId);
  return sessionId;
}

/** Asks for a move of a session; the answer may be a refusal. */
export function tryToMove(scene: Scene, role: Role, input: Move) {
  const { node, actor } = as(scene, role);
  return node.call("lifecycle.transition", { ...input, actor });
}

/** Moves a session. @throws {Mismatch} unless it is in the wanted state afterwards */
export async function move(scene: Scene, role: Role, input: Move): Promise<Session> {
  const what = `${role} moves to ${input.to_state}`;
  const session = dataOf(what, await tryToMove(scene, role, input)).attributes;
  expectEqual(`state after ${what}`, session.lifecycle.current_state, input.to_state);
  return session;
}

/** The session as its organization sees it now. */
export async function readSession({ cast }: Scene, sessionId: string): Promise<Service> {
  const found = dataOf("service.get", await cast.organization.call("service.get", { service_id: sessionId }));
  expectThat("the id of a session leads to the session", found.type === "services");
  return found.attributes as Service;
}

/** The states that a session has passed, in order. */
export function statesOf({ lifecycle }: Pick<Service, "lifecycle">): ServiceState[] {
  return (lifecycle.transitions ?? []).map((transition) => transition.to);
}

/** The only record of this exception. @throws {Mismatch} when there is none, or more than one */
export function exceptionOf({ lifecycle }: Pick<Service, "lifecycle">, type: ExceptionType): ExceptionRecord {
  const records = (lifecycle.exceptions ?? []).filter((exception) => exception.type === type);
  expectEqual(`records of ${type}`, records.length, 1);
  const [record] = records;
  expectThat(`a record of ${type} exists`, record !== undefined);
  return record;
}

/** @throws {Mismatch} unless the record is open, or settled in this way */
export function expectRecord(record: ExceptionRecord, resolution: string | null): void {
  expectEqual(`resolution of ${record.type}`, record.resolution ?? null, resolution);
  expectEqual(`${record.type} is settled`, record.resolved_at !== undefined, resolution !== null);
}

import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { bookAndConfirm, confirm, exceptionOf, expectRecord, readSession, statesOf, tryToBook } from "./book.ts";
import { as, type Flow, type Scene } from "./cast.ts";
import { nextSlots } from "./find-slots.ts";

/** A room is taken out of use: its session gets an equivalent one, or waits for a new time where there is none. */
export const resourceConflict: Flow = {
  title: "a resource conflict",
  needs: ["resource.create", "resource.delete", "scheduling.reschedule"],
  async play(scene) {
    const [slot, other] = await nextSlots(scene, 2);
    // Equipment of its own, so that none of the clinic's own rooms is an equivalent.
    const equipment = `infrared lamp ${crypto.randomUUID()}`;
    const lost = await addRoom(scene, "Room with a lamp", equipment);
    const spare = await addRoom(scene, "Other room with a lamp", equipment);
    const sessionId = await bookAndConfirm(scene, slot, { resource_id: lost });
    const before = await readSession(scene, sessionId);
    await takeAway(scene, lost);
    await expectReplaced(scene, { sessionId, lost, spare }, statesOf(before));
    const gone = await tryToBook(scene, other, { resource_id: lost });
    expectEqual("booking a room that is out of use is refused", gone.refused, true);
    scene.narrate("a room was taken out of use: its session moved to an equivalent one, without a transition");

    await takeAway(scene, spare);
    const waiting = await readSession(scene, sessionId);
    expectEqual("state without any equivalent room", waiting.lifecycle.current_state, "rescheduling");
    const last = waiting.lifecycle.transitions?.at(-1);
    expectEqual("author of that move", [last?.by, last?.method], ["system", "auto"]);
    const { node, actor } = as(scene, "organization");
    const moveAway = () =>
      node.call("scheduling.reschedule", { session_id: sessionId, new_datetime: other.starts_at, actor });
    expectRefused("a new time without any room", await moveAway(), 409, "RESOURCE_UNAVAILABLE");
    const third = await addRoom(scene, "New room with a lamp", equipment);
    const moved = dataOf("scheduling.reschedule", await moveAway()).attributes;
    expectEqual("state after the new time", moved.lifecycle.current_state, "scheduled");
    expectEqual("time and room", [Date.parse(moved.starts_at), moved.resource_id], [other.startMs, third]);
    const settled = moved.lifecycle.exceptions?.filter(({ type }) => type === "resource_conflict");
    expectEqual(
      "records of the two conflicts",
      settled?.map(({ resolution }) => resolution),
      ["resource_replaced", "rescheduled"],
    );
    await confirm(scene, sessionId);
    await leave(scene, sessionId, third);
    scene.narrate("the next one had no equivalent: the session waited, and got a new time in a new room");
  },
};

async function expectReplaced(
  scene: Scene,
  { sessionId, lost, spare }: { readonly sessionId: string; readonly lost: string; readonly spare: string },
  states: readonly string[],
): Promise<void> {
  const session = await readSession(scene, sessionId);
  expectEqual("room after the conflict", session.location?.resource_id, spare);
  expectEqual("states passed, as before", statesOf(session), states);
  const record = exceptionOf(session, "resource_conflict");
  expectRecord(record, "resource_replaced");
  const { details } = record;
  expectThat("the record names the rooms", details !== undefined && "previous" in details);
  expectEqual("rooms in the record", [details.previous, details.new], [lost, spare]);
}

async function addRoom(scene: Scene, name: string, equipment: string): Promise<string> {
  const { node, actor } = as(scene, "organization");
  const days = [0, 1, 2, 3, 4, 5, 6];
  const created = await node.call("resource.create", {
    organization_id: scene.clinic.organizationId,
    name,
    type: "room",
    equipment: [equipment],
    availability: days.map((day_of_week) => ({ day_of_week, start_time: "06:00", end_time: "23:00" })),
    actor,
  });
  const room = dataOf("resource.create", created, 201);
  expectEqual("a new room is in use", room.attributes.is_active, true);
  return room.id;
}

/** Takes a room out of use, twice: the second call changes nothing. */
async function takeAway(scene: Scene, resourceId: string): Promise<void> {
  const { node, actor } = as(scene, "organization");
  for (const what of ["resource.delete", "resource.delete, repeated"]) {
    const gone = dataOf(what, await node.call("resource.delete", { resource_id: resourceId, actor }));
    expectEqual(`${what}: in use`, gone.attributes.is_active, false);
  }
}

/** The clinic is left as it was found. */
async function leave(scene: Scene, sessionId: string, resourceId: string): Promise<void> {
  const { node, actor } = as(scene, "organization");
  const cancelled = await node.call("scheduling.cancel", { session_id: sessionId, actor });
  expectEqual("status of cancelling", cancelled.status, 200);
  await takeAway(scene, resourceId);
}

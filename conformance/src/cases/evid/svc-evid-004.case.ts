import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-EVID-004",
  title: "evidence says latitude and longitude, check-in lat and lng",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    const control = await context.positive("gps evidence with latitude and longitude", async (check) => {
      const item = { evidence_type: "gps", data: { latitude: -33.4, longitude: -70.6 } };
      check.resource(await context.journeys.recordEvidence(session, item), 201, "sessions");
    });
    await context.negative("gps evidence with lat and lng", control, async (check) => {
      const item = { evidence_type: "gps", data: { lat: -33.4, lng: -70.6 } };
      const answer = await context.journeys.recordEvidence(session, item, { deliberate: true });
      check.refused(answer, "VALIDATION_ERROR", "EVIDENCE_INVALID");
    });
    const checkedIn = await context.positive("check-in with lat and lng", async (check) => {
      await context.world.needs("delivery.checkin");
      const arriving = await context.journeys.walkTo("confirmed");
      const attributes = { location: { lat: -33.4, lng: -70.6 } };
      check.resource(
        await context.journeys.operate("delivery.checkin", arriving, { as: "provider", attributes }),
        200,
        "sessions",
      );
      const { answer, session: read } = await context.journeys.read(arriving.id);
      const item = read.evidence.find((one) => one.type === "gps");
      check.equal("the gps evidence that it leaves", {
        expected: [-33.4, -70.6],
        actual: coordinatesOf(item?.data),
        answer,
      });
    });
    await context.negative("check-in with latitude and longitude", checkedIn, async (check) => {
      const arriving = await context.journeys.walkTo("confirmed");
      const attributes = { location: { latitude: -33.4, longitude: -70.6 } };
      const answer = await context.journeys.operate("delivery.checkin", arriving, {
        as: "provider",
        attributes,
        options: { deliberate: true },
      });
      check.refused(answer, "VALIDATION_ERROR");
    });
  },
});

function coordinatesOf(data: unknown): unknown {
  const { latitude, longitude } = (data ?? {}) as { latitude?: unknown; longitude?: unknown };
  return [latitude, longitude];
}

import { defineCase } from "../../define-case.ts";
import { pick, pickNumber } from "../../json-path.ts";

/** Members that a Service document must hold (protocol 5.1 to 5.8). */
const REQUIRED = [
  "id",
  "type",
  "vertical",
  "name",
  "duration_minutes",
  "provider.id",
  "provider.organization_id",
  "client.id",
  "schedule.requested_at",
  "lifecycle.current_state",
  "billing.amount.value",
  "billing.amount.currency",
];

export default defineCase({
  requirement: "SVC-DIM-002",
  title: "a Service holds its dimensions",
  negativeOmitted: "no operation of the published table creates an offer, so none with the duration 0 can be refused",
  async run(context) {
    await context.positive("a booked session", async (check) => {
      const session = await context.journeys.book();
      const { answer } = await context.journeys.read(session.id);
      const attributes = answer.at("data.attributes");
      const missing = REQUIRED.filter((path) => [undefined, null, ""].includes(pick(attributes, path) as undefined));
      check.equal("members that are missing", { expected: [], actual: missing, answer });
      const minutes = pickNumber(attributes, "duration_minutes") ?? 0;
      check.holds("duration_minutes", Number.isInteger(minutes) && minutes >= 1, {
        expected: "a whole number from 1",
        actual: minutes,
        answer,
      });
      check.equal("provider.id", {
        expected: session.offer.providerId,
        actual: pick(attributes, "provider.id"),
        answer,
      });
      check.equal("client.id", { expected: session.clientId, actual: pick(attributes, "client.id"), answer });
      check.equal("duration of the offer", { expected: session.offer.durationMinutes, actual: minutes, answer });
    });
  },
});

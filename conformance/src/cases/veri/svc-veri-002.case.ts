import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickNumber, pickText } from "../../json-path.ts";
import { demand } from "../../level-demands.ts";

const HOUR_MS = 3_600_000;
/** The deadline is counted from the move; both moments may be taken a little apart. */
const TOLERANCE_MS = 2_000;

export default defineCase({
  requirement: "SVC-VERI-002",
  title: "a contract's verification window is 1 to 72 hours, and is the one that counts",
  negativeOmitted: "no operation of the protocol sets a contract, so no window of 0 or 73 hours can be refused",
  async run(context) {
    await demand(context, "contract.get");
    await context.positive("every public contract", async (check) => {
      const query = { org_id: await context.world.organizationSlug() };
      for (const id of await context.world.offerIds()) {
        const answer = await context.node.call("contract.get", { path: { service_id: id }, query });
        if (!check.resource(answer, 200, "contracts")) continue;
        const hours = answer.at("data.attributes.verification_deadline_hours");
        check.holds(`verification_deadline_hours of ${id}`, isWindow(hours), {
          expected: "a whole number from 1 to 72",
          actual: hours,
          answer,
        });
      }
    });
    await context.positive("a delivered session has the window of its contract", async (check) => {
      const session = await context.journeys.walkTo("delivered");
      const contract = await context.node.call("contract.get", {
        path: { service_id: session.id },
        query: { org_id: await context.world.organizationSlug() },
      });
      check.resource(contract, 200, "contracts");
      const hours = need(pickNumber(contract.body, "data.attributes.verification_deadline_hours"), "the window");
      check.equal("window of offer and session", {
        expected: session.offer.verificationHours,
        actual: hours,
        answer: contract,
      });
      const { answer, session: read } = await context.journeys.read(session.id);
      const at = Date.parse(need(read.transitions.at(-1)?.at, "the moment of delivery"));
      const deadline = Date.parse(pickText(read.attributes, "lifecycle.verification_deadline") ?? "");
      check.holds("the deadline", Math.abs(deadline - at - hours * HOUR_MS) <= TOLERANCE_MS, {
        expected: `${hours} h after ${new Date(at).toISOString()}`,
        actual: pickText(read.attributes, "lifecycle.verification_deadline") ?? "nothing",
        answer,
      });
    });
  },
});

function isWindow(hours: unknown): boolean {
  return typeof hours === "number" && Number.isInteger(hours) && hours >= 1 && hours <= 72;
}

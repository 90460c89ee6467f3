import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

const TWO_DAYS = 2 * 86_400;

export default defineCase({
  requirement: "SVC-RSLV-001",
  title: "the organization is registered in a resolver, and its node sends signs of life",
  phase: "clock",
  async run(context) {
    // Which resolver an organization is in is said nowhere on the wire; the one that can be read is the node's own.
    if (!(await context.world.declares("resolve.lookup")))
      context.notVerified("the node serves no resolver, and does not say in which one its organization is registered");
    const desk = new ResolverDesk(context);
    const { slug, country } = await context.world.organization();
    const found = await desk.lookup(slug, country ?? desk.country);
    if (found.status === 404)
      context.notVerified("the organization is not in the node's own resolver; in which other one it is, nothing says");
    const seen = async () => {
      const answer = await desk.lookup(slug, country ?? desk.country);
      return { answer, at: Date.parse(pickText(answer.body, "data.attributes.trust.last_seen") ?? "") };
    };
    await context.positive("it is registered and active", async (check) => {
      check.resource(found, 200, "resolutions");
      check.equal("org_slug", { expected: slug, actual: found.at("data.attributes.org_slug"), answer: found });
    });
    await context.positive("two days later there is a newer sign of life", async (check) => {
      const before = await seen();
      await context.world.advanceClock(TWO_DAYS);
      const after = await seen();
      const newer = after.at > (Number.isNaN(before.at) ? 0 : before.at);
      check.holds("trust.last_seen", newer, {
        expected: "later than two days ago",
        actual: pickText(after.answer.body, "data.attributes.trust.last_seen") ?? "none",
        answer: after.answer,
      });
      check.equal("status", {
        expected: "active",
        actual: after.answer.at("data.attributes.status"),
        answer: after.answer,
      });
    });
  },
});

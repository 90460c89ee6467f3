import { expectNotIssued } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";

const HOUR_MS = 3_600_000;

export default defineCase({
  requirement: "SVC-MAND-019",
  title: "a mandate ends, and in the future",
  async run(context) {
    const at = (offsetMs: number) => new Date(context.world.now() + offsetMs).toISOString();
    const control = await context.positive("one that ends tomorrow", async (check) => {
      const expires_at = at(24 * HOUR_MS);
      const { answer } = await context.agents.tryIssue({ attributes: { expires_at } });
      if (!check.resource(answer, 201, "mandates")) return;
      const { expires_at: ends, issued_at: issued } = answer.at("data.attributes") as Record<string, unknown>;
      check.equal("expires_at", { expected: Date.parse(expires_at), actual: Date.parse(String(ends)), answer });
      check.holds("issued_at before expires_at", Date.parse(String(issued)) < Date.parse(String(ends)), {
        expected: "earlier",
        actual: { issued, ends },
        answer,
      });
    });
    const wrong: readonly (readonly [string, unknown])[] = [
      ["no end", undefined],
      ["null for an end", null],
      ["an end that is no datetime", "never"],
      ["an end without offset", at(24 * HOUR_MS).replace("Z", "")],
      ["an end an hour ago", at(-HOUR_MS)],
      ["an end long ago", "2001-01-01T00:00:00Z"],
    ];
    for (const [name, expires_at] of wrong) {
      await context.negative(name, control, async (check) => {
        const tried = await context.agents.tryIssue({ attributes: { expires_at }, options: { deliberate: true } });
        const place = expires_at === undefined ? "/data/attributes" : "/data/attributes/expires_at";
        await expectNotIssued(context, check, tried, place);
      });
    }
  },
});

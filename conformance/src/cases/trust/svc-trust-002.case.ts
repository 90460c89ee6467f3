import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

const BOAST = { score: 100, trust_score: 100, level: "verified", trust: { score: 100, level: "verified" } };

export default defineCase({
  requirement: "SVC-TRUST-002",
  title: "no organization sets its own trust",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      const plain = await context.positive("a registration without a word of trust", async (check) => {
        const { slug } = await desk.register(check);
        const { trust } = await desk.record(check, slug);
        const { score, level } = need(trust) as { score: unknown; level: unknown };
        return { slug, score, level };
      });
      const sameTrust = async (check: Parameters<typeof desk.register>[0], slug: string) => {
        const { trust } = await desk.record(check, slug);
        const { score, level } = need(trust) as { score: unknown; level: unknown };
        const usual = need(plain.value);
        check.equal("score and level", { expected: [usual.score, usual.level], actual: [score, level] });
      };
      await context.negative("a registration that brings a score", plain, async (check) => {
        const stub = await desk.stub();
        const attributes: Record<string, unknown> = { ...desk.wish(stub.url), ...BOAST };
        const answer = await desk.tryRegister(attributes, { deliberate: true });
        // Ignored or refused; what counts is that nothing of it is believed.
        if (!check.status(answer, 201, 422)) return;
        if (answer.status === 201) await sameTrust(check, String(attributes.slug));
        else check.refused(await desk.lookup(String(attributes.slug)), "NOT_FOUND");
      });
      await context.negative("a move that brings a score", plain, async (check) => {
        await context.world.needs("resolve.update_endpoint");
        const { slug } = need(plain.value);
        const stub = await desk.stub();
        check.status(await desk.update(slug, { rest_url: stub.url, ...BOAST }, { deliberate: true }), 200, 422);
        await sameTrust(check, slug);
      });
      await context.negative("a sign of life that brings a score", plain, async (check) => {
        await context.world.needs("telemetry.heartbeat");
        const { slug } = need(plain.value);
        const options = { deliberate: true };
        check.status(await desk.heartbeat(slug, { ...BOAST, metrics: { trust_score: 100 } }, options), 200, 422);
        await sameTrust(check, slug);
      });
    });
  },
});

import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { ResolverDesk } from "../../resolver-desk.ts";
import { READY, type StubParts } from "../../stub-organization.ts";

const LACKING: Readonly<Record<string, { parts: StubParts; names: RegExp }>> = {
  "without an active service": { parts: { ...READY, offer: false }, names: /offer|service/ },
  "without an assigned provider": { parts: { ...READY, provider: false }, names: /provider/ },
  "without an availability block": { parts: { ...READY, block: false }, names: /availability|block/ },
};

export default defineCase({
  requirement: "SVC-RSLV-003",
  title: "only an organization that can be booked is registered",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      const control = await context.positive("a bookable organization", async (check) => {
        const { slug } = await desk.register(check);
        check.status(await desk.lookup(slug), 200);
        return slug;
      });
      for (const [name, { parts, names }] of Object.entries(LACKING)) {
        await context.negative(name, control, async (check) => {
          const stub = await desk.stub(parts);
          const attributes = desk.wish(stub.url);
          const answer = await desk.tryRegister(attributes);
          check.refused(answer, "NOT_BOOKABLE");
          const missing = pickList(answer.body, "errors.0.meta.missing").map(String);
          if (missing.length > 0)
            check.holds(
              "meta.missing",
              missing.some((part) => names.test(part)),
              {
                expected: String(names),
                actual: missing,
                answer,
              },
            );
          check.refused(await desk.lookup(String(attributes.slug)), "NOT_FOUND");
        });
      }
      await context.negative("a slug that is taken", control, async (check) => {
        const stub = await desk.stub();
        const slug = need(control.value);
        const before = await desk.record(check, slug);
        check.refused(await desk.tryRegister({ ...desk.wish(stub.url), slug }), "CONFLICT");
        check.equal("the registration stays", { expected: before, actual: await desk.record(check, slug) });
      });
    });
  },
});

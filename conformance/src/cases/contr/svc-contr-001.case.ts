import { unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pick } from "../../json-path.ts";
import { demand } from "../../level-demands.ts";

type Test = (value: unknown) => boolean;

const isCount: Test = (value) => typeof value === "number" && value >= 0;

/** What a party has to know before it binds itself (objects 12). */
const TERMS: Readonly<Record<string, Test>> = {
  required_evidence: (value) => Array.isArray(value) && value.every((kind) => typeof kind === "string"),
  dispute_window_hours: isCount,
  verification_deadline_hours: (value) => isCount(value) && Number(value) >= 1 && Number(value) <= 72,
  "cancellation_policy.tiers": (value) => Array.isArray(value) && value.length > 0 && value.every(isRecord),
  "no_show_policy.grace_minutes": isCount,
  "no_show_policy.client.penalty_percent": (value) => isCount(value) && Number(value) <= 100,
};

export default defineCase({
  requirement: "SVC-CONTR-001",
  title: "the contract of every public offer can be read before any booking",
  async run(context) {
    await demand(context, "contract.get");
    const query = { org_id: await context.world.organizationSlug() };
    const read = (id: string, as: "organization" | "client" = "organization") =>
      context.node.call("contract.get", { path: { service_id: id }, query, as });
    const ids = await context.world.offerIds();
    const control = await context.positive(`the terms of ${ids.length} public offers`, async (check) => {
      for (const id of ids) {
        const answer = await read(id);
        if (!check.resource(answer, 200, "contracts")) continue;
        const attributes = answer.at("data.attributes");
        for (const [path, test] of Object.entries(TERMS)) {
          const value = pick(attributes, path);
          check.holds(`${path} of ${id}`, test(value), { expected: "there and lawful", actual: value, answer });
        }
        const findings = context.validator.findings("contract", attributes);
        check.equal(`what the schema finds wrong with ${id}`, { expected: [], actual: findings, answer });
      }
    });
    await context.positive("as a client reads it", async (check) => {
      const [id = ""] = ids;
      const [own, theirs] = [await read(id), await read(id, "client")];
      check.resource(theirs, 200, "contracts");
      check.equal("the terms", {
        expected: own.at("data.attributes"),
        actual: theirs.at("data.attributes"),
        answer: theirs,
      });
    });
    await context.negative("of an offer that there is not", control, async (check) => {
      check.refused(await read(unknownId(context)), "NOT_FOUND");
    });
  },
});

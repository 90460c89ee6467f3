import { DRAFT_VERSION } from "../../artefacts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-010",
  title: "the capabilities name the access tiers at which the node answers",
  negativeOmitted:
    "the ledger's negative is a node that names other tiers than it serves; no request can be refused for it",
  async run(context) {
    const capabilities = await context.world.capabilities();
    if (capabilities === null) context.notVerified("there is no capabilities document that could name a version");
    const versions = pickList(capabilities?.attributes, "protocol_versions").filter((one) => typeof one === "string");
    const spoken = versions.find((version) => version.startsWith(DRAFT_VERSION));
    if (spoken === undefined)
      context.notApplicable(`access tiers are a matter of ${DRAFT_VERSION}, which the node does not say it speaks`);
    await context.positive(`the capabilities of ${spoken}`, async (check) => {
      const version = need(spoken);
      let answer = await context.node.raw({ method: "GET", target: "", version });
      if (answer.status === 404) answer = await context.node.raw({ method: "GET", target: "/", version });
      check.status(answer, 200);
      const attributes = answer.at("data.attributes");
      const names = pickList(attributes, "capabilities");
      const tiers = pickList(isRecord(attributes) ? attributes : {}, "access_tiers");
      const expected = names.includes("resolve.lookup") ? [0, 1, 2] : [1, 2];
      check.equal("access_tiers", { expected, actual: [...new Set(tiers)].sort(), answer });
    });
  },
});

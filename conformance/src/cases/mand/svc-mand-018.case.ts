import type { Answer } from "../../answer.ts";
import { allScopes } from "../../artefacts.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";

const DAY_SECONDS = 86_400;

export default defineCase({
  requirement: "SVC-MAND-018",
  title: "more authority, or for longer, than advised is warned about",
  async run(context) {
    const expectWarned = (check: Check, answer: Answer, wanted: boolean) => {
      check.resource(answer, 201, "mandates");
      const warnings = pickList(answer.body, "meta.warnings");
      check.holds("meta.warnings", warnings.length > 0 === wanted, {
        expected: wanted ? "at least one" : "none",
        actual: warnings,
        answer,
      });
    };
    await context.positive("a mandate of one scope for a day: nothing to warn about", async (check) => {
      const { answer } = await context.agents.tryIssue({ scopes: ["service:read"], lifeSeconds: DAY_SECONDS });
      expectWarned(check, answer, false);
    });
    await context.positive("a mandate for longer than 90 days", async (check) => {
      const { answer } = await context.agents.tryIssue({ scopes: ["service:read"], lifeSeconds: 120 * DAY_SECONDS });
      expectWarned(check, answer, true);
    });
    await context.positive("a mandate of every scope there is", async (check) => {
      const { answer } = await context.agents.tryIssue({
        scopes: allScopes().map(({ name }) => name),
        lifeSeconds: DAY_SECONDS,
      });
      expectWarned(check, answer, true);
    });
  },
});

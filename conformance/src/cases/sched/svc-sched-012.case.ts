import { inEachMode } from "../../availability-modes.ts";
import { defineCase } from "../../define-case.ts";
import { demand } from "../../level-demands.ts";

const KINDS = ["none", "provider_available_resource_unavailable", "resource_available_provider_unavailable"];

export default defineCase({
  requirement: "SVC-SCHED-012",
  title: "where one calendar is asked for, there is no conflict to resolve",
  async run(context) {
    await demand(context, "scheduling.check_availability");
    await inEachMode(context, async (mode, ask) => {
      await context.positive(`mode ${mode.mode}, ${mode.names}`, async (check) => {
        const shown = await ask(check);
        const allowed = mode.mode === "C" ? KINDS : ["none"];
        check.holds("meta.conflict_resolution.type", allowed.includes(shown.conflictType ?? ""), {
          expected: allowed.join(" or "),
          actual: shown.conflictType ?? "nothing",
          answer: shown.first,
        });
      });
    });
  },
});

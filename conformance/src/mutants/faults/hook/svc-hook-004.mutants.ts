import { defineMutants } from "../../define-mutants.ts";
import { delivering } from "../../faulty.ts";

const parsed = (body: Buffer) => JSON.parse(body.toString("utf8"));

export default defineMutants("SVC-HOOK-004", {
  "keeps exceptions to itself": () =>
    delivering(async (delivery, bring) =>
      parsed(delivery.body).event === "service.exception" ? 200 : bring(delivery),
    ),
  "tells of the first transition only": () => {
    let told = false;
    return delivering(async (delivery, bring) => {
      const { event, data } = parsed(delivery.body);
      if (event !== "service.state_changed" || data.transition.from === null) return bring(delivery);
      if (told) return 200;
      told = true;
      return bring(delivery);
    });
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { answering, both, editing } from "../../faulty.ts";
import type { Fault, MutantCall, Reply } from "../../mutant-call.ts";

/** A registry that publishes aggregates, as the reference node does not. */
const publishing = (benchmark: object, status = 200) => {
  const declared = editing("capabilities.get", ({ data }) => {
    data.attributes.extensions = [...(data.attributes.extensions ?? []), "market.benchmark"];
  });
  const answered = answering(isBenchmark, (): Reply => {
    return { status, headers: { "content-type": "application/json" }, body: benchmark };
  });
  return (): Fault => both(answered, declared);
};

function isBenchmark({ request }: MutantCall): boolean {
  return request.target.startsWith("/servicialo/v1/market/benchmark");
}

const TOO_FEW = { ok: false, reason: "insufficient_data", contributors: 0 };

export default defineMutants(
  "SVC-TELE-004",
  {
    "publishes the figure of a single organization": publishing({ ok: true, value: "20-40", contributors: 1 }),
    "holds nothing back, and says only that there was little": publishing({ ...TOO_FEW, ok: true }),
    "counts five organizations where there are none": publishing({ ...TOO_FEW, contributors: 5 }),
    "refuses without the reason": publishing({ ok: false, reason: "error" }),
    "breaks where there is no figure": publishing({ errors: [] }, 500),
  },
  publishing(TOO_FEW),
);

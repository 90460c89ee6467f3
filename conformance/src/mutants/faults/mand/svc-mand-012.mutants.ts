import { defineMutants } from "../../define-mutants.ts";
import { ignoring, issuingAnyway, misreading } from "../../faulty-mandates.ts";

const SINGLE = /^\d+\.\d+\.\d+\.\d+(?:\/32)?$/;
const NOBODYS = "203.0.113.0/24";

export default defineMutants("SVC-MAND-012", {
  "does not look at addresses": () => ignoring("CONSTRAINT_VIOLATED", { constraint: "ip_allowlist" }),
  "takes an address for the network that it lies in": () =>
    misreading("ip_allowlist", (ranges: string[]) =>
      ranges.map((range) => (SINGLE.test(range) ? range.replace(/\.\d+(?:\/32)?$/, ".0/24") : range)),
    ),
  "knows ranges only, and no single address": () =>
    misreading("ip_allowlist", (ranges: string[]) => [
      ...new Set(ranges.map((range) => (SINGLE.test(range) && !range.includes("/") ? NOBODYS : range))),
    ]),
  "looks at the first range only": () => misreading("ip_allowlist", (ranges: string[]) => ranges.slice(0, 1)),
  "takes what is no address": () =>
    issuingAnyway("VALIDATION_ERROR", (attributes) => {
      attributes.constraints.ip_allowlist = [NOBODYS];
      return { attributes };
    }),
});

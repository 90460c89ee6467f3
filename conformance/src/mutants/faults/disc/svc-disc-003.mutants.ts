import { defineMutants } from "../../define-mutants.ts";
import { allowing, asking, editing } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const without = (call: MutantCall, name: string) => {
  const url = new URL(call.request.target, "http://node");
  url.searchParams.delete(name);
  return { target: `${url.pathname}${url.search}` };
};

export default defineMutants("SVC-DISC-003", {
  "does not look at the place": () => asking("registry.search", (call) => without(call, "location")),
  "does not look at the country": () =>
    asking("registry.search", (call) => (call.query.get("country") === "zz" ? without(call, "country") : null)),
  "does not look at the limit": () => asking("registry.search", (call) => without(call, "limit")),
  "gives 20 hits unless asked": () =>
    editing("registry.search", ({ meta }, call) => {
      if (!call.query.has("limit")) meta.per_page = 20;
    }),
  "takes a limit of 0": () => allowing("registry.search", "VALIDATION_ERROR", (call) => without(call, "limit")),
});

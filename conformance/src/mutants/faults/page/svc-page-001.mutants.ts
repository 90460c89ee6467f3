import { defineMutants } from "../../define-mutants.ts";
import { allowing, asking } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const lists = ["registry.search", "services.list"] as const;

export default defineMutants("SVC-PAGE-001", {
  "takes page 0": () => allowing(lists, "VALIDATION_ERROR", (call) => without(call, "page")),
  "takes any per_page": () => allowing("services.list", "VALIDATION_ERROR", (call) => without(call, "per_page")),
  "has 10 items a page": () =>
    asking("services.list", (call) => (call.query.has("per_page") ? null : withQuery(call, "per_page", "10"))),
  "gives at most 50 items a page": () =>
    asking("services.list", (call) =>
      call.query.get("per_page") === "100" ? withQuery(call, "per_page", "50") : null,
    ),
});

function without(call: MutantCall, name: string) {
  return call.query.has(name) ? withQuery(call, name, null) : null;
}

function withQuery(call: MutantCall, name: string, value: string | null) {
  const url = new URL(call.request.target, "http://node");
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return { target: `${url.pathname}${url.search}` };
}

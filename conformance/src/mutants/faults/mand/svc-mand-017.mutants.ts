import { defineMutants } from "../../define-mutants.ts";
import { answering, enveloped, renaming } from "../../faulty.ts";
import { byAgent, ignoring, issuingAnyway } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-017", {
  "issues to an agent, for itself and for others": () =>
    issuingAnyway("FORBIDDEN", ({ actor: _, ...attributes }, { caller }) =>
      caller?.endsWith("agent")
        ? {
            as: "organization",
            attributes: { ...attributes, agent_id: "agent-of-an-agent" },
            headers: { "x-servicialo-actor": undefined },
          }
        : null,
    ),
  "lets an agent take a mandate back": () => ignoring("FORBIDDEN", { which: byAgent("mandates.revoke") }),
  "lets an agent put a mandate in force again": () => ignoring("FORBIDDEN", { which: byAgent("mandates.reactivate") }),
  "prolongs a mandate in place": () =>
    answering(
      ({ request }) => request.method === "PATCH" && /\/mandates\/[^/]+$/.test(request.target),
      ({ request }) =>
        enveloped(200, { data: { type: "mandates", id: request.target.split("/").at(-1), attributes: {} } }),
    ),
  "lets a principal be its own agent": () =>
    issuingAnyway("VALIDATION_ERROR", (attributes) => ({ attributes: { ...attributes, agent_id: "its-own-agent" } })),
  "finds no operation where an agent wants to revoke": () =>
    renaming(byAgent("mandates.revoke"), "FORBIDDEN", { code: "NOT_FOUND", status: 404 }),
});

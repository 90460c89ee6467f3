import { findOperation } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { sessionOf } from "../../fault-parts.ts";
import { codeOf, type Editable, replying } from "../../faulty.ts";
import { byAgent, claimOf, mandateBehind, metaOf, refusedBy } from "../../faulty-mandates.ts";
import type { Fault, MutantCall, Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-MAND-015", {
  "looks at the scope before the status": () =>
    preferring("MANDATE_EXPIRED", (mandate, call) => (hasScope(mandate, call) ? null : withoutScope())),
  "looks at the agent before the status": () =>
    preferring("MANDATE_SUSPENDED", ({ agent_id }, call) =>
      claimOf(call)["id"] === agent_id ? null : refusedBy(4, "AGENT_MISMATCH"),
    ),
  "looks at the scope before the agent": () =>
    preferring("AGENT_MISMATCH", (mandate, call) => (hasScope(mandate, call) ? null : withoutScope())),
  "looks at the context before the agent": () => preferring("AGENT_MISMATCH", outside),
  "looks at the context before the scope": () => preferring("SCOPE_INSUFFICIENT", outside),
  "looks at the address before the scope": () => preferring("SCOPE_INSUFFICIENT", elsewhere),
  "looks at the address before the context": () => preferring("CONTEXT_MISMATCH", elsewhere),
  "looks at the address before a conflict": () => preferring("CONFLICT_OF_INTEREST", elsewhere),
  "looks at the type of service before the address": () =>
    preferring("CONSTRAINT_VIOLATED", ({ constraints }, _call, refused) =>
      constraints?.service_types && metaOf(refused).constraint === "ip_allowlist"
        ? refusedBy(8, "CONSTRAINT_VIOLATED", { constraint: "service_types" })
        : null,
    ),
});

/** Gives the answer of another check, where that one would refuse as well. */
function preferring(
  code: string,
  other: (mandate: Editable, call: MutantCall, refused: Reply) => Reply | null | Promise<Reply | null>,
): Fault {
  return replying(byAgent(), async (reply, call) => {
    const mandate = codeOf(reply) === code ? await mandateBehind(call) : null;
    return (mandate && (await other(mandate, call, reply))) ?? reply;
  });
}

function hasScope({ scopes }: Editable, call: MutantCall): boolean {
  const wanted = findOperation(call.operation ?? "service.get")?.scopes ?? [];
  return wanted.some((scope) => scopes.includes(scope));
}

function withoutScope(): Reply {
  return refusedBy(5, "SCOPE_INSUFFICIENT");
}

async function outside({ principal_id }: Editable, call: MutantCall): Promise<Reply | null> {
  const session = await sessionOf(call, call.params["session_id"] ?? call.params["service_id"]);
  return session?.provider?.id === principal_id ? null : refusedBy(6, "CONTEXT_MISMATCH");
}

function elsewhere({ constraints }: Editable): Reply | null {
  return constraints?.ip_allowlist ? refusedBy(8, "CONSTRAINT_VIOLATED", { constraint: "ip_allowlist" }) : null;
}

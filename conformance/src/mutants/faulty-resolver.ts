import type { OperationId } from "../artefacts.ts";
import { sentBy } from "./fault-parts.ts";
import { allowing, type Editable, editingAttributes, enveloped } from "./faulty.ts";
import type { Fault, MutantCall, Reply, RequestChanges } from "./mutant-call.ts";

const BASE = "/servicialo/v1";

/** Operations that show what a resolver keeps of organizations. */
export const RECORDS = ["resolve.lookup", "resolve.search", "trust.get_score"] as const;

/** Edits what it keeps of organizations wherever that is shown. */
export function editingRecords(
  edit: (record: Editable, call: MutantCall) => void,
  which: readonly OperationId[] = RECORDS,
): Fault {
  return editingAttributes(which, edit);
}

/** The organization that a call names, in its path or in its attributes. */
export function slugOf(call: MutantCall): string {
  return call.params["org_slug"] ?? String(call.attributes["slug"]);
}

/** Sends a call on in the name of an organization that has the right to it. */
export function byOwner(call: MutantCall): RequestChanges {
  return sentBy(call, "organization");
}

/** What nobody's credential comes with. */
export function byNobody(...operations: readonly OperationId[]): (call: MutantCall) => boolean {
  return (call) => call.caller === null && call.is(...operations);
}

/** Lets anybody do what the good node refuses to those who come without a credential. */
export function allowingNobody(...operations: readonly OperationId[]): Fault {
  return allowing(byNobody(...operations), "UNAUTHORIZED", byOwner);
}

/** Answers with what is registered, as if it had been done. */
export async function recordReply(call: MutantCall, status = 200): Promise<Reply> {
  const country = call.params["country"] ?? "cl";
  const { body } = await call.ask("GET", `${BASE}/resolve/${country}/${slugOf(call)}`);
  const known = (body as Editable).data;
  const data = known ?? { type: "resolutions", id: slugOf(call), attributes: { org_slug: slugOf(call), country } };
  return enveloped(status, { data });
}

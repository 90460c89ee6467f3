import { declaredApprovals } from "@servicialo/spec/vocabulary";
import type { Program } from "@typespec/compiler";
import type { ApprovedChangeNode } from "./model.ts";
import type { Positions } from "./positions.ts";

/** Every approved change, by the RFC that approves it. */
export function buildApprovedChanges(program: Program, positions: Positions): ApprovedChangeNode[] {
  const nodes = declaredApprovals(program).map(({ at, version, ...facts }) => ({
    ...facts,
    version: version ?? null,
    position: positions.of(at),
  }));
  const key = ({ rfc, rule, subject }: ApprovedChangeNode) => `${rfc} ${rule} ${subject}`;
  return nodes.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

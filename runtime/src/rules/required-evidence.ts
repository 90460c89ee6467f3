import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import {
  type ClassifiableItem,
  type EvidenceCatalogue,
  type EvidenceKinds,
  isOfKind,
  kindsNamed,
  kindsOfVertical,
} from "./evidence-kinds.ts";

/** A recorded item. Sealed payloads stay closed: for them `kind` says what they were found to be when recorded. */
export interface RecordedItem {
  readonly type: string;
  readonly method: ClassifiableItem["method"];
  readonly kind: string | null;
  readonly data: JsonObject | null;
}

export interface EvidenceQuestion {
  /** Catalogue word of the session's vertical. */
  readonly vertical: string;
  readonly contract: Pick<ContractTerms, "required_evidence" | "evidence_rules">;
  readonly items: readonly RecordedItem[];
  readonly catalogue: EvidenceCatalogue;
}

/**
 * The kinds that a vertical demands: the default of a contract's `required_evidence` on a FULL node (evidence 4), and
 * what a resolution by rule needs at least (evidence 5).
 */
export function kindsDemandedByVertical(
  vertical: string,
  rules: ContractTerms["evidence_rules"],
  kinds: EvidenceKinds,
): string[] {
  const byContract = rules?.evaluation_required === true;
  return kindsOfVertical(kinds, vertical)
    .filter((kind) => kind.required === "always" || (kind.required === "by_contract" && byContract))
    .map((kind) => kind.name);
}

/**
 * The kinds of the contract's `required_evidence` without an item: what keeps a session out of `documented`
 * (evidence 4, SVC-EVID-006). Named as the contract names them.
 */
export function missingEvidence(question: EvidenceQuestion): string[] {
  return without(question, new Set(question.contract.required_evidence));
}

/** The kinds without an item among those that a resolution by rule needs: the vertical's and the contract's (evidence 5). */
export function missingForResolution(question: EvidenceQuestion): string[] {
  const { vertical, contract, catalogue } = question;
  const demanded = kindsDemandedByVertical(vertical, contract.evidence_rules, catalogue.kinds);
  const more = contract.required_evidence.filter((name) =>
    kindsNamed(catalogue.kinds, name, vertical).every((kind) => !demanded.includes(kind.name)),
  );
  return without(question, new Set([...demanded, ...more]));
}

function without(question: EvidenceQuestion, names: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !question.items.some((item) => isNamed(item, name, question)));
}

function isNamed(item: RecordedItem, name: string, { vertical, catalogue }: EvidenceQuestion): boolean {
  const kinds = kindsNamed(catalogue.kinds, name, vertical);
  if (item.kind !== null) return item.kind === name || kinds.some((kind) => kind.name === item.kind);
  const { data } = item;
  if (data === null) return false;
  if (kinds.length > 0) return kinds.some((kind) => isOfKind({ ...item, data }, kind, catalogue));
  // A kind of the node's own is told by its document type alone.
  return item.type === "document" && data["document_type"] === name;
}

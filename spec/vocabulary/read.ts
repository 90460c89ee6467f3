/** What a program that compiled the specification can read back from the vocabulary. */
export {
  type A2aErrorDetails,
  type A2aStep,
  type A2aSynonym,
  type A2aTaskDetails,
  a2aError,
  a2aTaskOf,
  hasEnded,
} from "./a2a.ts";
export {
  type AdapterCallDetails,
  type AdapterValue,
  adapterWordsOf,
  type DeclaredAdapterCall,
  declaredAdapterCalls,
  pathInputs,
} from "./adapter.ts";
export { isErrorCatalogue, isScopeCatalogue, type WireErrorDetails, wireError } from "./catalogues.ts";
export { type ApprovedChangeDetails, type DeclaredApproval, declaredApprovals } from "./changes.ts";
export { type EvidenceKind, type EvidenceKindDetails, evidenceKindOf } from "./evidence-kinds.ts";
export {
  type AutonomyName,
  type DeclaredMove,
  declaredEntry,
  declaredMoves,
  entryDetails,
  type MoveDetails,
  machineName,
  type PartyName,
  type StateDetails,
  stateDetails,
} from "./machines.ts";
export {
  aliasesOf,
  type EnvelopeKind,
  envelopeKind,
  hasUniqueItems,
  isClosed,
  type PresenceRule,
  presenceRules,
  type SensitivityName,
  sensitivityOf,
} from "./objects.ts";
export {
  type ActorPresence,
  type LevelName,
  type OperationFacts,
  operationFacts,
  type TierName,
  type ToolDetails,
  toolName,
} from "./operations.ts";
export {
  type DeclaredRequirement,
  declaredErrata,
  declaredRequirements,
  type ErratumDetails,
  type KeywordName,
  type RequirementDetails,
  type RequirementRevision,
} from "./requirements.ts";
export { envelopesOf } from "./validate-http.ts";

import type { Rule } from "../rule.ts";
import { actorBecameRequired } from "./actor-became-required.ts";
import { actorNoLongerRequired } from "./actor-no-longer-required.ts";
import { answerKindChanged } from "./answer-kind-changed.ts";
import { answerMediaTypeChanged } from "./answer-media-type-changed.ts";
import { answerStatusAdded } from "./answer-status-added.ts";
import { answerStatusRemoved } from "./answer-status-removed.ts";
import { basePathChanged } from "./base-path-changed.ts";
import { becameNotNullable } from "./became-not-nullable.ts";
import { becameNullable } from "./became-nullable.ts";
import { becameOptional } from "./became-optional.ts";
import { becameRequired } from "./became-required.ts";
import { bodyAddedOptional } from "./body-added-optional.ts";
import { bodyAddedRequired } from "./body-added-required.ts";
import { bodyBecameOptional } from "./body-became-optional.ts";
import { bodyBecameRequired } from "./body-became-required.ts";
import { bodyRemoved } from "./body-removed.ts";
import { deadlineRangeChanged } from "./deadline-range-changed.ts";
import { defaultAdded } from "./default-added.ts";
import { defaultChanged } from "./default-changed.ts";
import { defaultRemoved } from "./default-removed.ts";
import { docChanged } from "./doc-changed.ts";
import { documentAdded } from "./document-added.ts";
import { documentRemoved } from "./document-removed.ts";
import { erratumAdded } from "./erratum-added.ts";
import { erratumDecisionChanged } from "./erratum-decision-changed.ts";
import { erratumRemoved } from "./erratum-removed.ts";
import { errorAdded } from "./error-added.ts";
import { errorBecameRetryable } from "./error-became-retryable.ts";
import { errorEditionChanged } from "./error-edition-changed.ts";
import { errorNoLongerRetryable } from "./error-no-longer-retryable.ts";
import { errorRemoved } from "./error-removed.ts";
import { errorStatusChanged } from "./error-status-changed.ts";
import { errorTextChanged } from "./error-text-changed.ts";
import { evidenceDefaultSensitivityLowered } from "./evidence-default-sensitivity-lowered.ts";
import { evidenceDefaultSensitivityRaised } from "./evidence-default-sensitivity-raised.ts";
import { evidenceFloorLowered } from "./evidence-floor-lowered.ts";
import { evidenceFloorRaised } from "./evidence-floor-raised.ts";
import { evidenceKindAdded } from "./evidence-kind-added.ts";
import { evidenceKindBecameRequired } from "./evidence-kind-became-required.ts";
import { evidenceKindNoLongerRequired } from "./evidence-kind-no-longer-required.ts";
import { evidenceKindRemoved } from "./evidence-kind-removed.ts";
import { evidenceMethodRelaxed } from "./evidence-method-relaxed.ts";
import { evidenceMethodRestricted } from "./evidence-method-restricted.ts";
import { evidenceRecognitionChanged } from "./evidence-recognition-changed.ts";
import { evidenceSynonymAdded } from "./evidence-synonym-added.ts";
import { evidenceSynonymRemoved } from "./evidence-synonym-removed.ts";
import { examplesChanged } from "./examples-changed.ts";
import { formatChanged } from "./format-changed.ts";
import { initialStateChanged } from "./initial-state-changed.ts";
import { keywordReversed } from "./keyword-reversed.ts";
import { keywordStrengthened } from "./keyword-strengthened.ts";
import { keywordWeakened } from "./keyword-weakened.ts";
import { listLengthNarrowed } from "./list-length-narrowed.ts";
import { listLengthWidened } from "./list-length-widened.ts";
import { machineAdded } from "./machine-added.ts";
import { machineRemoved } from "./machine-removed.ts";
import { moveActorGained } from "./move-actor-gained.ts";
import { moveActorLost } from "./move-actor-lost.ts";
import { moveAdded } from "./move-added.ts";
import { moveAgentConditionChanged } from "./move-agent-condition-changed.ts";
import { moveAutonomyTightened } from "./move-autonomy-tightened.ts";
import { moveAutonomyWeakened } from "./move-autonomy-weakened.ts";
import { moveBecameIrreversible } from "./move-became-irreversible.ts";
import { moveBecameReversible } from "./move-became-reversible.ts";
import { moveEffectAdded } from "./move-effect-added.ts";
import { moveEffectDropped } from "./move-effect-dropped.ts";
import { moveIdChanged } from "./move-id-changed.ts";
import { moveInputDemanded } from "./move-input-demanded.ts";
import { moveInputDropped } from "./move-input-dropped.ts";
import { moveOperationGained } from "./move-operation-gained.ts";
import { moveOperationLost } from "./move-operation-lost.ts";
import { movePreconditionAdded } from "./move-precondition-added.ts";
import { movePreconditionDropped } from "./move-precondition-dropped.ts";
import { moveRecordAdded } from "./move-record-added.ts";
import { moveRecordDropped } from "./move-record-dropped.ts";
import { moveRemoved } from "./move-removed.ts";
import { numberRangeNarrowed } from "./number-range-narrowed.ts";
import { numberRangeWidened } from "./number-range-widened.ts";
import { objectClosed } from "./object-closed.ts";
import { objectOpened } from "./object-opened.ts";
import { operationAdded } from "./operation-added.ts";
import { operationAgentConditionChanged } from "./operation-agent-condition-changed.ts";
import { operationAutonomyTightened } from "./operation-autonomy-tightened.ts";
import { operationAutonomyWeakened } from "./operation-autonomy-weakened.ts";
import { operationBecameRequired } from "./operation-became-required.ts";
import { operationBecameScoped } from "./operation-became-scoped.ts";
import { operationBecameUnscoped } from "./operation-became-unscoped.ts";
import { operationErrorAdded } from "./operation-error-added.ts";
import { operationErrorDropped } from "./operation-error-dropped.ts";
import { operationLevelLowered } from "./operation-level-lowered.ts";
import { operationLevelRaised } from "./operation-level-raised.ts";
import { operationNoLongerRequired } from "./operation-no-longer-required.ts";
import { operationRemoved } from "./operation-removed.ts";
import { operationRenamed } from "./operation-renamed.ts";
import { operationRouteChanged } from "./operation-route-changed.ts";
import { operationScopeAdded } from "./operation-scope-added.ts";
import { operationScopeDropped } from "./operation-scope-dropped.ts";
import { parameterAddedOptional } from "./parameter-added-optional.ts";
import { parameterAddedRequired } from "./parameter-added-required.ts";
import { parameterMoved } from "./parameter-moved.ts";
import { parameterRemoved } from "./parameter-removed.ts";
import { patternAdded } from "./pattern-added.ts";
import { patternChanged } from "./pattern-changed.ts";
import { patternRemoved } from "./pattern-removed.ts";
import { phaseChanged } from "./phase-changed.ts";
import { presenceRuleAdded } from "./presence-rule-added.ts";
import { presenceRuleRemoved } from "./presence-rule-removed.ts";
import { propertyAddedOptional } from "./property-added-optional.ts";
import { propertyAddedRequired } from "./property-added-required.ts";
import { propertyRemoved } from "./property-removed.ts";
import { requestMediaTypeAdded } from "./request-media-type-added.ts";
import { requestMediaTypeRemoved } from "./request-media-type-removed.ts";
import { requirementAdded } from "./requirement-added.ts";
import { requirementLevelLowered } from "./requirement-level-lowered.ts";
import { requirementLevelRaised } from "./requirement-level-raised.ts";
import { requirementRemoved } from "./requirement-removed.ts";
import { requirementSourceChanged } from "./requirement-source-changed.ts";
import { requirementTargetChanged } from "./requirement-target-changed.ts";
import { requirementTestChanged } from "./requirement-test-changed.ts";
import { requirementTextChanged } from "./requirement-text-changed.ts";
import { restrictedToValues } from "./restricted-to-values.ts";
import { scopeAdded } from "./scope-added.ts";
import { scopeRemoved } from "./scope-removed.ts";
import { sensitivityLowered } from "./sensitivity-lowered.ts";
import { sensitivityRaised } from "./sensitivity-raised.ts";
import { stateAdded } from "./state-added.ts";
import { stateAddedBeforeTerminal } from "./state-added-before-terminal.ts";
import { stateBecameTerminal } from "./state-became-terminal.ts";
import { stateKindChanged } from "./state-kind-changed.ts";
import { stateNoLongerTerminal } from "./state-no-longer-terminal.ts";
import { stateOrderChanged } from "./state-order-changed.ts";
import { stateRemoved } from "./state-removed.ts";
import { textLengthNarrowed } from "./text-length-narrowed.ts";
import { textLengthWidened } from "./text-length-widened.ts";
import { tierLoosened } from "./tier-loosened.ts";
import { tierTightened } from "./tier-tightened.ts";
import { toolAdded } from "./tool-added.ts";
import { toolAnnotationStrengthened } from "./tool-annotation-strengthened.ts";
import { toolAnnotationWeakened } from "./tool-annotation-weakened.ts";
import { toolRemoved } from "./tool-removed.ts";
import { toolRenamed } from "./tool-renamed.ts";
import { toolTitleChanged } from "./tool-title-changed.ts";
import { typeChanged } from "./type-changed.ts";
import { typeNameRemoved } from "./type-name-removed.ts";
import { typeNarrowed } from "./type-narrowed.ts";
import { typeWidened } from "./type-widened.ts";
import { uniqueItemsAdded } from "./unique-items-added.ts";
import { uniqueItemsRemoved } from "./unique-items-removed.ts";
import { valueAdded } from "./value-added.ts";
import { valueRemoved } from "./value-removed.ts";
import { valuesUnrestricted } from "./values-unrestricted.ts";
import { variantAdded } from "./variant-added.ts";
import { variantRemoved } from "./variant-removed.ts";
import { versionAdded } from "./version-added.ts";
import { versionRemoved } from "./version-removed.ts";

/** Every rule, by id. Closed: a test holds it against the files of this folder. */
export const rules: readonly Rule[] = [
  actorBecameRequired,
  actorNoLongerRequired,
  answerKindChanged,
  answerMediaTypeChanged,
  answerStatusAdded,
  answerStatusRemoved,
  basePathChanged,
  becameNotNullable,
  becameNullable,
  becameOptional,
  becameRequired,
  bodyAddedOptional,
  bodyAddedRequired,
  bodyBecameOptional,
  bodyBecameRequired,
  bodyRemoved,
  deadlineRangeChanged,
  defaultAdded,
  defaultChanged,
  defaultRemoved,
  docChanged,
  documentAdded,
  documentRemoved,
  erratumAdded,
  erratumDecisionChanged,
  erratumRemoved,
  errorAdded,
  errorBecameRetryable,
  errorEditionChanged,
  errorNoLongerRetryable,
  errorRemoved,
  errorStatusChanged,
  errorTextChanged,
  evidenceDefaultSensitivityLowered,
  evidenceDefaultSensitivityRaised,
  evidenceFloorLowered,
  evidenceFloorRaised,
  evidenceKindAdded,
  evidenceKindBecameRequired,
  evidenceKindNoLongerRequired,
  evidenceKindRemoved,
  evidenceMethodRelaxed,
  evidenceMethodRestricted,
  evidenceRecognitionChanged,
  evidenceSynonymAdded,
  evidenceSynonymRemoved,
  examplesChanged,
  formatChanged,
  initialStateChanged,
  keywordReversed,
  keywordStrengthened,
  keywordWeakened,
  listLengthNarrowed,
  listLengthWidened,
  machineAdded,
  machineRemoved,
  moveActorGained,
  moveActorLost,
  moveAdded,
  moveAgentConditionChanged,
  moveAutonomyTightened,
  moveAutonomyWeakened,
  moveBecameIrreversible,
  moveBecameReversible,
  moveEffectAdded,
  moveEffectDropped,
  moveIdChanged,
  moveInputDemanded,
  moveInputDropped,
  moveOperationGained,
  moveOperationLost,
  movePreconditionAdded,
  movePreconditionDropped,
  moveRecordAdded,
  moveRecordDropped,
  moveRemoved,
  numberRangeNarrowed,
  numberRangeWidened,
  objectClosed,
  objectOpened,
  operationAdded,
  operationAgentConditionChanged,
  operationAutonomyTightened,
  operationAutonomyWeakened,
  operationBecameRequired,
  operationBecameScoped,
  operationBecameUnscoped,
  operationErrorAdded,
  operationErrorDropped,
  operationLevelLowered,
  operationLevelRaised,
  operationNoLongerRequired,
  operationRemoved,
  operationRenamed,
  operationRouteChanged,
  operationScopeAdded,
  operationScopeDropped,
  parameterAddedOptional,
  parameterAddedRequired,
  parameterMoved,
  parameterRemoved,
  patternAdded,
  patternChanged,
  patternRemoved,
  phaseChanged,
  presenceRuleAdded,
  presenceRuleRemoved,
  propertyAddedOptional,
  propertyAddedRequired,
  propertyRemoved,
  requestMediaTypeAdded,
  requestMediaTypeRemoved,
  requirementAdded,
  requirementLevelLowered,
  requirementLevelRaised,
  requirementRemoved,
  requirementSourceChanged,
  requirementTargetChanged,
  requirementTestChanged,
  requirementTextChanged,
  restrictedToValues,
  scopeAdded,
  scopeRemoved,
  sensitivityLowered,
  sensitivityRaised,
  stateAdded,
  stateAddedBeforeTerminal,
  stateBecameTerminal,
  stateKindChanged,
  stateNoLongerTerminal,
  stateOrderChanged,
  stateRemoved,
  textLengthNarrowed,
  textLengthWidened,
  tierLoosened,
  tierTightened,
  toolAdded,
  toolAnnotationStrengthened,
  toolAnnotationWeakened,
  toolRemoved,
  toolRenamed,
  toolTitleChanged,
  typeChanged,
  typeNameRemoved,
  typeNarrowed,
  typeWidened,
  uniqueItemsAdded,
  uniqueItemsRemoved,
  valueAdded,
  valueRemoved,
  valuesUnrestricted,
  variantAdded,
  variantRemoved,
  versionAdded,
  versionRemoved,
];

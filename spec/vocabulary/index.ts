import { $a2aError, $a2aTask, $a2aTaskState } from "./a2a.ts";
import { $adapterCall, $adapterWords } from "./adapter.ts";
import { $errorCatalogue, $scopeCatalogue, $wireError } from "./catalogues.ts";
import { $approvedChange } from "./changes.ts";
import { $evidenceKind } from "./evidence-kinds.ts";
import { $entry, $machine, $move, $state } from "./machines.ts";
import {
  $aliases,
  $atLeastOneOf,
  $closed,
  $envelope,
  $exactlyOneOf,
  $requiredWhen,
  $sensitivity,
  $uniqueItems,
} from "./objects.ts";
import {
  $actor,
  $agentAutonomy,
  $hostRoot,
  $level,
  $mcpTool,
  $phase,
  $plainDocument,
  $raises,
  $renamedFrom,
  $required,
  $scopes,
  $tier,
} from "./operations.ts";
import { $erratum, $requirement } from "./requirements.ts";

export { $lib } from "./definition.ts";
export { $onValidate } from "./validate.ts";

/** Tells the compiler which namespace the decorators belong to. */
export const $decorators = {
  "Servicialo.Vocabulary": {
    machine: $machine,
    state: $state,
    entry: $entry,
    move: $move,
    mcpTool: $mcpTool,
    tier: $tier,
    phase: $phase,
    level: $level,
    required: $required,
    scopes: $scopes,
    raises: $raises,
    agentAutonomy: $agentAutonomy,
    actor: $actor,
    plainDocument: $plainDocument,
    hostRoot: $hostRoot,
    renamedFrom: $renamedFrom,
    errorCatalogue: $errorCatalogue,
    wireError: $wireError,
    scopeCatalogue: $scopeCatalogue,
    envelope: $envelope,
    closed: $closed,
    sensitivity: $sensitivity,
    uniqueItems: $uniqueItems,
    aliases: $aliases,
    evidenceKind: $evidenceKind,
    a2aTask: $a2aTask,
    a2aTaskState: $a2aTaskState,
    a2aError: $a2aError,
    atLeastOneOf: $atLeastOneOf,
    exactlyOneOf: $exactlyOneOf,
    requiredWhen: $requiredWhen,
    requirement: $requirement,
    erratum: $erratum,
    approvedChange: $approvedChange,
    adapterCall: $adapterCall,
    adapterWords: $adapterWords,
  },
};

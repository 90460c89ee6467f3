import { createTypeSpecLibrary, paramMessage } from "@typespec/compiler";

/** The library's name, diagnostics and state. Each diagnostic says how to mend what it reports. */
export const $lib = createTypeSpecLibrary({
  name: "@servicialo/spec",
  diagnostics: {
    "not-a-machine": {
      severity: "error",
      messages: { default: paramMessage`"${"state"}" does not belong to a machine. Put @machine("name") on enum ${"enum"}.` },
    },
    "foreign-state": {
      severity: "error",
      messages: {
        default: paramMessage`The move "${"id"}" leads from ${"from"} to a state of another enum (${"to"}). Name a state of ${"enum"}.`,
      },
    },
    "duplicate-move": {
      severity: "error",
      messages: {
        default: paramMessage`The move ${"from"} → ${"to"} is declared twice (${"first"} and ${"second"}). Keep one and list all its parties there.`,
      },
    },
    "missing-state-kind": {
      severity: "error",
      messages: { default: paramMessage`The state "${"state"}" of machine "${"machine"}" has no kind. Add @state(#{ kind: … }).` },
    },
    "core-order": {
      severity: "error",
      messages: {
        default: paramMessage`The core states of machine "${"machine"}" are ordered ${"found"}. Number them 1, 2, 3 … without gaps.`,
      },
    },
    "machine-entries": {
      severity: "error",
      messages: {
        default: paramMessage`The machine "${"machine"}" has ${"count"} entries. Give exactly one state @entry(#{ … }), the one it starts in.`,
      },
    },
    "unreachable-state": {
      severity: "error",
      messages: {
        default: paramMessage`No sequence of moves leads to the state "${"state"}" of machine "${"machine"}". Add a @@move to it, or remove it.`,
      },
    },
    "agent-condition": {
      severity: "error",
      messages: {
        default: paramMessage`The move "${"id"}" is conditional for agents but names no agentCondition. Say when an agent may act alone.`,
      },
    },
    "unknown-operation": {
      severity: "error",
      messages: { default: paramMessage`The move "${"id"}" names the operation "${"operation"}", which no @operationId declares. Mend the name or add the operation.` },
    },
    "missing-operation-id": {
      severity: "error",
      messages: { default: paramMessage`The operation "${"name"}" has no id. Add @operationId("area.verb").` },
    },
    "duplicate-operation-id": {
      severity: "error",
      messages: { default: paramMessage`The operation id "${"id"}" is used twice. Ids are unique: rename one.` },
    },
    "missing-operation-fact": {
      severity: "error",
      messages: { default: paramMessage`The operation "${"id"}" lacks ${"decorator"}. Every operation needs @tier, @phase and @level.` },
    },
    "tool-name": {
      severity: "error",
      messages: {
        default: paramMessage`"${"id"}" cannot become an MCP tool name. Use an id of letters, digits, "_", "-" and ".", at most 64 long.`,
      },
    },
    "unguarded-tool": {
      severity: "error",
      messages: {
        default: paramMessage`The tool "${"id"}" needs a credential but names no scope, so no mandate could ever allow it. Add @scopes(…).`,
      },
    },
    "not-catalogued": {
      severity: "error",
      messages: { default: paramMessage`"${"member"}" is not a member of ${"catalogue"}. Add it there, or name one that exists.` },
    },
    "second-catalogue": {
      severity: "error",
      messages: { default: paramMessage`There is already a catalogue of ${"what"}: ${"first"}. Keep one and move the members there.` },
    },
    "missing-wire-error": {
      severity: "error",
      messages: { default: paramMessage`The error "${"code"}" has no status and title. Add @wireError(#{ … }).` },
    },
    "wire-error-code": {
      severity: "error",
      messages: { default: paramMessage`"${"code"}" is not an error code. Write it in UPPER_SNAKE_CASE.` },
    },
    "wire-error-status": {
      severity: "error",
      messages: { default: paramMessage`${"status"} is not an HTTP error status. Use 400 to 599.` },
    },
    "scope-name": {
      severity: "error",
      messages: { default: paramMessage`"${"scope"}" is not a scope. Write it as resource:action in lower case.` },
    },
    "envelope-shape": {
      severity: "error",
      messages: { default: paramMessage`The envelope "${"name"}" needs a property "data" holding "type" and "attributes". Add what is missing.` },
    },
    "unknown-property": {
      severity: "error",
      messages: { default: paramMessage`"${"property"}" is not a property of ${"model"}. Name one of: ${"known"}.` },
    },
    "missing-actor": {
      severity: "error",
      messages: {
        default: paramMessage`The operation "${"id"}" is told who acts (@actor) but has no attribute "actor". Add "actor?: Actor" to its input.`,
      },
    },
    "undeclared-actor": {
      severity: "error",
      messages: {
        default: paramMessage`The operation "${"id"}" has an attribute "actor" but does not say whether it is needed. Add @actor("required") or @actor("optional").`,
      },
    },
    "not-an-array": {
      severity: "error",
      messages: { default: paramMessage`"${"property"}" is no array, so its items cannot be unique. Make it an array or remove @uniqueItems.` },
    },
    "duplicate-alias": {
      severity: "error",
      messages: { default: paramMessage`"${"word"}" already stands for ${"first"}. Keep it with one member of ${"enum"}.` },
    },
    "duplicate-evidence-kind": {
      severity: "error",
      messages: {
        default: paramMessage`The vertical "${"vertical"}" already has an evidence kind named "${"name"}" (${"first"}). Rename one.`,
      },
    },
    "evidence-sensitivity": {
      severity: "error",
      messages: {
        default: paramMessage`The evidence kind "${"name"}" is ${"given"} by default, below its floor ${"floor"}. Raise the default or lower the floor.`,
      },
    },
    "requirement-id": {
      severity: "error",
      messages: { default: paramMessage`"${"id"}" is not a requirement id. Write it as SVC-AREA-001.` },
    },
    "requirement-keyword": {
      severity: "error",
      messages: { default: paramMessage`The text of ${"id"} does not contain its keyword ${"keyword"}. Say it in the sentence, or change the keyword.` },
    },
    "duplicate-requirement": {
      severity: "error",
      messages: { default: paramMessage`The requirement ${"id"} is declared twice. Ids are never reused: give one the next free number.` },
    },
    "duplicate-erratum": {
      severity: "error",
      messages: { default: paramMessage`The erratum ${"id"} is declared twice. Keep one.` },
    },
  },
  state: {
    machines: { description: "machine name per enum" },
    states: { description: "details per state" },
    entries: { description: "creation move per state" },
    moves: { description: "moves per source state" },
    tools: { description: "MCP tool details per operation" },
    tiers: { description: "tier per operation" },
    phases: { description: "phase per operation" },
    levels: { description: "conformance level per operation" },
    required: { description: "operations every node has" },
    scopes: { description: "scopes per operation" },
    raises: { description: "error codes per operation" },
    agentAutonomy: { description: "agent autonomy per operation" },
    actors: { description: "whether an operation must be told who acts" },
    plainDocuments: { description: "operations answering without envelope" },
    hostRoots: { description: "operations outside the base path" },
    renamedFrom: { description: "former operation id" },
    errorCatalogue: { description: "the enum of wire errors" },
    wireErrors: { description: "details per wire error" },
    scopeCatalogue: { description: "the enum of scopes" },
    envelopes: { description: "envelope kind per model" },
    closed: { description: "closed models" },
    sensitivities: { description: "sensitivity per property" },
    uniqueItems: { description: "array properties without repeated items" },
    aliases: { description: "other words for an enum member" },
    evidenceKinds: { description: "evidence kind per payload model" },
    presenceRules: { description: "rules on which properties must be present" },
    requirements: { description: "requirements per target" },
    errata: { description: "errata per target" },
  },
});

export const keys = $lib.stateKeys;
export const report = $lib.reportDiagnostic;

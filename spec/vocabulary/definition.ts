import { createTypeSpecLibrary } from "@typespec/compiler";
import { a2a } from "./diagnostics/a2a.ts";
import { adapter } from "./diagnostics/adapter.ts";
import { catalogues } from "./diagnostics/catalogues.ts";
import { changes } from "./diagnostics/changes.ts";
import { evidenceKinds } from "./diagnostics/evidence-kinds.ts";
import { machines } from "./diagnostics/machines.ts";
import { objects } from "./diagnostics/objects.ts";
import { operations } from "./diagnostics/operations.ts";
import { requirements } from "./diagnostics/requirements.ts";

/** The library's name, diagnostics and state. Each diagnostic says how to mend what it reports. */
export const $lib = createTypeSpecLibrary({
  name: "@servicialo/spec",
  diagnostics: {
    ...asErrors(machines),
    ...asErrors(operations),
    ...asErrors(catalogues),
    ...asErrors(objects),
    ...asErrors(evidenceKinds),
    ...asErrors(a2a),
    ...asErrors(requirements),
    ...asErrors(changes),
    ...asErrors(adapter),
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
    a2aTasks: { description: "A2A task type per model of params" },
    a2aTaskStates: { description: "whether a task in this state has ended" },
    a2aErrors: { description: "code and HTTP status per JSON-RPC error" },
    presenceRules: { description: "rules on which properties must be present" },
    requirements: { description: "requirements per target" },
    errata: { description: "errata per target" },
    approvedChanges: { description: "approved changes per target" },
    adapterCalls: { description: "calls of the adapter binding per operation" },
    adapterWords: { description: "words of the adapter's clients for an enum member" },
  },
});

export const keys = $lib.stateKeys;
export const report = $lib.reportDiagnostic;

type AsErrors<Messages> = { [Code in keyof Messages]: { severity: "error"; messages: { default: Messages[Code] } } };

/** Every misuse is an error: a specification with one of them makes no artefacts. */
function asErrors<Messages extends object>(messages: Messages): AsErrors<Messages> {
  const entries = Object.entries(messages).map(([code, message]) => [
    code,
    { severity: "error", messages: { default: message } },
  ]);
  return Object.fromEntries(entries) as AsErrors<Messages>;
}

import type {
  A2aErrorDetails,
  A2aStep,
  A2aSynonym,
  A2aTaskDetails,
  AdapterValue,
  AutonomyName,
  EnvelopeKind,
  EvidenceKind,
  KeywordName,
  LevelName,
  PartyName,
  TierName,
  ToolDetails,
  WireErrorDetails,
} from "@servicialo/spec/vocabulary";
import type { Position, PresenceNode, PropertyNode, SchemaNode } from "./schema.ts";

/** A named model, enum, union or scalar of the specification. */
export interface DefinitionNode {
  readonly name: string;
  readonly kind: "object" | "enum" | "union" | "scalar";
  readonly summary: string;
  readonly schema: SchemaNode;
  /** Wire value and meaning of each member; only for enums. */
  readonly members: readonly {
    readonly value: string | number;
    readonly summary: string;
    /** Other words for it that a node accepts. */
    readonly aliases: readonly string[];
    readonly position: Position;
  }[];
  readonly examples: readonly unknown[];
  readonly position: Position;
}

export interface ParameterNode extends PropertyNode {
  readonly in: "path" | "query" | "header";
}

export interface BodyNode {
  readonly contentTypes: readonly string[];
  readonly required: boolean;
  /** JSON:API type of the command; null for a body without envelope. */
  readonly type: string | null;
  /** The attributes of the command, or the whole body where there is no envelope. */
  readonly attributes: SchemaNode;
  readonly schema: SchemaNode;
}

export interface AnswerNode {
  /** Of success; or of a failure that is told in a document of its own instead of the error document. */
  readonly status: number;
  readonly kind: Exclude<EnvelopeKind, "command"> | "document";
  readonly contentType: string;
  /** JSON:API types that the data can have; none for a plain document. */
  readonly types: readonly string[];
  /** Attributes of one resource, or the whole document. */
  readonly attributes: SchemaNode;
  readonly schema: SchemaNode;
}

export interface OperationNode {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly tool: (ToolDetails & { readonly name: string }) | null;
  readonly method: string;
  /** Path below `basePath`, with `{parameters}`. */
  readonly path: string;
  readonly basePath: string;
  readonly tier: TierName;
  readonly phase: string;
  readonly level: LevelName;
  readonly required: boolean;
  readonly scopes: readonly string[];
  readonly errors: readonly string[];
  readonly agent: { readonly autonomy: AutonomyName; readonly condition: string | null } | null;
  readonly actor: "required" | "optional" | "none";
  readonly renamedFrom: string | null;
  readonly parameters: readonly ParameterNode[];
  /** Which of the parameters must be present together or instead of each other. */
  readonly presence: readonly PresenceNode[];
  readonly body: BodyNode | null;
  readonly answers: readonly AnswerNode[];
  readonly position: Position;
}

export interface StateNode {
  readonly name: string;
  readonly kind: "core" | "optional" | "exception";
  readonly order: number | null;
  readonly terminal: boolean;
  readonly summary: string;
  readonly position: Position;
}

export interface MoveNode {
  readonly id: string;
  /** Null for the creation. */
  readonly from: string | null;
  readonly to: string;
  readonly operations: readonly string[];
  readonly by: readonly PartyName[];
  readonly agent: AutonomyName;
  readonly agentCondition: string | null;
  readonly preconditions: readonly string[];
  readonly requires: readonly string[];
  readonly records: readonly string[];
  readonly effects: readonly string[];
  readonly irreversible: boolean;
  readonly position: Position;
}

export interface MachineNode {
  readonly name: string;
  /** Name of the enum that lists its states. */
  readonly definition: string;
  readonly summary: string;
  readonly initial: string;
  readonly states: readonly StateNode[];
  readonly moves: readonly MoveNode[];
  readonly position: Position;
}

export interface ScopeNode {
  readonly name: string;
  readonly summary: string;
  readonly operations: readonly string[];
  readonly position: Position;
}

export interface ErrorNode extends WireErrorDetails {
  readonly code: string;
  readonly operations: readonly string[];
  readonly position: Position;
}

/** One kind of evidence: how an item of it is recognized, and what holds for it. */
export interface EvidenceKindNode extends Required<Omit<EvidenceKind, "discriminator" | "floor">> {
  /** Null: every item of the type is of the kind. */
  readonly discriminator: { readonly property: string; readonly value: string } | null;
  /** Null: an item may name any sensitivity. */
  readonly floor: NonNullable<EvidenceKind["floor"]> | null;
  readonly summary: string;
  /** Name of the model that describes the payload. */
  readonly payload: string;
  readonly position: Position;
}

/** One operation that a task is done with. */
export interface A2aStepNode extends Pick<A2aStep, "operation"> {
  /** Null: always done. */
  readonly when: NonNullable<A2aStep["when"]> | null;
  /** Input of the operation → param that it comes from; all others come from the param of their own name. */
  readonly takes: Readonly<Record<string, string>>;
  readonly gives: string | null;
  readonly unlessState: string | null;
}

/** One type of task that the A2A endpoint takes. */
export interface A2aTaskNode extends Pick<A2aTaskDetails, "id" | "title"> {
  readonly summary: string;
  /** Name of the model that describes the params. */
  readonly params: string;
  readonly steps: readonly A2aStepNode[];
  readonly synonyms: readonly { readonly word: string; readonly means: NonNullable<A2aSynonym["means"]> | null }[];
  readonly position: Position;
}

export interface A2aStateNode {
  readonly name: string;
  readonly ended: boolean;
  readonly synonyms: readonly string[];
  readonly summary: string;
  readonly position: Position;
}

export interface A2aErrorNode extends A2aErrorDetails {
  readonly name: string;
  readonly summary: string;
  readonly position: Position;
}

/** The A2A endpoint. */
export interface A2aNode {
  readonly tasks: readonly A2aTaskNode[];
  readonly states: readonly A2aStateNode[];
  readonly errors: readonly A2aErrorNode[];
}

export interface RequirementNode {
  readonly id: string;
  readonly keyword: KeywordName;
  readonly level: LevelName;
  /** Area in lower case, from the id. */
  readonly area: string;
  readonly text: string;
  readonly source: string;
  readonly test: string;
  /** What it constrains, e.g. `operation scheduling.book`. */
  readonly appliesTo: readonly string[];
  readonly position: Position;
}

export interface ErratumNode {
  readonly id: string;
  readonly question: string;
  readonly decision: string;
  readonly appliesTo: string;
  readonly position: Position;
}

/** A change from an earlier specification that is meant although it breaks somebody. */
export interface ApprovedChangeNode {
  readonly rfc: string;
  /** Rule of the comparison, and the subject of its finding. */
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  /** Last day on which it holds. */
  readonly expires: string;
  /** Version it enters with; null: a change within one version. */
  readonly version: string | null;
  readonly position: Position;
}

/** A member of a request of the adapter binding. */
export interface AdapterMemberNode {
  /** Name that the client gives it. */
  readonly name: string;
  /** Input that it means, with the way inside where it is a part of one. */
  readonly input: string;
  /** Whether a request without it is refused. */
  readonly required: boolean;
  /** Name of the enum for whose members the clients have words of their own. */
  readonly words: string | null;
  readonly summary: string;
  readonly schema: SchemaNode;
}

/** One way in which a published client calls an operation. */
export interface AdapterCallNode {
  /** The operation that the client means. */
  readonly operation: string;
  /** The operation that answers it: the same, save where one call serves two. */
  readonly asks: string;
  readonly by: "server" | "suite";
  readonly method: string;
  /** From the root of the host; what stands in braces is an input. */
  readonly path: string;
  /** Null: every request for this route that fits no other call. */
  readonly when: { readonly anyOf: readonly string[]; readonly value: AdapterValue | null } | null;
  readonly members: readonly AdapterMemberNode[];
  readonly ignored: readonly string[];
  readonly fixed: readonly { readonly input: string; readonly value: AdapterValue }[];
  readonly defaults: readonly { readonly input: string; readonly value: AdapterValue }[];
  /** Input that the credential's organization stands in for. */
  readonly organization: string | null;
  readonly composed: string | null;
  readonly answer: {
    readonly kind: "item" | "list" | "document";
    readonly under: string | null;
    readonly list: string;
    readonly also: readonly { readonly name: string; readonly of: string }[];
    readonly statuses: readonly number[];
    /** Of the resource, of each in a list, or of the whole document. */
    readonly schema: SchemaNode;
  };
  readonly position: Position;
}

/** Everything the specification says at one protocol version: frozen and sorted, the only input of a printer. */
export interface ProtocolModel {
  readonly version: string;
  readonly title: string;
  readonly basePath: string;
  readonly definitions: readonly DefinitionNode[];
  readonly operations: readonly OperationNode[];
  readonly machines: readonly MachineNode[];
  readonly scopes: readonly ScopeNode[];
  readonly errors: readonly ErrorNode[];
  readonly evidenceKinds: readonly EvidenceKindNode[];
  readonly a2a: A2aNode;
  readonly requirements: readonly RequirementNode[];
  readonly errata: readonly ErratumNode[];
  /** How published clients call the operations, by path, method and condition. */
  readonly adapterCalls: readonly AdapterCallNode[];
  /** Their words for the values of enums: enum → word → value. */
  readonly adapterWords: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** Of the whole specification, whatever the version. */
  readonly approvedChanges: readonly ApprovedChangeNode[];
}

const definitionsByName = new WeakMap<ProtocolModel["definitions"], ReadonlyMap<string, DefinitionNode>>();

/** The definition of that name; it must exist. */
export function definitionNamed({ definitions }: ProtocolModel, name: string): DefinitionNode {
  const byName = definitionsByName.get(definitions) ?? new Map(definitions.map((each) => [each.name, each]));
  definitionsByName.set(definitions, byName);
  const found = byName.get(name);
  if (!found) throw new Error(`The specification defines no ${name}.`);
  return found;
}

/** Follows a reference to the schema it names. */
export function resolveSchema(model: ProtocolModel, schema: SchemaNode): SchemaNode {
  return schema.kind === "reference" ? resolveSchema(model, definitionNamed(model, schema.name).schema) : schema;
}

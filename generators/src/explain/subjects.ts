import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import type { ObjectSchema, Position, SchemaNode } from "../ir/schema.ts";

export const SUBJECT_KINDS = [
  "protocol",
  "object",
  "property",
  "value",
  "operation",
  "parameter",
  "tool",
  "machine",
  "state",
  "move",
  "scope",
  "error",
  "evidence-kind",
  "requirement",
  "erratum",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A part of the protocol that has a name and a place in the specification. */
export interface Subject {
  readonly kind: SubjectKind;
  /** E.g. `Session.starts_at`, `scheduling.book`, `service.confirmed`, `L-05`. */
  readonly name: string;
  readonly summary: string;
  readonly position: Position;
}

/** Every part of one version of the protocol, by kind and name. */
export class Subjects {
  readonly model: ProtocolModel;
  readonly #byTarget = new Map<string, Subject>();

  constructor(model: ProtocolModel) {
    this.model = model;
    this.#add("protocol", model.version, `${model.title} ${model.version}.`, { file: "main.tsp", line: 1 });
    this.#addDefinitions();
    for (const operation of model.operations) this.#addOperation(operation);
    this.#addMachines();
    for (const { name, summary, position } of model.scopes) this.#add("scope", name, summary, position);
    for (const { code, title, when, position } of model.errors)
      this.#add("error", code, `${title}: ${when}.`, position);
    for (const { vertical, name, summary, position } of model.evidenceKinds)
      this.#add("evidence-kind", `${vertical}.${name}`, summary, position);
    for (const { id, text, position } of model.requirements) this.#add("requirement", id, text, position);
    for (const { id, question, decision, position } of model.errata)
      this.#add("erratum", id, `${question} ${decision}`, position);
  }

  all(): readonly Subject[] {
    return [...this.#byTarget.values()];
  }

  find(kind: SubjectKind, name: string): Subject | undefined {
    return this.#byTarget.get(`${kind} ${name}`);
  }

  /** The protocol as a whole. */
  get protocol(): Subject {
    const found = this.find("protocol", this.model.version);
    if (!found) throw new Error("The protocol is always there.");
    return found;
  }

  /** The first of a name wins: alternatives of a union may have members of the same name. */
  #add(kind: SubjectKind, name: string, summary: string, position: Position): void {
    const target = `${kind} ${name}`;
    if (!this.#byTarget.has(target)) this.#byTarget.set(target, { kind, name, summary, position });
  }

  #addDefinitions(): void {
    for (const { name, summary, schema, members, position } of this.model.definitions) {
      this.#add("object", name, summary, position);
      this.#addProperties(name, schema);
      for (const member of members) this.#add("value", `${name}.${member.value}`, member.summary, member.position);
    }
  }

  #addOperation({ id, title, summary, tool, parameters, body, answers, position }: OperationNode): void {
    this.#add("operation", id, summary, position);
    if (tool) this.#add("tool", tool.name, title, position);
    for (const parameter of parameters)
      this.#add("parameter", `${id}.${parameter.name}`, parameter.summary, parameter.position);
    if (body) this.#addProperties(`${id}.request`, body.schema);
    for (const answer of answers) this.#addProperties(`${id}.answer`, answer.schema);
  }

  #addMachines(): void {
    for (const machine of this.model.machines) {
      this.#add("machine", machine.name, machine.summary, machine.position);
      for (const { name, summary, position } of machine.states)
        this.#add("state", `${machine.name}.${name}`, summary, position);
      for (const { id, from, to, position } of machine.moves)
        this.#add("move", id, `${machine.name}: ${from ?? "creation"} → ${to}.`, position);
    }
  }

  /** Members written in place, as deep as they go; what a reference names has a name of its own. */
  #addProperties(owner: string, schema: SchemaNode): void {
    for (const object of objectsIn(schema)) {
      for (const property of object.properties) {
        const name = `${owner}.${property.name}`;
        this.#add("property", name, property.summary, property.position);
        this.#addProperties(name, property.schema);
      }
    }
  }
}

/** The objects that a value can be, lists looked into. */
export function objectsIn(schema: SchemaNode): ObjectSchema[] {
  if (schema.kind === "object") return schema.additional ? [schema, ...objectsIn(schema.additional)] : [schema];
  if (schema.kind === "array") return objectsIn(schema.items);
  return schema.kind === "union" ? schema.variants.flatMap(objectsIn) : [];
}

import type { ErratumNode, ProtocolModel, RequirementNode } from "../../ir/model.ts";
import { type Position, referencesOf } from "../../ir/schema.ts";
import { type Content, html, join } from "./html.ts";

/** Pages that list one kind of thing for all areas. */
export const CATALOGUES = {
  "evidence-kinds": "Evidence kinds",
  scopes: "Scopes",
  errors: "Errors",
  requirements: "Requirements",
  errata: "Errata",
} as const;

/** Where everything of one version stands in its reference, and what refers to it. */
export class Book {
  readonly model: ProtocolModel;
  /** Areas of the protocol: the folders of the specification, sorted. */
  readonly areas: readonly string[];
  readonly #hrefs = new Map<string, string>();
  readonly #requirements = new Map<string, RequirementNode[]>();
  readonly #errata: Partial<Record<string, ErratumNode[]>>;
  readonly #users = new Map<string, Set<string>>();

  constructor(model: ProtocolModel) {
    this.model = model;
    const placed = [...model.definitions, ...model.operations];
    this.areas = [...new Set(placed.map(({ position }) => areaOf(position)))].sort();
    this.#place();
    for (const requirement of model.requirements) {
      for (const target of requirement.appliesTo) {
        this.#requirements.set(target, [...(this.#requirements.get(target) ?? []), requirement]);
      }
    }
    this.#errata = Object.groupBy(model.errata, ({ appliesTo }) => appliesTo);
    this.#findUsers();
  }

  /** Address of what a target such as `operation scheduling.book` names; nothing for a target without a place. */
  href(target: string): string | undefined {
    return this.#hrefs.get(target);
  }

  /** The name, linked where it has a place. */
  link(target: string, text: Content): Content {
    const href = this.href(target);
    return href === undefined ? text : html`<a href="${href}">${text}</a>`;
  }

  /** Links to several things of a kind, as code. */
  links(kind: string, names: readonly string[]): Content {
    return join(
      names.map((name) => this.link(`${kind} ${name}`, html`<code>${name}</code>`)),
      ", ",
    );
  }

  requirementsOn(target: string): readonly RequirementNode[] {
    return this.#requirements.get(target) ?? [];
  }

  errataOn(target: string): readonly ErratumNode[] {
    return this.#errata[target] ?? [];
  }

  /** Targets that use a definition: objects by a property, operations by what they take and give. */
  usersOf(definition: string): readonly string[] {
    return [...(this.#users.get(definition) ?? [])].sort();
  }

  #place(): void {
    const { definitions, operations, machines, scopes, errors, evidenceKinds, requirements, errata } = this.model;
    const put = (target: string, page: string, anchor: string) => this.#hrefs.set(target, `${page}.html#${anchor}`);
    for (const { name, schema, members, position } of definitions) {
      const page = areaOf(position);
      put(`object ${name}`, page, anchorOf(`object ${name}`));
      if (schema.kind === "object") {
        for (const property of schema.properties)
          put(`property ${name}.${property.name}`, page, anchorOf(`property ${name}.${property.name}`));
      }
      for (const { value } of members) put(`value ${name}.${value}`, page, anchorOf(`value ${name}.${value}`));
    }
    for (const { id, position } of operations) put(`operation ${id}`, areaOf(position), anchorOf(`operation ${id}`));
    for (const { name, states, moves, position } of machines) {
      const page = areaOf(position);
      put(`machine ${name}`, page, anchorOf(`machine ${name}`));
      for (const state of states) put(`state ${name}.${state.name}`, page, anchorOf(`state ${name}.${state.name}`));
      for (const { id } of moves) put(`move ${id}`, page, anchorOf(`move ${id}`));
    }
    for (const { name } of scopes) put(`scope ${name}`, "scopes", anchorOf(`scope ${name}`));
    for (const { code } of errors) put(`error ${code}`, "errors", anchorOf(`error ${code}`));
    for (const kind of evidenceKinds) {
      const target = `evidence-kind ${kind.vertical}.${kind.name}`;
      put(target, "evidence-kinds", anchorOf(target));
    }
    for (const { id } of requirements) put(`requirement ${id}`, "requirements", id);
    for (const { id } of errata) put(`erratum ${id}`, "errata", id);
  }

  #findUsers(): void {
    const use = (user: string, names: Iterable<string>) => {
      for (const name of names) this.#users.set(name, (this.#users.get(name) ?? new Set()).add(user));
    };
    for (const { name, schema } of this.model.definitions) {
      use(
        `object ${name}`,
        [...referencesOf(schema)].filter((used) => used !== name),
      );
    }
    for (const { id, parameters, body, answers } of this.model.operations) {
      const schemas = [
        ...parameters.filter((parameter) => parameter.in !== "header").map(({ schema }) => schema),
        ...(body ? [body.attributes] : []),
        ...answers.map(({ attributes }) => attributes),
      ];
      for (const schema of schemas) use(`operation ${id}`, referencesOf(schema));
    }
  }
}

/** The area that a part of the specification belongs to: its folder. */
export function areaOf({ file }: Position): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : "protocol";
}

/** `state service.charged` → `state-service.charged`: the same in every version, so that links from outside stay good. */
export function anchorOf(target: string): string {
  return target.replace(/\s+/g, "-");
}

/** `service_orders` → `Service orders`. */
export function titleOf(word: string): string {
  const words = word.replaceAll(/[_-]/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

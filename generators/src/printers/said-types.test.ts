import { beforeAll, describe, expect, it } from "vitest";
import { protocolEntryPoint } from "../compile.ts";
import { type Generation, generateArtefacts } from "../generate.ts";
import { flatInput } from "../ir/flat-input.ts";
import type { ProtocolModel } from "../ir/model.ts";
import type { ObjectSchema, SchemaNode } from "../ir/schema.ts";
import { FIXTURE } from "../testing/workspace.ts";

/** Whether the members beside the listed ones count, of an object that says that they can be anything. */
type CountsOthers = (schema: ObjectSchema) => boolean;

/** How often a schema says that a value can be anything, what it refers to left out. */
function unknownsIn(schema: SchemaNode, counts: CountsOthers): number {
  const inside = (schemas: readonly SchemaNode[]) =>
    schemas.reduce((total, child) => total + unknownsIn(child, counts), 0);
  switch (schema.kind) {
    case "unknown":
      return 1;
    case "array":
      return inside([schema.items]);
    case "union":
      return inside(schema.variants);
    case "object": {
      const others = schema.additional;
      const counted = others && (others.kind !== "unknown" || counts(schema)) ? [others] : [];
      return inside([...schema.properties.map((property) => property.schema), ...counted]);
    }
    default:
      return 0;
  }
}

function inDefinitions({ definitions }: ProtocolModel, counts: CountsOthers): number {
  return definitions.reduce((total, { schema }) => total + unknownsIn(schema, counts), 0);
}

/** The code of a TypeScript file: no comments, no text. */
function codeOf(content: string): string {
  return content
    .replace(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '""')
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\/\/.*$/gm, "");
}

function occurrences(code: string, word: RegExp): number {
  return [...code.matchAll(word)].length;
}

describe.each([
  ["the fixture", FIXTURE],
  ["the protocol", protocolEntryPoint()],
])("what is printed from %s", (_, entryPoint) => {
  let generation: Generation;

  beforeAll(async () => {
    generation = await generateArtefacts(entryPoint);
  });

  function code(model: ProtocolModel, name: string): string {
    const file = generation.files.find(({ path }) => path === `typescript/${model.version}/${name}.ts`);
    return codeOf(file?.content ?? "");
  }

  it("has no `any` anywhere", () => {
    const modules = generation.files.filter(({ path }) => path.endsWith(".ts"));
    expect(modules.length).toBeGreaterThan(0);
    const saying = modules.filter(({ content }) => /\bany\b|\bz\.any\b|\bType\.Any\b/.test(codeOf(content)));
    expect(saying.map(({ path }) => path)).toEqual([]);
  });

  it("is unknown only where the specification says so: types, Zod, TypeBox", () => {
    for (const model of generation.models) {
      expect(occurrences(code(model, "types"), /\bunknown\b/g)).toBe(inDefinitions(model, () => true));
      // Beside listed members, a loose object says it.
      const alone: CountsOthers = ({ properties }) => properties.length === 0;
      expect(occurrences(code(model, "zod"), /\bz\.unknown\(/g)).toBe(inDefinitions(model, alone));
      expect(occurrences(code(model, "typebox"), /\bType\.Unknown\(/g)).toBe(inDefinitions(model, () => false));
    }
  });

  it("is unknown only where the specification says so: inputs of handlers, routes", () => {
    for (const model of generation.models) {
      const inputs = code(model, "handlers").split("export interface OperationInputs")[1]?.split("\nexport ")[0] ?? "";
      const ofInputs = model.operations.map((operation) => unknownsIn(flatInput(model, operation), () => true));
      expect(occurrences(inputs, /\bunknown\b/g)).toBe(ofInputs.reduce((total, more) => total + more, 0));
      const ofRoutes = model.operations.flatMap(({ parameters, body, answers }) => [
        ...parameters.filter(({ in: place }) => place !== "header").map(({ schema }) => schema),
        ...(body ? [body.schema] : []),
        ...answers.map(({ schema }) => schema),
      ]);
      const said = ofRoutes.reduce((total, schema) => total + unknownsIn(schema, () => false), 0);
      expect(occurrences(code(model, "routes"), /\bType\.Unknown\(/g)).toBeLessThanOrEqual(said);
    }
  });

  it("has an empty JSON Schema only where the specification says unknown", () => {
    for (const model of generation.models) {
      const folder = `json-schema/${model.version}/`;
      const schemas = generation.files.filter(
        ({ path }) => path.startsWith(folder) && !path.startsWith(`${folder}operations/`),
      );
      const empty = schemas.reduce((total, { content }) => total + freeIn(JSON.parse(content)), 0);
      expect(empty).toBe(inDefinitions(model, () => false));
    }
  });
});

const NOTES: ReadonlySet<string> = new Set(["description", "default", "x-sensitivity"]);

/** How many schemas below `properties`, `items` and `anyOf` demand nothing. */
function freeIn(schema: Record<string, unknown>): number {
  const words = Object.keys(schema).filter((word) => !NOTES.has(word));
  const children = [
    ...Object.values((schema["properties"] ?? {}) as Record<string, Record<string, unknown>>),
    ...((schema["anyOf"] ?? []) as Record<string, unknown>[]),
    ...["items", "additionalProperties"]
      .map((word) => schema[word])
      .filter((child): child is Record<string, unknown> => typeof child === "object" && child !== null),
  ];
  return (words.length === 0 ? 1 : 0) + children.reduce((total, child) => total + freeIn(child), 0);
}

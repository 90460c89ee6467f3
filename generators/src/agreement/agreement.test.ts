import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import { protocolEntryPoint } from "../compile.ts";
import { generateArtefacts } from "../generate.ts";
import type { ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { FIXTURE } from "../testing/workspace.ts";
import { type Comparison, compareOn } from "./agreement.ts";
import { ArtefactFolder } from "./artefact-folder.ts";
import { compareOnInput, compareOnOutput } from "./operation-agreement.ts";
import { OperationValidators } from "./operation-validators.ts";
import { loadValidators } from "./validators.ts";

const SEED = 20_260_303;
const MINUTES = 60_000;

/** Compares on every definition, with validators made from these files. */
async function compareAll(model: ProtocolModel, files: readonly GeneratedFile[]): Promise<Map<string, Comparison>> {
  await using validators = await loadValidators(model, files);
  const comparisons = new Map<string, Comparison>();
  for (const definition of model.definitions) {
    comparisons.set(definition.name, await compareOn(model, definition, { validators, seed: SEED }));
  }
  return comparisons;
}

/** Compares on every operation's input and answer. */
async function compareOperations(
  model: ProtocolModel,
  files: readonly GeneratedFile[],
): Promise<Map<string, Comparison>> {
  await using validators = await OperationValidators.load(model, files);
  const comparisons = new Map<string, Comparison>();
  for (const operation of model.operations) {
    const input = await compareOnInput(model, operation, { validators, seed: SEED });
    comparisons.set(`${operation.id} input`, input);
    comparisons.set(`${operation.id} output`, compareOnOutput(model, operation, { validators, seed: SEED }));
  }
  return comparisons;
}

function count(comparisons: ReadonlyMap<string, Comparison>): string {
  const all = [...comparisons.values()];
  const sum = (part: "judged" | "valid" | "refused") => all.reduce((total, comparison) => total + comparison[part], 0);
  return `${sum("judged")} values, ${sum("valid")} accepted, ${sum("refused")} refused`;
}

function disagreements(comparisons: ReadonlyMap<string, Comparison>): string[] {
  return [...comparisons].flatMap(([name, { disagreements }]) =>
    disagreements.slice(0, 5).map((text) => `${name} ${text}`),
  );
}

describe.each([
  ["the fixture", FIXTURE],
  ["the protocol", protocolEntryPoint()],
])("Ajv, TypeBox, Zod, Fastify and the MCP client, made from %s", (subject, entryPoint) => {
  let model: ProtocolModel;
  let comparisons: ReadonlyMap<string, Comparison> = new Map();
  let ofOperations: ReadonlyMap<string, Comparison> = new Map();

  beforeAll(async () => {
    const { models, files } = await generateArtefacts(entryPoint);
    model = models.at(-1) as ProtocolModel;
    comparisons = await compareAll(model, files);
    ofOperations = await compareOperations(model, files);
    console.log(`Agreement on ${subject}: definitions ${count(comparisons)}; operations ${count(ofOperations)}.`);
  }, 5 * MINUTES);

  afterAll(() => {
    comparisons = new Map();
    ofOperations = new Map();
  });

  it("agree on valid and on spoiled documents of every definition", () => {
    expect(comparisons.size).toBe(model.definitions.length);
    expect(disagreements(comparisons)).toEqual([]);
  });

  it("agree on valid and on spoiled inputs and answers of every operation", () => {
    expect(ofOperations.size).toBe(2 * model.operations.length);
    expect(disagreements(ofOperations)).toEqual([]);
  });

  it("judge at least two thousand values", () => {
    const judged = [...comparisons.values(), ...ofOperations.values()].map((comparison) => comparison.judged);
    expect(judged.reduce((total, more) => total + more, 0)).toBeGreaterThanOrEqual(2000);
  });

  it("accept something and refuse something of every input", () => {
    const inputs = [...ofOperations].filter(([name]) => name.endsWith(" input"));
    expect(inputs.filter(([, { valid, refused }]) => valid === 0 || refused === 0).map(([name]) => name)).toEqual([]);
  });

  it("accept something and refuse something of every definition", () => {
    const strict = model.definitions.filter((definition) => definition.schema.kind !== "unknown");
    const telling = strict.filter(
      ({ name }) => (comparisons.get(name)?.valid ?? 0) > 0 && (comparisons.get(name)?.refused ?? 0) > 0,
    );
    expect(telling.map(({ name }) => name)).toEqual(strict.map(({ name }) => name));
  });
});

describe("a map", () => {
  it("never hands on a member named __proto__ from Zod, whatever its value", async () => {
    const { models, files } = await generateArtefacts(FIXTURE);
    await using folder = await ArtefactFolder.of(models.at(-1) as ProtocolModel, files);
    const { Labels } = (await folder.module("zod")) as { Labels: ZodType };
    for (const text of ['{"__proto__":7}', '{"__proto__":"es"}', '{"en":"yes","__proto__":{"en":"no"}}']) {
      const parsed = Labels.parse(JSON.parse(text)) as object;
      expect(Object.hasOwn(parsed, "__proto__")).toBe(false);
      expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    }
  });
});

describe("a validator that differs", () => {
  let model: ProtocolModel;
  let files: readonly GeneratedFile[];

  beforeAll(async () => {
    const generation = await generateArtefacts(FIXTURE);
    model = generation.models.at(-1) as ProtocolModel;
    files = generation.files;
  });

  it.each([
    ["zod.ts", "lengthBetween(1, 8)", "lengthBetween(1, 9)"],
    ["zod.ts", "const length = [...text].length;", "const length = text.length;"],
    ["zod.ts", "export const Place = z.looseObject", "export const Place = z.strictObject"],
    ["zod.ts", "export const Actor = z.strictObject", "export const Actor = z.looseObject"],
    ["zod.ts", ".refine(allDifferent)", ""],
    ["zod.ts", ".sort(([a], [b]) => (a < b ? -1 : 1))", ""],
    ["zod.ts", ".gt(0)", ".min(0)"],
    ["zod.ts", ".max(9)", ""],
    ["zod.ts", "z.int()", "z.number()"],
    ["zod.ts", "=== 1, {", ">= 1, {"],
    ["zod.ts", ".catchall(z.union([z.string(), Split]))", ""],
    ["zod.ts", "2[0-8])$", "2[0-9])$"],
    ["zod.ts", "extra: z.unknown().optional()", "extra: z.string().optional()"],
    ["zod.ts", "z.union([Id, z.null()])", "Id"],
    ["typebox.ts", "urgent: Type.Boolean()", "urgent: Type.Optional(Type.Boolean())"],
    ["typebox.ts", "urgent: Type.Boolean()", "urgent: Type.Boolean({ default: false })"],
    ["typebox.ts", "uniqueItems: true", "uniqueItems: false"],
    ["typebox.ts", "additionalProperties: false, ", ""],
    ["typebox.ts", '{ required: ["licence"] }', "{}"],
    ["typebox.ts", "Type.Literal(true)", "Type.Boolean()"],
    ["typebox.ts", "additionalProperties: Percent", "additionalProperties: true"],
    ["typebox.ts", '"called-off"', '"called_off"'],
  ])("is found out: %s with %j as %j", async (name, from, to) => {
    const path = `typescript/0.1/${name}`;
    const tampered = files.map((file) =>
      file.path === path ? { ...file, content: file.content.replaceAll(from, to) } : file,
    );
    expect(tampered).not.toEqual(files);
    expect(disagreements(await compareAll(model, tampered))).not.toEqual([]);
  });

  it.each([
    ["mcp/0.1.json", '"maxLength": 8', '"maxLength": 9'],
    ["mcp/0.1.json", '"additionalProperties": false', '"additionalProperties": true'],
    ["json-schema/0.1/operations/visits.close.input.schema.json", '"note"', '"notes"'],
    ["typescript/0.1/routes.ts", 'Type.Literal("visits")', 'Type.Literal("visit")'],
    ["typescript/0.1/routes.ts", "limit: Type.Optional(Type.Integer(", "limit: Type.Optional(Type.Number("],
  ])("is found out on operations: %s with %j as %j", async (path, from, to) => {
    const tampered = files.map((file) =>
      file.path === path ? { ...file, content: file.content.replaceAll(from, to) } : file,
    );
    expect(tampered).not.toEqual(files);
    expect(disagreements(await compareOperations(model, tampered))).not.toEqual([]);
  });
});

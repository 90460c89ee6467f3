import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { protocolEntryPoint } from "../compile.ts";
import { generateArtefacts } from "../generate.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { FIXTURE } from "../testing/workspace.ts";
import { printedSchemas, strictAjv } from "./validators.ts";

type Schema = Record<string, unknown>;

describe.each([
  ["the fixture", FIXTURE],
  ["the protocol", protocolEntryPoint()],
])("the JSON Schemas printed from %s", (_, entryPoint) => {
  let files: readonly GeneratedFile[];

  beforeAll(async () => {
    ({ files } = await generateArtefacts(entryPoint));
  });

  function jsonUnder(folder: string): [string, Schema][] {
    return files.filter((file) => file.path.startsWith(folder)).map((file) => [file.path, JSON.parse(file.content)]);
  }

  function faultsOf(schemas: readonly (readonly [string, Schema])[]): string[] {
    const ajv = strictAjv();
    return schemas.filter(([, schema]) => !ajv.validateSchema(schema)).map(([name]) => `${name}: ${ajv.errorsText()}`);
  }

  it("satisfy the 2020-12 meta-schema: objects, operations, tools, OpenAPI", () => {
    const tools = jsonUnder("mcp/").flatMap(([, { tools: list }]) =>
      (list as { name: string; inputSchema: Schema; outputSchema: Schema }[]).flatMap(
        ({ name, inputSchema, outputSchema }): [string, Schema][] => [
          [`${name} input`, inputSchema],
          [`${name} output`, outputSchema],
        ],
      ),
    );
    const openapi = files.filter((file) => file.path.startsWith("openapi")).map((file) => parse(file.content));
    const components = openapi.flatMap((document) =>
      Object.entries(document.components.schemas as Record<string, Schema>),
    );
    for (const some of [tools, components]) expect(some.length).toBeGreaterThan(0);
    expect(faultsOf([...jsonUnder("json-schema/"), ...tools, ...components])).toEqual([]);
  });

  it("compile in a strict Ajv: no unknown word, no reference that leads nowhere", () => {
    const ajv = printedSchemas(files);
    for (const [path, schema] of jsonUnder("json-schema/")) {
      expect(() => ajv.getSchema(String(schema["$id"])) ?? ajv.compile(schema), path).not.toThrow();
    }
  });

  it("mark how secret a member is", () => {
    const marked = jsonUnder("json-schema/").filter(([, schema]) =>
      JSON.stringify(schema).includes('"x-sensitivity":"personal"'),
    );
    expect(marked.length).toBeGreaterThan(0);
  });
});

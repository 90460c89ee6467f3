import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { artefact, protocolArtefacts } from "../testing/protocol.ts";

/** The independent linter's verdict; it reads nothing but the text. */
async function errorsOf(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, absoluteRef: "openapi.yaml", config });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

describe("the OpenAPI document", () => {
  it("has no error for an independent linter, in any version", async () => {
    const generation = await protocolArtefacts();
    for (const { version } of generation.models) {
      for (const folder of ["openapi", "openapi-adapter"])
        expect(await errorsOf(artefact(generation, `${folder}/${version}.yaml`)), version).toEqual([]);
    }
  }, 60_000);

  it("is read by a linter that does find errors", async () => {
    const broken =
      "openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { $ref: '#/none' } }\n";
    expect(await errorsOf(broken)).not.toEqual([]);
  });

  it("documents the failure that the readiness probe tells in a document of its own", async () => {
    const generation = await protocolArtefacts();
    const document = parse(artefact(generation, `openapi/${generation.models[0]?.version}.yaml`));
    const { responses } = document.paths["/health/ready"].get;
    expect(Object.keys(responses)).toEqual(["200", "503"]);
    expect(responses["503"].content["application/json"].schema).toEqual({ $ref: "#/components/schemas/Health" });
  });
});

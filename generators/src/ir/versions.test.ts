import { readFile, writeFile } from "node:fs/promises";
import { unsafe_mutateSubgraphWithNamespace as copyWith } from "@typespec/compiler/experimental";
import { getVersioningMutators } from "@typespec/versioning";
import { describe, expect, it } from "vitest";
import { compileSpecification, protocolEntryPoint } from "../compile.ts";
import { temporaryWorkspace } from "../testing/workspace.ts";
import { buildModel, buildModels } from "./build-model.ts";
import type { ProtocolModel } from "./model.ts";

/** Every decorator of `@typespec/versioning`, on a part of the fixture each. */
const CHANGES: readonly (readonly [from: string, to: string])[] = [
  ['  v0_1: "0.1",\n', '  v0_1: "0.1",\n  v0_2: "0.2",\n  v0_3: "0.3",\n'],
  ["  places: Place[];", "  @TypeSpec.Versioning.added(Versions.v0_2)\n  places: Place[];"],
  ["  urgent: boolean = false;", "  @TypeSpec.Versioning.removed(Versions.v0_3)\n  urgent: boolean = false;"],
  ["  extra?: unknown;", "  @TypeSpec.Versioning.madeOptional(Versions.v0_2)\n  extra?: unknown;"],
  ["  heads: 2 | 3 | 4;", "  @TypeSpec.Versioning.typeChangedFrom(Versions.v0_3, int32)\n  heads: 2 | 3 | 4;"],
  ["  licence?: Id;", '  @TypeSpec.Versioning.renamedFrom(Versions.v0_2, "permit")\n  licence?: Id;'],
  ["  amount: int32,", "  @TypeSpec.Versioning.added(Versions.v0_3)\n  amount: int32,"],
  [
    '  provider: "the-provider",',
    '  provider: "the-provider",\n\n  @TypeSpec.Versioning.added(Versions.v0_2)\n  helper,',
  ],
  ["/** Any document. */", "/** Any document. */\n@TypeSpec.Versioning.added(Versions.v0_2)"],
  ["  @query limit?: int32 = 20;", "  @TypeSpec.Versioning.added(Versions.v0_2) @query limit?: int32 = 20;"],
  ["  /** Closes a visit. */", "  /** Closes a visit. */\n  @TypeSpec.Versioning.removed(Versions.v0_3)"],
  [
    "  /** Whether the node is up. */",
    "  /** Whether the node is up. */\n  @TypeSpec.Versioning.returnTypeChangedFrom(Versions.v0_2, Document<Visit>)",
  ],
];

/** The models of copies of the types, as an emitter makes them. */
async function modelsOfCopies(entryPoint: string): Promise<ProtocolModel[]> {
  const { program } = await compileSpecification(entryPoint);
  const namespace = program.getGlobalNamespaceType().namespaces.get("Servicialo");
  if (!namespace) throw new Error("no namespace");
  const mutators = getVersioningMutators(program, namespace);
  if (mutators?.kind !== "versioned") throw new Error("no versions");
  return mutators.snapshots.map(({ version, mutator }) => {
    const { type } = copyWith(program, [mutator], namespace);
    return buildModel(program, type as typeof namespace, version.value);
  });
}

async function models(entryPoint: string): Promise<ProtocolModel[]> {
  return buildModels((await compileSpecification(entryPoint)).program);
}

describe("the model of each version", () => {
  it("is the one of a copy of the types, for every way in which a version can differ", async () => {
    await using workspace = await temporaryWorkspace();
    let text = await readFile(workspace.spec, "utf8");
    for (const [from, to] of CHANGES) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    await writeFile(workspace.spec, text);
    const read = await models(workspace.spec);
    expect(read.map(({ version }) => version)).toEqual(["0.1", "0.2", "0.3"]);
    expect(read).toEqual(await modelsOfCopies(workspace.spec));
    const [first, second, third] = read.map(({ version: _, ...facts }) => JSON.stringify(facts));
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it("is the one of a copy of the types, for the protocol", async () => {
    expect(await models(protocolEntryPoint())).toEqual(await modelsOfCopies(protocolEntryPoint()));
  });

  it("leaves the types as they were", async () => {
    const { program } = await compileSpecification(protocolEntryPoint());
    expect(buildModels(program)).toEqual(buildModels(program));
  });
});

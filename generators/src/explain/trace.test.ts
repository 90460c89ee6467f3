import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { protocolEntryPoint } from "../compile.ts";
import { type Generation, generateArtefacts } from "../generate.ts";
import { FIXTURE } from "../testing/workspace.ts";
import type { Subject } from "./subjects.ts";
import { Trace, versionOf } from "./trace.ts";

/** Properties of schemas that stand in the specification itself, wherever they are. */
function propertiesOf(trace: Trace): Subject[] {
  return trace.subjects.all().filter(({ kind }) => kind === "property" || kind === "parameter");
}

describe.each([
  ["the fixture", FIXTURE],
  ["the protocol", protocolEntryPoint()],
])("the trace of %s", (_, entryPoint) => {
  let generation: Generation;
  let traces: readonly Trace[] = [];

  beforeAll(async () => {
    generation = await generateArtefacts(entryPoint);
    traces = generation.models.map((model) => new Trace(model, generation.files));
  }, 60_000);

  it("leads from every part of the model to artefacts", () => {
    for (const trace of traces) {
      const without = trace.subjects.all().filter(({ kind }) => kind !== "protocol");
      const lost = without.filter((subject) => trace.placesOf(subject).length === 0);
      expect(lost.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
    }
  });

  it("knows every operation, tool, property, state, move, error, scope, machine and requirement", () => {
    for (const { subjects } of traces) {
      const { model } = subjects;
      const expected = [
        ...model.operations.map(({ id }) => `operation ${id}`),
        ...model.operations.flatMap(({ tool }) => (tool ? [`tool ${tool.name}`] : [])),
        ...model.operations.flatMap(({ id, parameters }) => parameters.map(({ name }) => `parameter ${id}.${name}`)),
        ...model.definitions.map(({ name }) => `object ${name}`),
        ...model.definitions.flatMap(({ name, schema }) =>
          schema.kind === "object" ? schema.properties.map((property) => `property ${name}.${property.name}`) : [],
        ),
        ...model.machines.map(({ name }) => `machine ${name}`),
        ...model.machines.flatMap(({ name, states }) => states.map((state) => `state ${name}.${state.name}`)),
        ...model.machines.flatMap(({ moves }) => moves.map(({ id }) => `move ${id}`)),
        ...model.errors.map(({ code }) => `error ${code}`),
        ...model.scopes.map(({ name }) => `scope ${name}`),
        ...model.requirements.map(({ id }) => `requirement ${id}`),
        ...model.errata.map(({ id }) => `erratum ${id}`),
        ...model.evidenceKinds.map(({ vertical, name }) => `evidence-kind ${vertical}.${name}`),
      ];
      const known = new Set(subjects.all().map(({ kind, name }) => `${kind} ${name}`));
      expect(expected.filter((target) => !known.has(target))).toEqual([]);
    }
  });

  it("leads from every place back to what it comes from", () => {
    for (const trace of traces) {
      const astray = trace.subjects.all().flatMap((subject) =>
        trace.placesOf(subject).flatMap((place) => {
          const found = trace.at(place);
          // Several parts can begin on a line, such as the parameters of operations that share a route.
          const isThere =
            found && trace.placesOf(found).some(({ path, line }) => path === place.path && line === place.line);
          return found === subject || isThere ? [] : [`${subject.kind} ${subject.name} at ${place.path}:${place.line}`];
        }),
      );
      expect(astray).toEqual([]);
    }
  });

  it("leads from every line of every artefact to somewhere", () => {
    const unknown = generation.files.flatMap(({ path, content }) => {
      const trace = traces.find(({ subjects }) => subjects.model.version === versionOf(path));
      if (!trace) return [path];
      const lines = content.split("\n").length;
      return [1, Math.ceil(lines / 2), lines]
        .filter((line) => !trace.at({ path, line }))
        .map((line) => `${path}:${line}`);
    });
    expect(unknown).toEqual([]);
  });

  it("names a line of the specification on which the part is written", async () => {
    const folder = dirname(entryPoint);
    const sources = new Map<string, string[]>();
    for (const trace of traces) {
      for (const { kind, name, position } of propertiesOf(trace)) {
        const lines = sources.get(position.file) ?? (await readFile(join(folder, position.file), "utf8")).split("\n");
        sources.set(position.file, lines);
        const own = name.slice(name.lastIndexOf(".") + 1);
        const around = lines.slice(position.line - 1, position.line + 12).join("\n");
        expect(around, `${kind} ${name}`).toMatch(wordOf(own));
      }
    }
  });
});

/** As it is written in TypeSpec: headers have another name there. */
function wordOf(name: string): RegExp {
  const word = name.replace(/^.*"(.*)".*$/, "$1");
  return new RegExp(word.replace(/[^\w]+/g, ".?"), "i");
}

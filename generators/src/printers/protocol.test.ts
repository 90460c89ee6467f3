import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Generation } from "../generate.ts";
import { artefact, protocolArtefacts } from "../testing/protocol.ts";
import { kebabCase } from "./text.ts";

let generation: Generation;

beforeAll(async () => {
  generation = await protocolArtefacts();
});

describe("llms.txt", () => {
  it("has a title, a summary and sections of links, in this order", () => {
    for (const { version } of generation.models) {
      const blocks = artefact(generation, `llms/${version}.txt`).split(/\n\n+/);
      expect(blocks[0]).toBe(`# Servicialo ${version}`);
      expect(blocks.findIndex((block) => block.startsWith("> "))).toBe(2);
      const sections = blocks.slice(blocks.findIndex((block) => block.startsWith("## ")));
      for (const [index, block] of sections.entries()) {
        if (index % 2 === 0) expect(block).toMatch(/^## \S.*$/);
        else for (const line of block.trim().split("\n")) expect(line).toMatch(/^- \[[^\]]+\]\([^)\s]+\)(?:: .+)?$/);
      }
    }
  });

  it("names every operation and leads to artefacts that exist", () => {
    const paths = new Map(generation.files.map(({ path, content }) => [path, content]));
    for (const { version, operations } of generation.models) {
      const text = artefact(generation, `llms/${version}.txt`);
      for (const { id } of operations) expect(text).toContain(`[${id}]`);
      for (const [, address = ""] of text.matchAll(/\]\(\.\.\/([^)]+)\)/g)) {
        const [path = "", anchor] = address.split("#");
        expect(paths.has(path), address).toBe(true);
        if (anchor !== undefined) expect(paths.get(path)).toContain(`id="${anchor}"`);
      }
    }
  });
});

describe("the reference of errors and scopes", () => {
  it("has a row for each of them", () => {
    for (const { version, errors, scopes } of generation.models) {
      const text = artefact(generation, `errors-and-scopes/${version}.md`);
      for (const { code, status } of errors) expect(text).toContain(`| ${status} | \`${code}\` |`);
      for (const { name } of scopes) expect(text).toContain(`| \`${name}\` |`);
    }
  });
});

describe("the card templates", () => {
  const documents = {
    "agent-card": "AgentCard",
    "a2a-card": "A2aCard",
    agents: "AgentList",
    "mcp-pointer": "McpPointer",
  };

  it("are valid documents of the protocol", () => {
    for (const { version } of generation.models) {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const schemas = generation.files.filter(({ path }) => new RegExp(`^json-schema/${version}/[^/]+$`).test(path));
      for (const { content } of schemas) ajv.addSchema(JSON.parse(content));
      for (const [file, name] of Object.entries(documents)) {
        const card = JSON.parse(artefact(generation, `cards/${version}/${file}.json`));
        const validate = ajv.getSchema(`https://servicialo.com/schema/${version}/${kebabCase(name)}.schema.json`);
        expect(validate?.(card), `${file}: ${JSON.stringify(validate?.errors)}`).toBe(true);
      }
    }
  });

  it("belong to nobody, and say what the specification says of this version", () => {
    for (const model of generation.models) {
      const read = (file: string) => artefact(generation, `cards/${model.version}/${file}.json`);
      for (const file of Object.keys(documents)) {
        const hosts = [...read(file).matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host);
        expect(new Set(hosts)).toEqual(new Set(["node.example"]));
      }
      const { capabilities, authentication } = JSON.parse(read("agent-card"));
      const service = model.machines.find(({ name }) => name === "service");
      expect(capabilities.lifecycle_states.toSorted()).toEqual(
        service?.states
          .filter(({ kind }) => kind !== "optional")
          .map(({ name }) => name)
          .toSorted(),
      );
      expect(authentication.scopes).toEqual(model.scopes.map(({ name }) => name));
      const tasks = model.a2a.tasks.map(({ id }) => id);
      expect(tasks).toHaveLength(5);
      expect(JSON.parse(read("a2a-card")).skills.map(({ id }: { id: string }) => id)).toEqual(tasks);
    }
  });
});

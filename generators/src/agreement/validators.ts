import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { ZodType } from "zod";
import type { ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { schemaId } from "../printers/json-schema.ts";
import { ArtefactFolder } from "./artefact-folder.ts";
import type { Json } from "./documents.ts";
import { FastifyDoor } from "./fastify-door.ts";

/** What each of the validators says of one document; those that have nothing to say of it are left out. */
export interface Verdicts {
  readonly jsonSchema: boolean;
  readonly typebox?: boolean;
  readonly zod?: boolean;
  readonly fastify?: boolean;
  /** The validator with which a client of the MCP SDK judges what tools answer. */
  readonly mcp?: boolean;
}

/** All validators of definitions that can be made from the artefacts of one model. */
export interface Validators extends AsyncDisposable {
  /** Judges documents of one definition. */
  judge(name: string, documents: readonly Json[]): Promise<Verdicts[]>;
}

/** Loads the printed schemas as a user would: the JSON files into Ajv, the modules into Node. */
export async function loadValidators(model: ProtocolModel, files: readonly GeneratedFile[]): Promise<Validators> {
  const folder = await ArtefactFolder.of(model, files);
  const typebox = (await folder.module("typebox")) as Record<string, TSchema>;
  const zod = (await folder.module("zod")) as Record<string, ZodType>;
  const ajv = printedSchemas(files);
  const inTools = schemasInTools(model, files);
  const provider = new AjvJsonSchemaValidator();
  const door = await FastifyDoor.open(
    Object.fromEntries(Object.entries(typebox).map(([name, schema]) => [name, { body: schema }])),
  );
  return {
    judge: async (name, documents) => {
      const validate = ajv.getSchema(schemaId(model, name));
      const [ofTypebox, ofZod, inTool] = [typebox[name], zod[name], inTools.get(name)];
      if (!validate || !ofTypebox || !ofZod) throw new Error(`${name} is missing in an artefact.`);
      const ofMcp = inTool && provider.getValidator(inTool);
      const requests = documents.map((document) => ({ body: document }));
      const throughDoor = await door.judge(name, requests);
      return documents.map((document, index) => ({
        jsonSchema: validate(document) === true,
        typebox: Value.Check(ofTypebox, document),
        zod: ofZod.safeParse(document).success,
        fastify: throughDoor[index] ?? false,
        ...(ofMcp && { mcp: ofMcp(document).valid }),
      }));
    },
    [Symbol.asyncDispose]: async () => {
      await door.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Definitions as the tool manifest has them, each with all others of its tool. */
function schemasInTools(model: ProtocolModel, files: readonly GeneratedFile[]): Map<string, Record<string, unknown>> {
  const manifest = files.find(({ path }) => path === `mcp/${model.version}.json`);
  if (!manifest) throw new Error("There is no tool manifest.");
  const { tools } = JSON.parse(manifest.content) as { tools: Record<"inputSchema" | "outputSchema", Json>[] };
  const schemas = new Map<string, Record<string, unknown>>();
  for (const { inputSchema, outputSchema } of tools) {
    for (const schema of [inputSchema, outputSchema]) {
      const { $defs = {} } = schema as { $defs?: Record<string, unknown> };
      for (const name of Object.keys($defs)) schemas.set(name, { $ref: `#/$defs/${name}`, $defs });
    }
  }
  return schemas;
}

/** Every printed JSON Schema of a definition, in a strict Ajv. */
export function printedSchemas(files: readonly GeneratedFile[]): Ajv2020 {
  const ajv = addFormats.default(strictAjv());
  for (const file of files) {
    if (file.path.startsWith("json-schema/") && !file.path.includes("/operations/"))
      ajv.addSchema(JSON.parse(file.content));
  }
  return ajv;
}

/** Strict, save that presence rules name members and types beside `properties`. */
export function strictAjv(): Ajv2020 {
  return new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    keywords: ["x-sensitivity"],
    allErrors: true,
  });
}

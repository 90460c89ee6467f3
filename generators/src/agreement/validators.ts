import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { ZodType } from "zod";
import type { ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { schemaId } from "../printers/json-schema.ts";
import { temporaryWorkspace, type Workspace } from "../testing/workspace.ts";
import type { Json } from "./documents.ts";

/** What each of the validators says of one document. */
export interface Verdicts {
  readonly jsonSchema: boolean;
  readonly typebox: boolean;
  readonly zod: boolean;
  readonly fastify: boolean;
}

/** All validators that can be made from the artefacts of one model. */
export interface Validators extends AsyncDisposable {
  /** Judges documents of one definition. */
  judge(name: string, documents: readonly Json[]): Promise<Verdicts[]>;
}

/** Loads the printed schemas as a user would: the JSON files into Ajv, the modules into Node. */
export async function loadValidators(model: ProtocolModel, files: readonly GeneratedFile[]): Promise<Validators> {
  const workspace = await temporaryWorkspace();
  const typebox = await importArtefact<TSchema>(workspace, files, `typescript/${model.version}/typebox.ts`);
  const zod = await importArtefact<ZodType>(workspace, files, `typescript/${model.version}/zod.ts`);
  const ajv = printedSchemas(files);
  const door = await FastifyDoor.open(typebox);
  return {
    judge: async (name, documents) => {
      const validate = ajv.getSchema(schemaId(model, name));
      const [ofTypebox, ofZod] = [typebox[name], zod[name]];
      if (!validate || !ofTypebox || !ofZod) throw new Error(`${name} is missing in an artefact.`);
      const throughDoor = await door.judge(name, documents);
      return documents.map((document, index) => ({
        jsonSchema: validate(document) === true,
        typebox: Value.Check(ofTypebox, document),
        zod: ofZod.safeParse(document).success,
        fastify: throughDoor[index] ?? false,
      }));
    },
    [Symbol.asyncDispose]: async () => {
      await door.close();
      await workspace[Symbol.asyncDispose]();
    },
  };
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

async function importArtefact<T>(
  workspace: Workspace,
  files: readonly GeneratedFile[],
  path: string,
): Promise<Record<string, T>> {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} was not printed.`);
  const place = join(workspace.folder, path.replaceAll("/", "-"));
  await writeFile(place, file.content);
  return import(/* @vite-ignore */ pathToFileURL(place).href);
}

/** A server whose bodies are validated as the reference node does it. */
class FastifyDoor {
  readonly #app: FastifyInstance;
  #documents: readonly Json[] = [];
  #verdicts: boolean[] = [];

  private constructor(app: FastifyInstance) {
    this.#app = app;
  }

  static async open(schemas: Record<string, TSchema>): Promise<FastifyDoor> {
    const app = fastify({ exposeHeadRoutes: false });
    const bodies = addFormats.default(new Ajv2020({ allErrors: true, strict: false, useDefaults: true }));
    app.setValidatorCompiler(({ schema }) => bodies.compile(schema as AnySchemaObject));
    const door = new FastifyDoor(app);
    for (const [name, schema] of Object.entries(schemas)) {
      app.post(`/${name}`, { schema: { body: schema }, attachValidation: true }, async (request) =>
        door.#judgeAll(request),
      );
    }
    await app.ready();
    return door;
  }

  async judge(name: string, documents: readonly Json[]): Promise<boolean[]> {
    this.#documents = documents;
    const answer = await this.#app.inject({ method: "POST", url: `/${name}`, payload: {} });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return this.#verdicts;
  }

  /** Validation may fill in defaults, so each document is copied first. */
  #judgeAll(request: FastifyRequest): Record<never, never> {
    this.#verdicts = this.#documents.map(
      (document) => request.validateInput(structuredClone(document), "body") as boolean,
    );
    return {};
  }

  close(): Promise<undefined> {
    return this.#app.close();
  }
}

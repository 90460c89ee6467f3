import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import type { AnySchemaObject, ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { ZodType } from "zod";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { ArtefactFolder } from "./artefact-folder.ts";
import type { Json } from "./documents.ts";
import { FastifyDoor, type Part } from "./fastify-door.ts";
import type { Verdicts } from "./validators.ts";
import { strictAjv } from "./validators.ts";

type Members = { [member: string]: Json };

interface Route {
  readonly operationId: string;
  readonly schema: { readonly [part in Part]?: TSchema };
}

interface Tool {
  readonly _meta: { readonly "servicialo/operation": string };
  readonly inputSchema: Record<string, unknown>;
  readonly outputSchema: Record<string, unknown>;
}

/** All validators of operations that can be made from the artefacts of one model. */
export class OperationValidators implements AsyncDisposable {
  readonly #files: ReadonlyMap<string, string>;
  readonly #model: ProtocolModel;
  readonly #folder: ArtefactFolder;
  readonly #ajv = addFormats.default(strictAjv());
  readonly #mcp = new AjvJsonSchemaValidator();
  readonly #tools: ReadonlyMap<string, Tool>;
  readonly #routes: ReadonlyMap<string, Route>;
  readonly #zod: Readonly<Record<string, ZodType>>;
  readonly #door: FastifyDoor;

  private constructor(
    model: ProtocolModel,
    files: readonly GeneratedFile[],
    loaded: {
      readonly folder: ArtefactFolder;
      readonly routes: readonly Route[];
      readonly zod: Readonly<Record<string, ZodType>>;
      readonly door: FastifyDoor;
    },
  ) {
    this.#model = model;
    this.#files = new Map(files.map(({ path, content }) => [path, content]));
    this.#folder = loaded.folder;
    this.#routes = new Map(loaded.routes.map((route) => [route.operationId, route]));
    this.#zod = loaded.zod;
    this.#door = loaded.door;
    const { tools } = this.#json(`mcp/${model.version}.json`) as { tools: Tool[] };
    this.#tools = new Map(tools.map((tool) => [tool._meta["servicialo/operation"], tool]));
  }

  static async load(model: ProtocolModel, files: readonly GeneratedFile[]): Promise<OperationValidators> {
    const folder = await ArtefactFolder.of(model, files);
    const { routes } = (await folder.module("routes")) as { routes: readonly Route[] };
    const zod = (await folder.module("zod")) as Record<string, ZodType>;
    const door = await FastifyDoor.open(
      Object.fromEntries(routes.map(({ operationId, schema }) => [operationId, schema])),
    );
    return new OperationValidators(model, files, { folder, routes, zod, door });
  }

  /** Judges flat inputs: as a file and as a tool, and taken apart as an HTTP request carries them. */
  async judgeInputs(operation: OperationNode, documents: readonly Json[]): Promise<Verdicts[]> {
    const validate = this.#compiled(`${operation.id}.input`);
    const tool = this.#tools.get(operation.id);
    const ofTool = tool && this.#mcp.getValidator(tool.inputSchema);
    const requests = documents.map((document) => this.#asRequest(operation, document));
    const throughDoor = await this.#door.judge(operation.id, requests);
    return documents.map((document, index) => {
      const request = requests[index];
      return {
        jsonSchema: validate(document) === true,
        ...(ofTool && { mcp: ofTool(document).valid }),
        ...(request && { fastify: throughDoor[index] ?? false, ...this.#judgeRequest(operation, request) }),
      };
    });
  }

  /** Judges whole answers: as a file, and as the client of a tool does before it hands them on. */
  judgeOutputs(operation: OperationNode, documents: readonly Json[]): Verdicts[] {
    const validate = this.#compiled(`${operation.id}.output`);
    const tool = this.#tools.get(operation.id);
    const ofTool = tool && this.#mcp.getValidator(tool.outputSchema);
    return documents.map((document) => ({
      jsonSchema: validate(document) === true,
      ...(ofTool && { mcp: ofTool(document).valid }),
    }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#door.close();
    await this.#folder[Symbol.asyncDispose]();
  }

  /**
   * The request that says the same. Nothing for what HTTP tells otherwise: it has a header for the actor, its bodies
   * are open to members that nobody knows, and its parts are objects.
   */
  #asRequest({ id, parameters, body, actor }: OperationNode, document: Json): Partial<Record<Part, Json>> | undefined {
    if (typeof document !== "object" || document === null || Array.isArray(document)) return undefined;
    const known = this.#membersOf(id);
    if (Object.keys(document).some((name) => !known.has(name))) return undefined;
    if (actor === "required" && !("actor" in document)) return undefined;
    const inPart = (place: string) =>
      new Set(parameters.filter((parameter) => parameter.in === place).map(({ name }) => name));
    const [path, query] = [inPart("path"), inPart("query")];
    const attributes = pick(document, (name) => !path.has(name) && !query.has(name));
    return {
      ...(path.size > 0 && { params: pick(document, (name) => path.has(name)) }),
      ...(query.size > 0 && { querystring: pick(document, (name) => query.has(name)) }),
      ...(body && { body: body.type === null ? attributes : { data: { type: body.type, attributes } } }),
    };
  }

  #membersOf(id: string): ReadonlySet<string> {
    const { properties } = this.#json(`json-schema/${this.#model.version}/operations/${id}.input.schema.json`);
    return new Set(Object.keys(properties ?? {}));
  }

  #judgeRequest(operation: OperationNode, request: Partial<Record<Part, Json>>): { typebox: boolean; zod?: boolean } {
    const schemas = this.#routes.get(operation.id)?.schema ?? {};
    const fits = (part: Part) => {
      const schema = schemas[part];
      return schema === undefined || Value.Check(schema, request[part]);
    };
    const parameters = fits("params") && fits("querystring");
    const attributes = operation.body?.attributes;
    const ofAttributes = attributes?.kind === "reference" ? this.#zod[attributes.name] : undefined;
    return {
      typebox: parameters && fits("body"),
      ...(ofAttributes && { zod: parameters && ofAttributes.safeParse(attributesOf(request.body)).success }),
    };
  }

  #compiled(name: string): ValidateFunction {
    return this.#ajv.compile(
      this.#json(`json-schema/${this.#model.version}/operations/${name}.schema.json`) as AnySchemaObject,
    );
  }

  #json(path: string): Record<string, unknown> {
    const content = this.#files.get(path);
    if (content === undefined) throw new Error(`${path} was not printed.`);
    return JSON.parse(content) as Record<string, unknown>;
  }
}

function pick(members: Members, wanted: (name: string) => boolean): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => wanted(name)));
}

function attributesOf(body: Json | undefined): Json | undefined {
  const { data } = body as Members;
  return data === undefined ? body : (data as Members)["attributes"];
}

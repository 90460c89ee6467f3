import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { TSchema } from "typebox";
import type { Json } from "./documents.ts";

/** Parts of a request that have a schema. */
export type Part = "params" | "querystring" | "body";

type Parts = Partial<Record<Part, Json>>;

const PARTS: readonly Part[] = ["params", "querystring", "body"];

/** A server whose requests are validated as the reference node does it. */
export class FastifyDoor {
  readonly #app: FastifyInstance;
  #requests: readonly (Parts | undefined)[] = [];
  #verdicts: boolean[] = [];

  private constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** @param routes the schemas of each */
  static async open(routes: Readonly<Record<string, { readonly [part in Part]?: TSchema }>>): Promise<FastifyDoor> {
    const app = fastify({ exposeHeadRoutes: false });
    const bodies = addFormats.default(new Ajv2020({ allErrors: true, strict: false, useDefaults: true }));
    app.setValidatorCompiler(({ schema }) => bodies.compile(schema as AnySchemaObject));
    const door = new FastifyDoor(app);
    for (const [name, schema] of Object.entries(routes)) {
      const parts = PARTS.filter((part) => schema[part] !== undefined);
      const own = Object.fromEntries(parts.map((part) => [part, schema[part]]));
      app.post(`/${name}`, { schema: own, attachValidation: true }, async (request) => door.#judgeAll(request, parts));
    }
    await app.ready();
    return door;
  }

  /** Judges requests of one route; those that are none are refused. */
  async judge(name: string, requests: readonly (Parts | undefined)[]): Promise<boolean[]> {
    this.#requests = requests;
    const answer = await this.#app.inject({ method: "POST", url: `/${name}`, payload: {} });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return this.#verdicts;
  }

  /** Validation may fill in defaults, so each value is copied first. */
  #judgeAll(request: FastifyRequest, parts: readonly Part[]): Record<never, never> {
    this.#verdicts = this.#requests.map(
      (values) =>
        values !== undefined &&
        parts.every((part) => request.validateInput(structuredClone(values[part]), part) as boolean),
    );
    return {};
  }

  close(): Promise<undefined> {
    return this.#app.close();
  }
}

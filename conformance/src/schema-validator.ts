import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { PROTOCOL_VERSION } from "./artefacts.ts";

const MOST_FINDINGS = 5;

/** Validates documents against the published JSON Schemas, and against nothing else. */
export class SchemaValidator {
  readonly #ajv: Ajv2020;
  readonly #ids = new Map<string, string>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(folder: string = publishedSchemas()) {
    // A schema is asked a few dozen times: to make its code shorter takes longer than the shorter code saves.
    const code = { optimize: false };
    this.#ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true, inlineRefs: false, code });
    (ajvFormats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    for (const { name, file } of schemaFiles(folder)) {
      const schema = JSON.parse(readFileSync(file, "utf8")) as { $id?: string };
      const id = schema.$id ?? name;
      this.#ids.set(name, id);
      this.#ajv.addSchema(schema, id);
    }
  }

  /** Whether a schema of this name (`session`, `operations/scheduling.book.output`) is published. */
  has(name: string): boolean {
    return this.#ids.has(name);
  }

  /**
   * What is wrong with a document, at most five findings; empty when it is valid.
   * @throws Error when no schema of this name is published: a fault of the suite, not of the node.
   */
  findings(name: string, document: unknown): readonly string[] {
    const validate = this.#validatorOf(name);
    if (validate(document)) return [];
    return (validate.errors ?? [])
      .slice(0, MOST_FINDINGS)
      .map((error) => `${error.instancePath === "" ? "/" : error.instancePath} ${error.message ?? error.keyword}`);
  }

  /** Names of the members that a published schema describes; null when there is none. */
  membersOf(name: string): ReadonlySet<string> | null {
    const id = this.#ids.get(name);
    const schema = id === undefined ? undefined : this.#ajv.getSchema(id)?.schema;
    if (typeof schema !== "object") return null;
    return new Set(Object.keys((schema.properties ?? {}) as Record<string, unknown>));
  }

  /** A published schema as it stands; null when there is none. */
  schemaOf(name: string): Readonly<Record<string, unknown>> | null {
    const id = this.#ids.get(name);
    const schema = id === undefined ? undefined : this.#ajv.getSchema(id)?.schema;
    return typeof schema === "object" ? (schema as Record<string, unknown>) : null;
  }

  #validatorOf(name: string): ValidateFunction {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const id = this.#ids.get(name);
    const validate = id === undefined ? undefined : this.#ajv.getSchema(id);
    if (validate === undefined) throw new Error(`no published JSON Schema is named ${name}`);
    this.#compiled.set(name, validate);
    return validate;
  }
}

function publishedSchemas(): string {
  const manifest = fileURLToPath(import.meta.resolve("@servicialo/schema/package.json"));
  return join(dirname(manifest), "json-schema", PROTOCOL_VERSION);
}

function schemaFiles(folder: string): { name: string; file: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".schema.json"))
    .sort()
    .map((path) => ({ name: path.replaceAll("\\", "/").replace(/\.schema\.json$/, ""), file: join(folder, path) }));
}

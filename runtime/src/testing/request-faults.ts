import type { OperationId } from "@servicialo/schema/0.8/operations";
import { routes } from "@servicialo/schema/0.8/routes";

/** As much of a generated schema as is needed to break it. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One way to get one member of a request wrong. `undefined` leaves it out. */
export interface Fault {
  readonly member: string;
  readonly what: string;
  readonly value: unknown;
}

/** Every fault of a single attribute that the schema of an operation's body rules out. */
export function attributeFaults(operationId: OperationId): Fault[] {
  const body = schemaOf(operationId, "body");
  return faultsOf(body?.properties?.["data"]?.properties?.["attributes"], (member, schema) => [
    {
      member,
      what: "of the wrong type",
      value: schema.type === "string" || schema.enum !== undefined ? 12_345 : "text",
    },
    { member, what: "null", value: null },
    ...(isEnumeration(schema) ? [{ member, what: "a word unknown to the protocol", value: "no_such_word" }] : []),
    ...(isInstant(schema) ? [{ member, what: "a date-time without offset", value: "2026-03-16T10:00:00" }] : []),
    ...(isInstant(schema) ? [{ member, what: "a day that no calendar has", value: "2026-02-30T10:00:00-03:00" }] : []),
    ...(schema.type === "string" && (schema.minLength ?? 0) > 0 ? [{ member, what: "empty", value: "" }] : []),
  ]);
}

/** Every fault of a single query parameter that the schema of an operation rules out. */
export function parameterFaults(operationId: OperationId): Fault[] {
  return faultsOf(schemaOf(operationId, "querystring"), (member, schema) => [
    ...(schema.minimum !== undefined ? [{ member, what: "too small", value: schema.minimum - 1 }] : []),
    ...(schema.maximum !== undefined ? [{ member, what: "too large", value: schema.maximum + 1 }] : []),
    ...(schema.type === "integer" ? [{ member, what: "no whole number", value: "1.5" }] : []),
    ...(schema.type === "integer" ? [{ member, what: "no number", value: "ten" }] : []),
    ...(schema.pattern !== undefined ? [{ member, what: "in the wrong format", value: "!" }] : []),
    ...((schema.minLength ?? 0) > 0 ? [{ member, what: "empty", value: "" }] : []),
  ]);
}

function faultsOf(object: Schema | undefined, faults: (member: string, schema: Schema) => Fault[]): Fault[] {
  const missing = (object?.required ?? []).map((member) => ({ member, what: "missing", value: undefined }));
  return [
    ...missing,
    ...Object.entries(object?.properties ?? {}).flatMap(([member, schema]) => faults(member, schema)),
  ];
}

function schemaOf(operationId: OperationId, part: "body" | "querystring"): Schema | undefined {
  return routes.find((route) => route.operationId === operationId)?.schema[part] as Schema | undefined;
}

function isEnumeration(schema: Schema): boolean {
  return schema.enum !== undefined || (schema.anyOf?.every((one) => one.enum !== undefined) ?? false);
}

function isInstant(schema: Schema): boolean {
  return schema.type === "string" && (schema.pattern?.includes("T(?:[01]") ?? false);
}

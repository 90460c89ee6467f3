import type { AdapterCall } from "@servicialo/schema/0.8/adapter-binding";

export interface Resource {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface Envelope {
  readonly data: Resource | readonly Resource[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** An answer of the HTTP profile in flat form: attributes with their id, lists with their number. */
export function flatAnswer(call: AdapterCall, body: unknown): unknown {
  if (call.answer.kind === "document") return body ?? {};
  const { data, meta } = body as Envelope;
  if (call.answer.kind === "list") {
    const { total, page, per_page: limit, ...others } = meta ?? {};
    return flatList(call, { counts: { total, page, limit }, resources: data as readonly Resource[], others });
  }
  const item = { ...flatResource(call, data as Resource), ...(meta && { meta }) };
  return call.answer.under === null ? item : { [call.answer.under]: item };
}

/** Resources under the name that the client reads them by. */
export function flatList(
  call: AdapterCall,
  list: {
    readonly counts: Readonly<Record<string, unknown>>;
    readonly resources: readonly Resource[];
    readonly others?: Readonly<Record<string, unknown>>;
  },
): Record<string, unknown> {
  const { counts, resources, others = {} } = list;
  return {
    ...counts,
    [call.answer.list]: resources.map((resource) => flatResource(call, resource)),
    ...(Object.keys(others).length > 0 && { meta: others }),
  };
}

function flatResource({ answer }: AdapterCall, { id, attributes }: Resource): Record<string, unknown> {
  const copies = answer.also
    .map(({ name, of }) => [name, valueAt(attributes, of.split("."))] as const)
    .filter(([, value]) => value !== undefined);
  return { id, ...attributes, ...Object.fromEntries(copies) };
}

function valueAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return valueAt((value as Record<string, unknown>)[step], rest);
}

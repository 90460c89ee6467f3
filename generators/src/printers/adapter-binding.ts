import type { AdapterCallNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { constant } from "./tables.ts";
import { literal } from "./text.ts";

/** The second binding of the operations, flat JSON at the root of the host, as a table that a door can follow. */
export function printAdapterBinding(model: ProtocolModel): GeneratedFile[] {
  const { adapterCalls, adapterWords } = model;
  if (adapterCalls.length === 0) return [];
  const composed = [...new Set(adapterCalls.flatMap((call) => call.composed ?? []))].sort();
  const names = composed.map((name) => JSON.stringify(name)).join(" | ") || "never";
  const body = `import type { OperationId } from "./operations.ts";

/** A value that stands in the table itself. */
export type AdapterValue = string | number | boolean;

/** A member of a request, and the input of the operation that it means. */
export interface AdapterMember {
  readonly name: string;
  /** \`location.lat\` is a member inside an input. */
  readonly input: string;
  /** Enum for whose values the clients have words of their own. */
  readonly words: AdapterWords | null;
}

/** One way in which a published client calls an operation. */
export interface AdapterCall {
  /** The operation that the client means. */
  readonly operation: OperationId;
  /** The operation that answers it. */
  readonly asks: OperationId;
  /** Whose call it is: the published server's, or only its compatibility suite's. */
  readonly by: "server" | "suite";
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** From the root of the host; what stands in braces is an input. */
  readonly path: string;
  /** Which requests for the route it is; null: all that fit no other call. */
  readonly when: { readonly anyOf: readonly string[]; readonly value: AdapterValue | null } | null;
  /** Every member; of several for one input the first is the usual one. */
  readonly members: readonly AdapterMember[];
  /** Members that say nothing to the operation. */
  readonly ignored: readonly string[];
  /** Inputs that every request has, and no client says. */
  readonly fixed: readonly { readonly input: string; readonly value: AdapterValue }[];
  /** What stands for inputs that the client leaves out. */
  readonly defaults: readonly { readonly input: string; readonly value: AdapterValue }[];
  /** Input that the credential's organization stands in for. */
  readonly organization: string | null;
  /** The answer that is put together from several. */
  readonly composed: ComposedAnswer | null;
  readonly answer: {
    readonly kind: "item" | "list" | "document";
    /** Member that the resource is wrapped in. */
    readonly under: string | null;
    /** Member that holds the resources of a list. */
    readonly list: string;
    /** Copies under names that clients read. */
    readonly also: readonly { readonly name: string; readonly of: string }[];
  };
}

/** Answers that are put together from those of several operations. */
export type ComposedAnswer = ${names};

${constant("Words of the clients for the values of an enum: word → value.", "adapterWords", adapterWords)}
export type AdapterWords = keyof typeof adapterWords;

/** Every call, by path and method; one with a condition stands before the one without. */
export const adapterCalls: readonly AdapterCall[] = ${literal(adapterCalls.map(factsOf))};
`;
  return [typescriptFile(typescriptPath(model.version, "adapter-binding"), body)];
}

function factsOf({ members, answer, position: _, ...call }: AdapterCallNode) {
  const { schema: _schema, statuses: _statuses, ...shape } = answer;
  return {
    ...call,
    members: members.map(({ name, input, words }) => ({ name, input, words })),
    answer: shape,
  };
}

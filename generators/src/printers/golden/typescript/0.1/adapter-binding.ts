// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import type { OperationId } from "./operations.ts";

/** A value that stands in the table itself. */
export type AdapterValue = string | number | boolean;

/** A member of a request, and the input of the operation that it means. */
export interface AdapterMember {
  readonly name: string;
  /** `location.lat` is a member inside an input. */
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
export type ComposedAnswer = "visit-overview";

/** Words of the clients for the values of an enum: word → value. */
export const adapterWords = {
  VisitState: { cancelado: "called-off" },
} as const;

export type AdapterWords = keyof typeof adapterWords;

/** Every call, by path and method; one with a condition stands before the one without. */
export const adapterCalls: readonly AdapterCall[] = [
  {
    operation: "visits.list",
    asks: "visits.list",
    by: "server",
    method: "GET",
    path: "/v1/visits",
    when: { anyOf: ["person", "day"], value: null },
    ignored: [],
    fixed: [],
    defaults: [{ input: "limit", value: 100 }],
    organization: "person",
    composed: null,
    members: [
      { name: "day", input: "day", words: null },
      { name: "person", input: "person", words: null },
      { name: "limit", input: "limit", words: null },
    ],
    answer: { kind: "list", under: null, list: "visits", also: [] },
  },
  {
    operation: "visits.list",
    asks: "visits.list",
    by: "suite",
    method: "GET",
    path: "/v1/visits",
    when: null,
    ignored: [],
    fixed: [],
    defaults: [],
    organization: null,
    composed: "visit-overview",
    members: [
      { name: "day", input: "day", words: null },
      { name: "person", input: "person", words: null },
      { name: "limit", input: "limit", words: null },
    ],
    answer: { kind: "document", under: null, list: "data", also: [] },
  },
  {
    operation: "visits.book",
    asks: "visits.book",
    by: "server",
    method: "POST",
    path: "/v1/visits",
    when: null,
    ignored: ["colour"],
    fixed: [{ input: "urgent", value: false }],
    defaults: [],
    organization: null,
    composed: null,
    members: [
      { name: "date", input: "day", words: null },
      { name: "on", input: "day", words: null },
      { name: "place", input: "place", words: null },
      { name: "room", input: "place.room", words: null },
      { name: "actor", input: "actor", words: null },
    ],
    answer: { kind: "item", under: "visit", list: "data", also: [{ name: "status", of: "state" }] },
  },
  {
    operation: "visits.get",
    asks: "visits.list",
    by: "server",
    method: "GET",
    path: "/v1/visits/{visit_id}",
    when: null,
    ignored: [],
    fixed: [],
    defaults: [],
    organization: null,
    composed: null,
    members: [
      { name: "day", input: "day", words: null },
      { name: "person", input: "person", words: null },
      { name: "limit", input: "limit", words: null },
    ],
    answer: { kind: "list", under: null, list: "data", also: [] },
  },
];

// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import type * as types from "./types.ts";

/** Answer of an operation on one resource. The door adds the envelope. */
export interface SingleResult<Attributes> {
  id: string;
  attributes: Attributes;
  /** JSON:API type, where the operation can answer resources of more than one. */
  type?: string;
  /** HTTP status, where the operation has more than one. */
  status?: number;
  meta?: Record<string, unknown>;
}

/** One page of a collection. The door adds `page`, `per_page` and the links. */
export interface CollectionResult<Attributes> {
  items: { id: string; attributes: Attributes }[];
  /** How many there are on all pages. */
  total: number;
  meta?: Record<string, unknown>;
}

/** A plain document without envelope. */
export interface DocumentResult<Document> {
  document: Document;
  /** HTTP status, where the operation has more than one. */
  status?: number;
}

/** Input of every operation: path and query parameters and attributes in one flat object. */
export interface OperationInputs {
  /** Whether the node is up. */
  "health.live": Record<never, never>;
  /** Books a visit. Repeats are harmless. */
  "visits.book": {
    day?: types.Day;
    urgent?: boolean;
    place?: types.Place;
    actor?: types.Actor;
  };
  /** Closes a visit. */
  "visits.close": {
    visit_id: types.Id;
    note: string;
  };
  /** Reads a visit of one person or of a group. */
  "visits.get": {
    visit_id: types.Id;
  };
  /** Lists visits. */
  "visits.list": {
    day?: types.Day;
    person?: types.Id;
    limit?: number;
  };
  /** Moves a visit to another day. */
  "visits.move": {
    visit_id: types.Id;
    day: types.Day;
  };
}

/** What every operation answers. */
export interface OperationResults {
  "health.live": DocumentResult<types.Health>;
  "visits.book": SingleResult<types.Visit>;
  "visits.close": SingleResult<types.Visit>;
  "visits.get": (SingleResult<types.Visit> & { type: "visits" }) | (SingleResult<types.GroupVisit> & { type: "group_visits" });
  "visits.list": CollectionResult<types.Visit>;
  "visits.move": (SingleResult<types.Visit> & { type: "visits" }) | (SingleResult<types.GroupVisit> & { type: "group_visits" });
}

/** A handler for one operation; `Context` is the node's own. */
export type OperationHandler<Id extends keyof OperationInputs, Context> = (
  context: Context,
  input: OperationInputs[Id],
) => Promise<OperationResults[Id]>;

/** One handler for every operation: a missing or wrong one does not compile. */
export type OperationHandlers<Context> = { [Id in keyof OperationInputs]: OperationHandler<Id, Context> };

// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Where tasks are taken. */
export type A2aEndpoint = "/servicialo/v1/a2a";

/** Errors of the endpoint. */
export type A2aError = "parse_error";

/** What the endpoint can be asked. */
export type A2aMethod = "message/send";

/** States of a task. */
export type A2aTaskState = "working" | "completed";

/** Who acts. */
export interface Actor {
  role: Role;
  licence?: Id;
}

/** A photo taken on arrival. */
export interface ArrivalPhoto {
  moment: "arrival" | "departure";
  uri: string;
}

/** Asks for a visit. */
export interface BookVisit {
  day?: Day;
  urgent?: boolean;
  place?: Place;
  actor?: Actor;
}

/** A calendar day. */
export type Day = string;

export type ErrorCode = "NOT_FOUND" | "CONFLICT";

/** Body of every refused request. */
export interface ErrorDocument {
  errors: string[];
}

/** A visit of several people. */
export interface GroupVisit {
  id: Id;
  state: VisitState;
  day: Day;
  /** In the order of going there. */
  places: Place[];
  price: Price;
  urgent: boolean;
  /** Set once another visit takes its place. */
  replaced_by: Id | null;
  /** Member names may hold spaces and `"` quotes. */
  "the \"note\""?: string;
  tags?: string[] | null;
  extra?: unknown;
  heads: 2 | 3 | 4;
  paired: true;
}

/** What a node says of itself. */
export interface Health {
  status: "ok" | "degraded";
}

/** An opaque id. */
export type Id = string;

/** Labels by language. */
export type Labels = Record<string, string>;

/** Books a visit and looks at it, or only looks. */
export interface ManageVisitTask {
  /** What to do. */
  action: "book" | "look";
  /** The visit. */
  visit_id?: Id;
  /** Its day. */
  when_day?: Day;
}

/** Labels by language, with one that is always there. */
export type NamedLabels = {
  name: string;
} & Record<string, string | Split>;

/** Any document. */
export interface Paper {
  pages?: number;
}

/** A share of a whole. */
export type Percent = number;

/** Where a visit takes place. */
export interface Place {
  room?: number;
  /** Postal address. */
  address?: string;
}

/** How a visit is paid. */
export type Price = "free" | number | Split;

export type ProofType = "photo" | "doc";

/** Role of a person. */
export type Role = "client" | "the-provider";

export type Scope = "visit:read" | "visit:write";

/** Shares of several payers. */
export type Split = Record<string, Percent>;

export type Vertical = "health";

/** A visit. */
export interface Visit {
  id: Id;
  state: VisitState;
  day: Day;
  /** In the order of going there. */
  places: Place[];
  price: Price;
  urgent: boolean;
  /** Set once another visit takes its place. */
  replaced_by: Id | null;
  /** Member names may hold spaces and `"` quotes. */
  "the \"note\""?: string;
  tags?: string[] | null;
  extra?: unknown;
}

/** Everything about visits in one piece. */
export interface VisitOverview {
  visits: Id[];
}

/** State of a visit. */
export type VisitState = "booked" | "done" | "called-off";

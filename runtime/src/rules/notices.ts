import type { JsonObject } from "../storage/json-shapes.ts";
import type { ExceptionRow } from "../storage/rows.ts";

/** What a party is told of. */
export type Occasion =
  | "cancelled"
  | "client_no_show"
  | "dispute_resolved"
  | "evidence_requested"
  | "new_time_needed"
  | "partial_delivery"
  | "provider_replaced"
  | "rescheduled"
  | "resource_replaced";

export type Party = "client" | "provider" | "organization";

/** Who is told of what. */
export interface NoticeOf {
  readonly occasion: Occasion;
  readonly to: readonly Party[];
}

/** As much of an exception record as the notices depend on. */
export interface TellingRecord {
  readonly type: ExceptionRow["type"];
  readonly resolution: string | null;
  readonly details: JsonObject;
  /** The part that whoever began it has in the session; null: the system, or nobody of it. */
  readonly by: Party | null;
  /** Whether a replaced resource is at another place, or of another kind. */
  readonly isMaterial: boolean;
}

const ALL: readonly Party[] = ["client", "provider", "organization"];

/** Whom the beginning of an exception has to be told to (lifecycle 6, each flow's "notify"). */
export function noticeOfBeginning(record: TellingRecord): NoticeOf | null {
  const { type, resolution, details, by } = record;
  const others = ALL.filter((party) => party !== by);
  switch (type) {
    case "cancellation":
      return { occasion: "cancelled", to: others };
    case "dispute":
      return { occasion: "evidence_requested", to: ["client", "provider"] };
    case "partial":
      return { occasion: "partial_delivery", to: ["client", "organization"] };
    case "no_show":
      // An absent provider is told of once a replacement is found, or the session ends.
      return details["no_show_type"] === "client" ? { occasion: "client_no_show", to: ["client", "provider"] } : null;
    case "reschedule":
      // With a new time in hand it is settled in the same breath, and told then.
      return details["new"] === undefined ? { occasion: "new_time_needed", to: others } : null;
    case "resource_conflict":
      return resolution === "resource_replaced" ? ofReplacedResource(record) : { occasion: "new_time_needed", to: ALL };
  }
}

/** Whom the settlement of an open exception has to be told to. */
export function noticeOfSettlement(record: TellingRecord): NoticeOf | null {
  const { type, resolution } = record;
  if (type === "dispute") return { occasion: "dispute_resolved", to: ["client", "provider"] };
  if (type === "reschedule" && resolution === "rescheduled") return { occasion: "rescheduled", to: ALL };
  if (type === "resource_conflict" && resolution === "rescheduled") return { occasion: "rescheduled", to: ALL };
  if (type === "resource_conflict" && resolution === "resource_replaced") return ofReplacedResource(record);
  if (resolution === "provider_reassigned") return { occasion: "provider_replaced", to: ["client"] };
  return null;
}

/** The provider in any case, the client only where it makes a difference to it (SVC-EXC-009). */
function ofReplacedResource({ isMaterial }: TellingRecord): NoticeOf {
  return { occasion: "resource_replaced", to: isMaterial ? ["provider", "client"] : ["provider"] };
}

import type { EvidenceEvaluation } from "@servicialo/schema/0.8/types";
import { toMinorUnits } from "../money.ts";
import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import { type EvidenceCatalogue, type EvidenceVertical, evidenceVertical } from "./evidence-kinds.ts";
import { missingForResolution, type RecordedItem } from "./required-evidence.ts";

/** A recorded item with its payload open, and when it was captured, epoch milliseconds. */
export interface ResolutionItem extends RecordedItem {
  readonly data: JsonObject;
  readonly capturedAt: number;
}

export interface ResolutionQuestion {
  /** Catalogue word of the session's vertical. */
  readonly vertical: string;
  readonly contract: Pick<ContractTerms, "required_evidence" | "evidence_rules" | "max_dispute_amount">;
  readonly items: readonly ResolutionItem[];
  readonly catalogue: EvidenceCatalogue;
  /** Amount that is contested, in minor units; null outside a dispute. */
  readonly disputed: { readonly amountMinor: number; readonly currency: string } | null;
  readonly clientId: string;
  readonly expectedMinutes: number;
  readonly actualMinutes: number | null;
  /** Working time that the session's order authorizes, minutes; null when it names none. */
  readonly orderBudgetMinutes?: number | null;
}

/** What the rule found, as it is shown. */
export type EvaluationShape = EvidenceEvaluation;

/** An item with its catalogue kind, newest first. */
type Grouped = ReadonlyMap<string, readonly ResolutionItem[]>;

interface Facts {
  readonly question: ResolutionQuestion;
  readonly of: (kind: string) => readonly ResolutionItem[];
}

/**
 * Whether the recorded evidence accredits the delivery under the contract (evidence 5). It never says that the client
 * prevails: missing proof is not proof of absence. Whoever cannot be accredited is for people to decide.
 */
export function resolveByEvidence(question: ResolutionQuestion): EvaluationShape {
  const vertical = evidenceVertical(question.vertical);
  if (vertical === null) return { outcome: "escalate", why: "no_rule" };
  if (exceedsLimit(question)) return { outcome: "escalate", why: "amount" };
  const missing = missingForResolution(question);
  if (missing.length > 0) return { outcome: "escalate", why: "missing", missing };
  const items = grouped(question.items);
  const condition = conditions[vertical]({ question, of: (kind) => items.get(kind) ?? [] });
  if (condition !== null) return { outcome: "escalate", why: "condition", condition };
  if (!isDurationTolerated(question)) return { outcome: "escalate", why: "duration" };
  return { outcome: "accredited" };
}

/** A limit in another currency cannot be compared, so it does not let anything pass. */
function exceedsLimit({ disputed, contract }: ResolutionQuestion): boolean {
  const limit = contract.max_dispute_amount;
  if (disputed === null || limit === undefined) return false;
  return limit.currency !== disputed.currency || disputed.amountMinor > toMinorUnits(limit.value, limit.currency);
}

function grouped(items: readonly ResolutionItem[]): Grouped {
  const newestFirst = items.toSorted((one, other) => other.capturedAt - one.capturedAt);
  return Map.groupBy(newestFirst, (item) => item.kind ?? "");
}

function isDurationTolerated({ contract, expectedMinutes, actualMinutes }: ResolutionQuestion): boolean {
  const tolerance = contract.evidence_rules?.duration_tolerance_percent;
  if (tolerance === undefined) return true;
  if (actualMinutes === null) return false;
  return Math.abs(actualMinutes - expectedMinutes) * 100 <= tolerance * expectedMinutes;
}

/** What each vertical asks for beyond presence: null when it holds, else the name of what does not. */
const conditions: Record<EvidenceVertical, (facts: Facts) => string | null> = {
  health({ of }) {
    const [checkin] = of("gps_checkin");
    const [checkout] = of("gps_checkout");
    if (checkin && checkout && checkout.capturedAt < checkin.capturedAt) return "checkout_after_checkin";
    const signers = of("clinical_record")[0]?.data["signed_by"];
    const isSigned = Array.isArray(signers) && signers.includes("provider") && signers.includes("client");
    return isSigned ? null : "clinical_record_signed";
  },

  home({ of }) {
    const [before, after] = [of("photo_before")[0], of("photo_after")[0]].map((photo) => photo && placeOf(photo));
    if (!before || !after) return "photos_located";
    if (after.takenAt < before.takenAt) return "photo_after_before";
    const tasks = of("completion_checklist")[0]?.data["checklist"];
    const isDone = Array.isArray(tasks) && tasks.every((task: { completed?: unknown }) => task.completed === true);
    return isDone ? null : "tasks_completed";
  },

  legal({ question, of }) {
    const hours = of("billable_hours");
    const most =
      question.contract.evidence_rules?.agreed_range_minutes?.max ??
      numberIn(hours, (data) => (data["agreed_range_minutes"] as JsonObject | undefined)?.["max"]);
    if (most === undefined || minutesOf(hours) <= most) return null;
    return hours.some(({ data }) => isText(data["justification"])) ? null : "hours_within_range";
  },

  education({ of }) {
    const data = of("attendance_record")[0]?.data;
    return data?.["student_present"] === true && data["instructor_present"] === true ? null : "both_present";
  },

  consulting({ question, of }) {
    if (of("approved_deliverable")[0]?.data["approved_by"] !== question.clientId) return "approved_by_client";
    const hours = of("billable_hours");
    const agreed = question.contract.evidence_rules?.budget_authorized_minutes ?? question.orderBudgetMinutes;
    const budget = agreed ?? numberIn(hours, (data) => data["budget_authorized_minutes"]);
    if (budget === undefined || minutesOf(hours) <= budget) return null;
    return hours.some(({ data }) => isText(data["scope_change_ref"])) ? null : "hours_within_budget";
  },
};

function placeOf({ data }: ResolutionItem): { takenAt: number } | null {
  const { latitude, longitude, taken_at: takenAt } = (data["metadata"] ?? {}) as JsonObject;
  const moment = typeof takenAt === "string" ? Date.parse(takenAt) : Number.NaN;
  const isPlaced = typeof latitude === "number" && typeof longitude === "number" && !Number.isNaN(moment);
  return isPlaced ? { takenAt: moment } : null;
}

/** Sum of the minutes of all items. */
function minutesOf(items: readonly ResolutionItem[]): number {
  return items.reduce((sum, { data }) => sum + (typeof data["minutes"] === "number" ? data["minutes"] : 0), 0);
}

/** The number that the newest item to have one names. */
function numberIn(items: readonly ResolutionItem[], read: (data: JsonObject) => unknown): number | undefined {
  return items.map(({ data }) => read(data)).find((value) => typeof value === "number");
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

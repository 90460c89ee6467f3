import { evidenceKinds } from "@servicialo/schema/0.8/evidence-kinds";
import { invalid } from "../errors.ts";
import { isCurrency } from "../money.ts";
import type { ContractTerms, PolicyTier } from "../storage/json-shapes.ts";
import type { EvidenceKinds } from "./evidence-kinds.ts";
import { kindsDemandedByVertical } from "./required-evidence.ts";

type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]?: Given<T[Name]> | undefined }
    : T;

/** Terms as an organization sets them: whatever is left out takes the protocol's default. */
export type GivenTerms = Given<ContractTerms>;

/** 0 % above 24 h, 50 % from 24 h down to 2 h both included, 100 % below 2 h (P-07). */
const DEFAULT_TIERS: readonly PolicyTier[] = [
  { hours_before: 24, inclusive: false, penalty_percent: 0 },
  { hours_before: 2, inclusive: true, penalty_percent: 50 },
  { hours_before: 0, inclusive: true, penalty_percent: 100 },
];

/**
 * The terms of a contract with all defaults filled in (objects 12, lifecycle 5, 8 and 10).
 * @param vertical catalogue word of the offer's vertical
 * @param kinds the evidence catalogue, from which the default of `required_evidence` is taken (evidence 4)
 * @throws {ProtocolError} VALIDATION_ERROR pointing at the term that is out of its range
 */
export function contractTerms(
  vertical: string,
  given: GivenTerms = {},
  kinds: EvidenceKinds = evidenceKinds,
): ContractTerms {
  const { arbitration_policy, rescheduling_policy, evidence_rules, max_dispute_amount } = given;
  const rules = evidence_rules as ContractTerms["evidence_rules"];
  const latest = given.cancellation_policy?.latest_hours_before;
  const terms: ContractTerms = {
    required_evidence: [...(given.required_evidence ?? kindsDemandedByVertical(vertical, rules, kinds))],
    dispute_window_hours: given.dispute_window_hours ?? 48,
    verification_deadline_hours: given.verification_deadline_hours ?? 12,
    confirmation_policy: given.confirmation_policy ?? "any",
    cancellation_policy: {
      tiers: tiersOf(given.cancellation_policy?.tiers ?? DEFAULT_TIERS),
      ...(latest !== undefined && { latest_hours_before: latest }),
    },
    no_show_policy: {
      grace_minutes: given.no_show_policy?.grace_minutes ?? 15,
      client: { penalty_percent: given.no_show_policy?.client?.penalty_percent ?? 100 },
      provider: {
        action: given.no_show_policy?.provider?.action ?? "reassign",
        penalty_percent: given.no_show_policy?.provider?.penalty_percent ?? 0,
      },
    },
    ...(rescheduling_policy?.tiers && { rescheduling_policy: { tiers: tiersOf(rescheduling_policy.tiers) } }),
    ...(arbitration_policy && { arbitration_policy: { ...arbitration_policy } }),
    ...(max_dispute_amount && { max_dispute_amount: max_dispute_amount as { value: number; currency: string } }),
    ...(rules && { evidence_rules: rules }),
  };
  requireValidTerms(terms);
  return terms;
}

/** What is allowed in a contract, yet unwise: sentences for `meta.warnings` (D-33). */
export function contractWarnings(terms: ContractTerms): string[] {
  if (terms.verification_deadline_hours >= terms.dispute_window_hours) return [];
  return [
    `Sessions are verified after ${terms.verification_deadline_hours} h, before the dispute window of ${terms.dispute_window_hours} h ends; verification closes it.`,
  ];
}

function tiersOf(given: readonly Given<PolicyTier>[]): PolicyTier[] {
  return given
    .map((tier) => ({
      hours_before: tier.hours_before ?? 0,
      inclusive: tier.inclusive ?? true,
      penalty_percent: tier.penalty_percent ?? 0,
    }))
    .toSorted((a, b) => b.hours_before - a.hours_before);
}

function requireValidTerms(terms: ContractTerms): void {
  const { cancellation_policy, rescheduling_policy, no_show_policy, max_dispute_amount } = terms;
  requireInteger("/verification_deadline_hours", terms.verification_deadline_hours, { least: 1, most: 72 });
  requireInteger("/dispute_window_hours", terms.dispute_window_hours, { least: 0 });
  requireInteger("/no_show_policy/grace_minutes", no_show_policy.grace_minutes, { least: 0 });
  requirePercent("/no_show_policy/client/penalty_percent", no_show_policy.client.penalty_percent);
  requirePercent("/no_show_policy/provider/penalty_percent", no_show_policy.provider.penalty_percent);
  requireTiers("/cancellation_policy", cancellation_policy.tiers);
  if (rescheduling_policy) requireTiers("/rescheduling_policy", rescheduling_policy.tiers);
  const { latest_hours_before } = cancellation_policy;
  if (latest_hours_before !== undefined && !(latest_hours_before >= 0)) {
    throw invalid("/cancellation_policy/latest_hours_before", "Give hours before the start, 0 or more.");
  }
  if (max_dispute_amount && !(max_dispute_amount.value >= 0 && isCurrency(max_dispute_amount.currency ?? ""))) {
    throw invalid("/max_dispute_amount", "Give an amount of 0 or more in an ISO 4217 currency.");
  }
}

function requireTiers(policy: string, tiers: readonly PolicyTier[]): void {
  if (tiers.length === 0) throw invalid(`${policy}/tiers`, "A policy has at least one tier.");
  for (const tier of tiers) {
    if (!(tier.hours_before >= 0)) throw invalid(`${policy}/tiers`, "hours_before is 0 or more in every tier.");
    requirePercent(`${policy}/tiers`, tier.penalty_percent);
  }
}

function requireInteger(pointer: string, value: number, range: { least: number; most?: number }): void {
  const { least, most = Number.MAX_SAFE_INTEGER } = range;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalid(
    pointer,
    range.most === undefined
      ? `Give a whole number of at least ${least}.`
      : `Give a whole number from ${least} to ${most}.`,
  );
}

function requirePercent(pointer: string, value: number): void {
  if (!(value >= 0 && value <= 100)) throw invalid(pointer, "A percentage lies between 0 and 100.");
}

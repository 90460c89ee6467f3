import type { AssignmentPolicy } from "../rules/assignment.ts";

/** Free-form members that the protocol stores without interpreting. */
export type JsonObject = Record<string, unknown>;

/** How an organization takes bookings (objects page 1). */
export interface BookingRules {
  requires_prepayment?: boolean;
  min_advance_minutes?: number;
  max_advance_days?: number;
  public_lane?: boolean;
  confirmation_ttl_minutes?: number;
  booking_token_ttl_days?: number;
  /** How a provider is chosen when a public booking names none; default `round_robin`. */
  auto_assignment?: AssignmentPolicy;
  /** The public profile says nothing of the providers but their ids, which slots and offers name. */
  hide_providers?: boolean;
  /** The node itself marks confirmed sessions without a check-in as no-shows of their clients (lifecycle 6.1). */
  automatic_no_show?: boolean;
}

/** Where a service happens (objects page 5.5). */
export interface LocationShape {
  type?: "in_person" | "virtual" | "home_visit";
  address?: string;
  room?: string;
  resource_id?: string;
  coordinates?: { lat: number; lng: number };
}

/** One step of a cancellation or rescheduling policy (lifecycle 8). */
export interface PolicyTier {
  hours_before: number;
  inclusive: boolean;
  penalty_percent: number;
}

/** The terms of a contract, as frozen into a session at booking (objects page 12). Amounts in major units, as on the wire. */
export interface ContractTerms {
  required_evidence: string[];
  dispute_window_hours: number;
  verification_deadline_hours: number;
  confirmation_policy: "any" | "client" | "provider" | "both" | "auto";
  cancellation_policy: { tiers: PolicyTier[]; latest_hours_before?: number };
  rescheduling_policy?: { tiers: PolicyTier[] };
  no_show_policy: {
    grace_minutes: number;
    client: { penalty_percent: number };
    provider: { action: "reassign" | "cancel"; penalty_percent: number };
  };
  arbitration_policy?: JsonObject;
  max_dispute_amount?: { value: number; currency: string };
  evidence_rules?: {
    evaluation_required?: boolean;
    agreed_range_minutes?: { min?: number; max?: number };
    budget_authorized_minutes?: number;
    duration_tolerance_percent?: number;
  };
}

/** The record of what was done (objects page 5.7). */
export interface DocumentationShape {
  content: string;
  template_id?: string;
  created_by: string;
  created_at: string;
}

/** Who handed the booking in (objects page 6). */
export interface SubmissionShape {
  channel: string;
  submitted_by_type: string;
  agent_id?: string;
  agent_name?: string;
  platform?: string;
}

import { scopes as catalogue, type Scope } from "@servicialo/schema/0.8/scopes";
import type { IssueMandate, MandateConstraints, PrincipalType } from "@servicialo/schema/0.8/types";
import { parseInstant } from "../clock.ts";
import { invalid, ProtocolError } from "../errors.ts";
import { isRange } from "../mandates/constraints/ip-allowlist.ts";
import { toMinorUnits } from "../money.ts";
import { isTimeZone } from "../scheduling/local-time.ts";

/** Who may grant each scope (mandates page 6). A scope that is missing here does not compile. */
const GRANTED_BY: Readonly<Record<Scope, readonly PrincipalType[]>> = {
  "discovery:read": ["professional", "organization"],
  "document:read": ["patient", "professional", "organization"],
  "document:write": ["professional", "organization"],
  "evidence:write": ["professional", "organization"],
  "mandate:admin": ["organization"],
  "mandate:read": ["patient", "professional", "organization"],
  "order:read": ["patient", "organization"],
  "order:write": ["patient", "organization"],
  "patient:read": ["patient", "professional", "organization"],
  "patient:write": ["patient", "professional", "organization"],
  "payment:read": ["patient", "organization"],
  "payment:write": ["patient", "organization"],
  "profile:write": ["professional", "organization"],
  "resolve:write": ["organization"],
  "resource:read": ["professional", "organization"],
  "resource:write": ["organization"],
  "schedule:read": ["patient", "professional", "organization"],
  "schedule:write": ["patient", "professional", "organization"],
  "service:read": ["patient", "professional", "organization"],
  "service:write": ["patient", "professional", "organization"],
  "telemetry:write": ["organization"],
};

const DAY = 86_400_000;

/** A mandate that lasts longer gets a warning. */
const LONGEST_ADVISED_DAYS = 90;

/** A mandate that writes in more areas gets a warning: an agent seldom needs them all. */
const MOST_AREAS_ADVISED = 4;

/** Scopes that no operation asks for, and that open what an answer would else keep closed: restricted evidence. */
const OPENING_ANSWERS: readonly string[] = ["document:read"];

/** The human who issues, and what is known about the place that the mandate is to hold in. */
export interface Issuance {
  readonly principalType: PrincipalType;
  /** Id of the issuing person, or of the organization that it administers. */
  readonly principalId: string;
  /** Whether the principal has authority in the context (mandates page 6). */
  readonly ownsContext: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Judges whether a human may hand out this authority, in the order of the mandates page 6 (SVC-MAND-017, 019, 021, 022).
 * @throws {ProtocolError} `VALIDATION_ERROR`, `FORBIDDEN`
 */
export function judgeIssuance(wish: IssueMandate, issuance: Issuance): void {
  requireSoundConstraints(wish.constraints ?? {});
  const expiresAt = parseInstant(wish.expires_at, "/expires_at");
  if (wish.principal_id !== issuance.principalId) throw forbidden("A mandate is issued by its principal alone.");
  if (wish.agent_id === wish.principal_id) throw invalid("/agent_id", "Nobody hands authority to itself.");
  if (wish.principal_type !== issuance.principalType) {
    throw invalid("/principal_type", `This principal is of the type ${issuance.principalType}.`);
  }
  if (wish.acting_for !== wish.principal_type) throw invalid("/acting_for", "An agent acts for its principal.");
  const beyond = wish.scopes.filter((scope) => !mayGrant(issuance.principalType, scope));
  if (beyond.length > 0) throw forbidden(`A ${issuance.principalType} cannot grant ${beyond.join(", ")}.`);
  if (!issuance.ownsContext) throw forbidden("The principal has no authority in this context.");
  if (expiresAt <= issuance.now) throw invalid("/expires_at", "A mandate ends in the future.");
}

/** What is allowed in a mandate, yet unwise: sentences for `meta.warnings` (SVC-MAND-018). */
export function mandateWarnings(
  { scopes, expires_at }: Pick<IssueMandate, "scopes" | "expires_at">,
  now: number,
): string[] {
  const warnings: string[] = [];
  const days = (parseInstant(expires_at) - now) / DAY;
  if (days > LONGEST_ADVISED_DAYS) {
    warnings.push(`The mandate lasts ${Math.ceil(days)} days; at most ${LONGEST_ADVISED_DAYS} are advised.`);
  }
  const idle = scopes.filter(
    (scope) => isStandard(scope) && catalogue[scope].operations.length === 0 && !OPENING_ANSWERS.includes(scope),
  );
  if (idle.length > 0) warnings.push(`No operation asks for ${idle.join(", ")}: the agent does not need it.`);
  const areas = new Set(scopes.filter((scope) => scope.endsWith(":write")).map((scope) => scope.split(":")[0]));
  if (areas.size > MOST_AREAS_ADVISED) {
    warnings.push(`The mandate lets the agent write in ${areas.size} areas; grant only what its task needs.`);
  }
  return warnings;
}

/** A node's own scopes open nothing here, so that anybody may grant them (SVC-MAND-026). */
function mayGrant(type: PrincipalType, scope: string): boolean {
  return isStandard(scope) ? GRANTED_BY[scope].includes(type) : scope.startsWith("x-");
}

function isStandard(scope: string): scope is Scope {
  return Object.hasOwn(GRANTED_BY, scope);
}

/** @throws {ProtocolError} `VALIDATION_ERROR` for what the schema cannot see: zones, ranges, currencies, decimals */
function requireSoundConstraints({
  allowed_hours: hours,
  ip_allowlist: ranges,
  require_confirmation_above: above,
}: MandateConstraints): void {
  if (hours && !isTimeZone(hours.timezone)) {
    throw invalid("/constraints/allowed_hours/timezone", `"${hours.timezone}" is no zone of the IANA database.`);
  }
  const broken = (ranges ?? []).findIndex((range) => !isRange(range));
  if (broken >= 0)
    throw invalid(`/constraints/ip_allowlist/${broken}`, "This is no address and no range of addresses.");
  if (above) toMinorUnits(above.amount, above.currency, "/constraints/require_confirmation_above/amount");
}

function forbidden(detail: string): ProtocolError {
  return new ProtocolError("FORBIDDEN", { detail });
}

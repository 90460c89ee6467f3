import type { ApprovedChangeNode } from "../ir/model.ts";
import type { Finding } from "./finding.ts";

/** An approval that does not do what it was written for. */
export interface ApprovalProblem {
  readonly kind: "unused" | "expired";
  readonly approval: ApprovedChangeNode;
  readonly message: string;
}

export interface JudgedFinding extends Finding {
  /** The RFC that approves the change; null when none does. */
  readonly approvedBy: string | null;
}

export interface Approved {
  readonly findings: readonly JudgedFinding[];
  readonly problems: readonly ApprovalProblem[];
}

/**
 * Holds findings against the approvals that the newer specification states. An approval covers a finding of its rule
 * on its subject, through the day it expires on.
 * @param today local date, `YYYY-MM-DD`
 */
export function applyApprovals(
  findings: readonly Finding[],
  approvals: readonly ApprovedChangeNode[],
  today: string,
): Approved {
  const expired = approvals.filter(({ expires }) => expires < today);
  const valid = approvals.filter((approval) => !expired.includes(approval));
  const covers = (approval: ApprovedChangeNode, finding: Finding) =>
    approval.rule === finding.rule && approval.subject === finding.subject;
  const unused = valid.filter((approval) => !findings.some((finding) => covers(approval, finding)));
  return {
    findings: findings.map((finding) => ({
      ...finding,
      approvedBy: valid.find((approval) => covers(approval, finding))?.rfc ?? null,
    })),
    problems: [
      ...expired.map(
        (approval): ApprovalProblem => ({
          kind: "expired",
          approval,
          message: `${named(approval)} expired on ${approval.expires}. Remove it, or have the RFC name a later day.`,
        }),
      ),
      ...unused.map(
        (approval): ApprovalProblem => ({
          kind: "unused",
          approval,
          message: `${named(approval)} covers no finding. Remove it, or mend its rule or subject.`,
        }),
      ),
    ],
  };
}

/** The approvals that speak about a comparison: those for its newer version, and those for any. */
export function approvalsFor(
  approvals: readonly ApprovedChangeNode[],
  base: string,
  head: string,
): ApprovedChangeNode[] {
  return approvals.filter(({ version }) => (version === null ? base === head : version === head && base !== head));
}

function named({ rfc, rule, subject }: ApprovedChangeNode): string {
  return `The approval of ${rule} on ${subject} by ${rfc}`;
}

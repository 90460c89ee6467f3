import type { Level } from "../levels.ts";
import type { LevelResult } from "../run-report.ts";

/** Type of the signed statement, so that no other token of the same key can pass for one (RFC 8725, 3.11). */
export const ATTESTATION_TYPE = "servicialo-attestation+jwt";

/** What a certifier signs; `schema/attestation.schema.json` describes it. */
export interface Statement {
  /** Id of the statement. */
  readonly jti: string;
  /** Address of the node. */
  readonly sub: string;
  /** Seconds since the epoch: issued, and held until. */
  readonly iat: number;
  readonly exp: number;
  readonly servicialo: {
    readonly protocol_version: string;
    readonly organization: string | null;
    readonly level: Level;
    readonly outcome: "reached";
    readonly met: number;
    readonly total: number;
    readonly counts: LevelResult["counts"];
    readonly spec_digest: string;
    readonly suite: {
      readonly name: string;
      readonly version: string;
      readonly digest: string;
      readonly certification: string;
    };
    readonly seed: number;
    readonly exact_codes: boolean;
    readonly run_started_at: string;
    readonly transcript_hash: string;
    readonly report_digest: string;
    /** What the node showed of its operator's consent. */
    readonly control: { readonly path: string; readonly content_digest: string; readonly shown_at: string };
  };
}

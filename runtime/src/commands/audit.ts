import type { Command } from "commander";
import { type AuditFault, verifyAudit } from "../audit/verify-audit.ts";
import { isoInstant } from "../clock.ts";
import { withDatabase } from "./database-option.ts";
import { type OrganizationOptions, ofOrganization, withOrganization } from "./of-organization.ts";
import { withStorage } from "./with-storage.ts";

interface VerifyOptions {
  readonly database: string;
  readonly head?: string[];
}

/** `servicialo-node audit`: proof that the trail of the agents is whole, and who was turned away without one. */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("the trail of what agents did");
  withDatabase(audit.command("verify"))
    .description("recompute every chain; report what was changed, removed, added or moved, and exit with 1")
    .option("--head <organization:seq:hash...>", "ends noted at an earlier run, which have to be there still")
    .action(verify);
  withOrganization(audit.command("refused"))
    .description("list calls of agents that no known mandate stood behind, newest first")
    .action(refused);
}

async function verify(options: VerifyOptions): Promise<void> {
  const noted = (options.head ?? []).map(readHead);
  const { report, lost } = await withStorage(options.database, (database) =>
    database.read(async (tx) => {
      const lostHeads: AuditFault[] = [];
      for (const { organizationId, seq, hash } of noted) {
        const anchor = await tx.db
          .selectFrom("audit_anchors")
          .select("hash")
          .where("organizationId", "=", organizationId)
          .where("seq", "=", seq)
          .executeTakeFirst();
        if (anchor?.hash !== hash)
          lostHeads.push({ organizationId, mandateId: null, seq, what: "the end noted before is not there" });
      }
      return { report: await verifyAudit(tx), lost: lostHeads };
    }),
  );
  const faults = [...report.faults, ...lost];
  for (const { organizationId, mandateId, seq, what } of faults) {
    console.log(`${organizationId}  ${mandateId ?? "anchors"}  ${seq ?? "-"}: ${what}`);
  }
  for (const { organizationId, seq, hash } of report.heads) console.log(`head ${organizationId}:${seq}:${hash}`);
  console.log(`${report.entries} entries of ${report.mandates} mandates recomputed: ${faults.length} faults.`);
  if (faults.length > 0) process.exitCode = 1;
}

function readHead(text: string): { organizationId: string; seq: number; hash: string } {
  const [organizationId = "", seq = "", hash = ""] = text.split(":");
  if (/^\d+$/.test(seq) && /^[0-9a-f]{64}$/.test(hash)) return { organizationId, seq: Number(seq), hash };
  throw new Error(`--head is "${text}"; give organization:seq:hash, as an earlier run printed it.`);
}

async function refused(options: OrganizationOptions): Promise<void> {
  await ofOrganization(options, async ({ tx }) => {
    const rows = await tx.db
      .selectFrom("security_log")
      .selectAll()
      .orderBy("at", "desc")
      .orderBy("id")
      .limit(1000)
      .execute();
    for (const { at, failureReason, agentId, mandateId, action, ipAddress } of rows) {
      const where = ipAddress === null ? "locally" : `from ${ipAddress}`;
      console.log(
        `${isoInstant(at)}  ${failureReason}  ${action}  ${agentId ?? "-"}  mandate ${mandateId ?? "-"}  ${where}`,
      );
    }
    if (rows.length === 0) console.log("No agent was turned away.");
  });
}

import { Migration } from "@mikro-orm/migrations";

/** Tables whose rows are only ever added. */
const TABLES = ["audit_intents", "audit_entries", "audit_anchors", "security_log"] as const;

/** Makes the database itself refuse to change or delete what was audited (mandates page 7.2). */
export class AppendOnlyAudit extends Migration {
  override name = "0002-append-only-audit";

  override up(): void {
    for (const table of TABLES) {
      for (const change of ["update", "delete"]) {
        this.addSql(
          `create trigger \`${table}_no_${change}\` before ${change} on \`${table}\` begin select raise(abort, 'rows of ${table} are never changed or deleted'); end;`,
        );
      }
    }
  }

  override down(): void {
    for (const table of TABLES) {
      for (const change of ["update", "delete"]) this.addSql(`drop trigger \`${table}_no_${change}\`;`);
    }
  }
}

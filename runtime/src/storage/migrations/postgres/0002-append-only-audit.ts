import { Migration } from "@mikro-orm/migrations";

/** Tables whose rows are only ever added. */
const TABLES = ["audit_intents", "audit_entries", "audit_anchors", "security_log"] as const;

/** Makes the database itself refuse to change, delete or empty what was audited (mandates page 7.2). */
export class AppendOnlyAudit extends Migration {
  override name = "0002-append-only-audit";

  override up(): void {
    this.addSql(
      `create function refuse_audit_change() returns trigger language plpgsql as $$ begin raise exception 'rows of % are never changed or deleted', tg_table_name; end $$;`,
    );
    for (const table of TABLES) {
      this.addSql(
        `create trigger "${table}_no_change" before update or delete on "${table}" for each row execute function refuse_audit_change();`,
      );
      this.addSql(
        `create trigger "${table}_no_truncate" before truncate on "${table}" for each statement execute function refuse_audit_change();`,
      );
    }
  }

  override down(): void {
    for (const table of TABLES) {
      this.addSql(`drop trigger "${table}_no_truncate" on "${table}";`);
      this.addSql(`drop trigger "${table}_no_change" on "${table}";`);
    }
    this.addSql(`drop function refuse_audit_change();`);
  }
}

import { Migration } from "@mikro-orm/migrations";

/** The tasks of the A2A endpoint. */
export class A2aTasks extends Migration {
  override name = "0004-a2a-tasks";

  override up(): void {
    this.addSql(
      `create table \`a2a_tasks\` (\`id\` text not null primary key, \`organization_id\` text not null, \`subject\` text not null, \`context_id\` text not null, \`state\` text not null, \`version\` integer not null, \`held_until\` bigint null, \`sealed_document\` text not null, \`created_at\` bigint not null, \`updated_at\` bigint not null, \`expires_at\` bigint not null, constraint \`a2a_tasks_organization_id_foreign\` foreign key (\`organization_id\`) references \`organizations\` (\`id\`));`,
    );
    this.addSql(
      `create index \`a2a_tasks_organization_id_expires_at_index\` on \`a2a_tasks\` (\`organization_id\`, \`expires_at\`);`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists \`a2a_tasks\`;`);
  }
}

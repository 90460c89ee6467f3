#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { addAudit } from "./commands/audit.ts";
import { addBooking } from "./commands/booking.ts";
import { addCalendar } from "./commands/calendar.ts";
import { addContract } from "./commands/contract.ts";
import { addDatabase } from "./commands/db.ts";
import { addEvidence } from "./commands/evidence.ts";
import { addKeys } from "./commands/keys.ts";
import { addLedger } from "./commands/ledger.ts";
import { addMcp } from "./commands/mcp.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addOrders } from "./commands/orders.ts";
import { addMembers, addOrganization } from "./commands/organization.ts";
import { addPayments } from "./commands/payments.ts";
import { addProfile } from "./commands/profile.ts";
import { addResolver } from "./commands/resolver.ts";
import { addSeed } from "./commands/seed.ts";
import { addSeries } from "./commands/series.ts";
import { addServe } from "./commands/serve.ts";

const program = new Command("servicialo-node")
  .description("Reference node of the Servicialo protocol.")
  .option("--debug", "print stack traces")
  .showHelpAfterError("(run with --help to see what is possible)")
  .exitOverride();
addServe(program);
addMcp(program);
addSeed(program);
addKeys(program);
addMigrate(program);
addDatabase(program);
addContract(program);
addEvidence(program);
addAudit(program);
addLedger(program);
addOrders(program);
addPayments(program);
addOrganization(program);
addMembers(program);
addCalendar(program);
addBooking(program);
addSeries(program);
addProfile(program);
addResolver(program);
program.addHelpText(
  "after",
  `
Examples:
  servicialo-node seed examples/clinic/clinic.yaml --database clinic.db --keys keys.json
  servicialo-node serve --database clinic.db --sandbox-clock    run it; /sandbox/clock moves time
  servicialo-node mcp --target https://node.example             its tools for an MCP client, over stdio
  servicialo-node migrate status --database clinic.db           which migrations are applied
  servicialo-node serve --database postgres://… --workers 4     several processes, one port
  servicialo-node ledger verify --database clinic.db            every figure follows from its events
  servicialo-node audit verify --database clinic.db             what agents did was not tampered with
  servicialo-node payments settle pin_… --database clinic.db    a prepayment came in
  servicialo-node calendar add --database clinic.db --organization clinica-andes --from 2026-09-18 --reason "Independence Day"
  servicialo-node profile show prv_… --database clinic.db --organization clinica-andes --format jsonld
  servicialo-node keys create --database clinic.db --organization clinica-andes --provider prv_…
  servicialo-node keys create --database clinic.db --organization clinica-andes --agent agent_agenda`,
);

try {
  await program.parseAsync();
} catch (error) {
  // The parser has already said what is wrong, and exits with 0 after --help.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  const problem = error instanceof Error ? error : new Error(String(error));
  console.error(program.opts()["debug"] ? problem.stack : `servicialo-node: ${problem.message}`);
  process.exit(1);
}

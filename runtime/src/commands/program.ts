import { Command } from "commander";
import { addAudit } from "./audit.ts";
import { addBooking } from "./booking.ts";
import { addCalendar } from "./calendar.ts";
import { addConfig } from "./config.ts";
import { addContract } from "./contract.ts";
import { addDatabase } from "./db.ts";
import { addEvidence } from "./evidence.ts";
import { addExamples } from "./examples.ts";
import { addKeys } from "./keys.ts";
import { addLedger } from "./ledger.ts";
import { addMcp } from "./mcp.ts";
import { addMigrate } from "./migrate.ts";
import { addOrders } from "./orders.ts";
import { addMembers, addOrganization } from "./organization.ts";
import { addPayments } from "./payments.ts";
import { addProfile } from "./profile.ts";
import { addResolver } from "./resolver.ts";
import { addSeed } from "./seed.ts";
import { addSeries } from "./series.ts";
import { addServe } from "./serve.ts";

/** The whole of `servicialo-node`, ready to parse. */
export function nodeProgram(): Command {
  const program = new Command("servicialo-node")
    .description("Reference node of the Servicialo protocol.")
    .option("--debug", "print stack traces")
    .showHelpAfterError("(run with --help to see what is possible)")
    .exitOverride();
  addServe(program);
  addMcp(program);
  addConfig(program);
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
  addExamples(program);
  return program;
}

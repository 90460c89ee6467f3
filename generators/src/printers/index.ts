import type { ProtocolModel } from "../ir/model.ts";
import { printA2aTasks } from "./a2a-tasks.ts";
import { printAdapterBinding } from "./adapter-binding.ts";
import { printAdapterOpenApi } from "./adapter-openapi.ts";
import { printAliases } from "./aliases.ts";
import { printAuditInputs } from "./audit-inputs.ts";
import { printCards } from "./cards.ts";
import { printClient } from "./client.ts";
import { printErrata } from "./errata.ts";
import { printErrorsAndScopes } from "./errors-and-scopes.ts";
import { printEvidenceKinds } from "./evidence-kinds.ts";
import { printFastifyRoutes } from "./fastify-routes.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { printHandlers } from "./handlers.ts";
import { printJsonSchemas } from "./json-schema.ts";
import { printLlms } from "./llms.ts";
import { printMachinePictures } from "./machine-pictures/index.ts";
import { printMcpTools } from "./mcp-tools.ts";
import { printOpenApi } from "./openapi.ts";
import { printReference } from "./reference/index.ts";
import { printErrors, printMachines, printOperations, printRequirements, printScopes } from "./tables.ts";
import { printTypeBox } from "./typebox.ts";
import { printTypes } from "./types.ts";
import { printZod } from "./zod.ts";

/** A printer turns the model of one version into files. It reads nothing else and writes nothing. */
export type Printer = (model: ProtocolModel) => GeneratedFile[];

const printers: readonly Printer[] = [
  printJsonSchemas,
  printOpenApi,
  printTypes,
  printTypeBox,
  printZod,
  printOperations,
  printHandlers,
  printFastifyRoutes,
  printMcpTools,
  printMachines,
  printScopes,
  printErrors,
  printEvidenceKinds,
  printRequirements,
  printErrata,
  printMachinePictures,
  printReference,
  printLlms,
  printErrorsAndScopes,
  printClient,
  printA2aTasks,
  printCards,
  printAliases,
  printAuditInputs,
  printAdapterBinding,
  printAdapterOpenApi,
];

/** Every artefact of every version, sorted by path. */
export function printAll(models: readonly ProtocolModel[]): GeneratedFile[] {
  const files = models.flatMap((model) => printers.flatMap((print) => print(model)));
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

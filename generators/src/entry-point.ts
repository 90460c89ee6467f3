import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Entry file of the protocol's own specification. */
export function protocolEntryPoint(): string {
  return resolve(dirname(fileURLToPath(import.meta.resolve("@servicialo/spec/package.json"))), "main.tsp");
}

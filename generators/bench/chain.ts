import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Command, sum, type Time, timeOf } from "./measure.ts";

const peer = createRequire(new URL("peer/package.json", import.meta.url));
const TSP = join(dirname(peer.resolve("@typespec/compiler/package.json")), "cmd/tsp.js");
const ORVAL = join(dirname(peer.resolve("orval")), "bin/orval.mjs");

/** What the usual chain prints, in its order: each step is a program of its own, as an npm script
 * would call it, and takes one version at a time where it knows no versions. */
export const STEPS = ["OpenAPI", "JSON Schema", "Zod", "MCP", "server"] as const;

/** Runs the whole chain once on the specification, into an empty folder; with Node's cache of compiled code, as ours. */
export function runChain(entryPoint: string, scratch: string): { total: Time; steps: Map<string, Time> } {
  const out = join(scratch, "chain");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const steps = new Map<string, Time>();
  const env = { NODE_COMPILE_CACHE: join(scratch, "chain-code") };
  for (const step of STEPS) {
    const commands = commandsOf(step, entryPoint, out);
    const times = commands.map((command) => timeOf({ ...command, env: { ...command.env, ...env } }, scratch));
    steps.set(step, sum(times));
  }
  return { total: sum([...steps.values()]), steps };
}

function commandsOf(step: (typeof STEPS)[number], entryPoint: string, out: string): Command[] {
  if (step === "OpenAPI") return [emit("@typespec/openapi3", entryPoint, join(out, "openapi"))];
  if (step === "JSON Schema") {
    return [emit("@typespec/json-schema", entryPoint, join(out, "json-schema"), ["emitAllModels=true"])];
  }
  return readdirSync(join(out, "openapi"))
    .sort()
    .map((document) => ({
      args: [ORVAL, "--config", "orval.config.mjs", "--project", step.toLowerCase()],
      env: { PEER_OPENAPI: join(out, "openapi", document), PEER_OUT: join(out, "orval", document) },
    }));
}

function emit(emitter: string, entryPoint: string, out: string, more: readonly string[] = []): Command {
  const options = [`emitter-output-dir=${out}`, ...more].flatMap((option) => ["--option", `${emitter}.${option}`]);
  return { args: [TSP, "compile", entryPoint, "--emit", emitter, ...options] };
}

import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { isRecord } from "../json-path.ts";
import { UsageError } from "../read-settings.ts";
import type { ReportDocument, ReportedExchange, ReportHead } from "./document.ts";

/**
 * Writes a report exchange by exchange, so that a long run needs no more memory than a short one.
 * @throws UsageError when the file cannot be written
 */
export function writeJsonReport(path: string, head: ReportHead, exchanges: Iterable<ReportedExchange>): void {
  const file = open(path);
  try {
    const opened = JSON.stringify(head, null, 2);
    writeSync(file, `${opened.slice(0, -2)},\n  "exchanges": [`);
    let first = true;
    for (const exchange of exchanges) {
      writeSync(file, `${first ? "" : ","}\n    ${JSON.stringify(exchange)}`);
      first = false;
    }
    writeSync(file, first ? "]\n}\n" : "\n  ]\n}\n");
  } finally {
    closeSync(file);
  }
}

/** @throws UsageError when the file is no report of this suite */
export function readJsonReport(path: string): ReportDocument {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is no JSON" : "it cannot be read";
    throw new UsageError(`${path}: ${why}; give a file that run --json wrote`);
  }
  const suite = isRecord(content) && isRecord(content.suite) ? content.suite : {};
  if (!isRecord(content) || suite.name !== "servicialo-certify" || !Array.isArray(content.exchanges)) {
    throw new UsageError(`${path}: it is no report of this suite; give a file that run --json wrote`);
  }
  return content as unknown as ReportDocument;
}

function open(path: string): number {
  try {
    return openSync(path, "w");
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

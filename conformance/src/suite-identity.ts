import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../package.json" with { type: "json" };
import { PROTOCOL_VERSION } from "./artefacts.ts";

/** Version of the suite as it is released. */
export const SUITE_VERSION: string = manifest.version;

const SOURCE = fileURLToPath(new URL(".", import.meta.url));
/** Generated files that say what the protocol is; the rest of them are other spellings of the same. */
const SPEC_FILES = ["requirements", "operations", "machines", "errors", "scopes", "evidence-kinds"] as const;

/** Folders that judge nobody: helpers of tests, and the faulty nodes that the suite itself is tried on. */
const NOT_JUDGING = /^(?:testing|mutants)\//;

/** `sha256:…` over the code that judges: every file of the suite but its tests. */
export function suiteDigest(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !NOT_JUDGING.test(path));
  return digestOfFiles(SOURCE, files);
}

/** `sha256:…` over the specification that was judged against: the published schemas and tables of the version. */
export function specDigest(): string {
  const root = dirname(fileURLToPath(import.meta.resolve("@servicialo/schema/package.json")));
  const schemas = join(root, "json-schema", PROTOCOL_VERSION);
  const files = [
    ...readdirSync(schemas, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => relative(root, join(schemas, path)).replaceAll("\\", "/")),
    ...SPEC_FILES.map((name) => `${name}/${PROTOCOL_VERSION}.json`),
    `openapi/${PROTOCOL_VERSION}.yaml`,
  ];
  return digestOfFiles(root, files);
}

/** `sha256:…` of a text. */
export function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** Names and contents, so that a file that moved is another suite. Line endings do not count. */
function digestOfFiles(root: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of [...files].sort()) {
    hash.update(`${path}\n`);
    hash.update(readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n"));
    hash.update("\0");
  }
  return `sha256:${hash.digest("hex")}`;
}

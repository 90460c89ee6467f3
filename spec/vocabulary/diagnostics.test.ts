import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { a2a } from "./diagnostics/a2a.ts";
import { adapter } from "./diagnostics/adapter.ts";
import { catalogues } from "./diagnostics/catalogues.ts";
import { changes } from "./diagnostics/changes.ts";
import { evidenceKinds } from "./diagnostics/evidence-kinds.ts";
import { machines } from "./diagnostics/machines.ts";
import { objects } from "./diagnostics/objects.ts";
import { operations } from "./diagnostics/operations.ts";
import { requirements } from "./diagnostics/requirements.ts";

const messages = {
  ...machines,
  ...operations,
  ...catalogues,
  ...objects,
  ...evidenceKinds,
  ...a2a,
  ...requirements,
  ...changes,
  ...adapter,
};
const codes = Object.keys(messages) as (keyof typeof messages)[];

/** How a mend begins: it tells the author what to do. */
const MEND =
  /(?<=[.!] )(Add|Answer|Give|Keep|Leave|Make|Mend|Name|Number|Put|Raise|Remove|Rename|Say|Set|Use|Write|Ids are unique: rename|Ids are never reused: give|Every operation needs)\b/;

const here = new URL(".", import.meta.url);
const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts") && name !== "diagnostics.test.ts");
const tested = tests.map((name) => readFileSync(new URL(name, here), "utf8")).join("\n");

describe("every diagnostic of the vocabulary", () => {
  it.each(codes)("%s tells how to mend it", (code) => {
    const message = messages[code] as (values: Record<string, string>) => string;
    expect(message({})).toMatch(MEND);
  });

  it.each(codes)("%s is provoked by a test", (code) => {
    expect(tested).toContain(`"${code}"`);
  });
});

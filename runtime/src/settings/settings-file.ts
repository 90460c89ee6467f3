import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { type SettingName, settingList, settings } from "./settings.ts";

/** What a file says, and where. */
export interface SettingsFile {
  /** Name of the file as it is shown. */
  readonly name: string;
  readonly values: ReadonlyMap<SettingName, { readonly value: unknown; readonly line: number }>;
  /** What is wrong with the file whatever the values are, one sentence each. */
  readonly mistakes: readonly string[];
}

/** The member that names the schema, for editors of JSON. */
const SCHEMA_MEMBER = "$schema";

/**
 * Reads a file of settings, YAML or JSON. Values are judged with all others; what is judged here is the form.
 * @throws {Error} when it cannot be read
 */
export function readSettingsFile(path: string): SettingsFile {
  const name = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter: lines });
  const mistakes = document.errors.map(
    ({ message, linePos }) => `${name}${linePos ? `:${linePos[0].line}` : ""} ${message.split(" at line")[0]}`,
  );
  const values = new Map<SettingName, { value: unknown; line: number }>();
  const { contents } = document;
  if (contents === null || document.errors.length > 0) return { name, values, mistakes };
  if (!isMap(contents))
    return { name, values, mistakes: [`${name} holds no settings; write one \`name: value\` a line`] };
  for (const { key, value } of contents.items) {
    const member = String(isScalar(key) ? key.value : key);
    const line = lines.linePos((key as Node).range?.[0] ?? 0).line;
    if (member === SCHEMA_MEMBER) continue;
    if (isSetting(member)) values.set(member, { value: (value as Node | null)?.toJSON(), line });
    else mistakes.push(`${name}:${line} ${member} is no setting${closest(member)}`);
  }
  return { name, values, mistakes };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new Error(`The configuration file ${path} ${reason}.`);
  }
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

/** What was probably meant. */
function closest(member: string): string {
  const byDistance = settingList
    .map(([name]) => ({ name, away: distance(member.toLowerCase(), name.toLowerCase()) }))
    .toSorted((one, other) => one.away - other.away);
  const [best] = byDistance;
  if (best && best.away <= Math.max(2, member.length / 3)) return `; did you mean ${best.name}?`;
  return "; see `servicialo-node config settings`";
}

/** How many letters have to be added, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { SpecificationError } from "../specification-error.ts";
import { rfcTemplate } from "./template.ts";

export const STATUSES = ["draft", "proposed", "accepted", "rejected", "withdrawn"] as const;
export type RfcStatus = (typeof STATUSES)[number];

/** The file of an RFC that people write; reports lie beside it. */
export const PROPOSAL = "README.md";

/** What stands above the text of a proposal. */
export interface Rfc {
  readonly number: number;
  readonly title: string;
  readonly status: RfcStatus;
  /** The specifications that its report compares, as `diff` takes them. */
  readonly base: string;
  readonly head: string;
  readonly folder: string;
}

export interface NewRfc {
  readonly title: string;
  /** Folder that holds all RFCs. */
  readonly below: string;
  readonly base: string;
  readonly head: string;
}

/**
 * Starts an RFC: the next number, a folder of its own, a proposal to fill in.
 * @returns the new folder
 */
export async function startRfc({ title, below, base, head }: NewRfc): Promise<string> {
  const slug = slugOf(title);
  if (slug === "")
    throw new SpecificationError(`"${title}" cannot name a folder. Give a title with letters or digits.`);
  const numbers = (await numberedFolders(below)).map(({ number }) => number);
  const number = Math.max(0, ...numbers) + 1;
  const folder = join(below, `${fourDigits(number)}-${slug}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, PROPOSAL), rfcTemplate({ number, title: title.trim(), base, head }), { flag: "wx" });
  return folder;
}

/**
 * Finds an RFC by its number below a folder, or by its own folder.
 * @throws {SpecificationError} when there is none, or when its head is not well formed
 */
export async function findRfc(named: string, below: string): Promise<Rfc> {
  if (!/^\d+$/.test(named)) return readRfc(named);
  const found = (await numberedFolders(below)).find(({ number }) => number === Number(named));
  if (!found)
    throw new SpecificationError(
      `There is no RFC ${named} below ${below}. Start one with servicialo-gen rfc new "title".`,
    );
  return readRfc(join(below, found.name));
}

async function readRfc(folder: string): Promise<Rfc> {
  const path = join(folder, PROPOSAL);
  const isThere = await stat(path).catch(() => undefined);
  if (!isThere) throw new SpecificationError(`${path} is not there. Name the number of an RFC, or its folder.`);
  const [, head] = /^---\n(.*?)\n---\n/s.exec(await readFile(path, "utf8")) ?? [];
  const facts = (head === undefined ? {} : parse(head)) as Readonly<Record<string, unknown>>;
  const fault = (what: string) => new SpecificationError(`${path}: ${what}`);
  if (typeof facts["rfc"] !== "number")
    throw fault("It has no number. Write rfc: 1 between two lines of three dashes at its top.");
  if (!STATUSES.includes(facts["status"] as RfcStatus))
    throw fault(`Its status is ${String(facts["status"])}. Write one of ${STATUSES.join(", ")}.`);
  for (const member of ["title", "base", "head"]) {
    if (typeof facts[member] !== "string")
      throw fault(`It has no ${member}. Write ${member}: "…" at its top, in quotes.`);
  }
  const {
    rfc: number,
    title,
    status,
    base,
    head: newer,
  } = facts as { rfc: number; title: string; status: RfcStatus; base: string; head: string };
  return { number, title, status, base, head: newer, folder };
}

export function fourDigits(number: number): string {
  return String(number).padStart(4, "0");
}

async function numberedFolders(below: string): Promise<{ name: string; number: number }[]> {
  const entries = await readdir(below, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.flatMap((entry) => {
    const [, digits] = /^(?:rfc-)?(\d{4})(?:-|$)/.exec(entry.name) ?? [];
    return entry.isDirectory() && digits ? [{ name: entry.name, number: Number(digits) }] : [];
  });
}

/** Letters without their marks, so that a Spanish title makes a plain name. */
function slugOf(title: string): string {
  const plain = title.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}

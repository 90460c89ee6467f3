import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Document, isMap, parseDocument } from "yaml";
import { allRequirements, findRequirement, PROTOCOL_VERSION } from "./artefacts.ts";
import { CaseFileError, type DiscoveredCase, publishedCases } from "./discover-cases.ts";
import { isRecord } from "./json-path.ts";
import { digestOf } from "./suite-identity.ts";

/** The frozen list: which cases certify a version of the protocol, and which requirements no case can judge. */
export interface Certification {
  readonly version: string;
  /** Levels whose every requirement is tested or excluded: what this list can certify. */
  readonly levels: readonly string[];
  /** Reason by requirement: what cannot be seen over the network. */
  readonly excluded: ReadonlyMap<string, string>;
  /** Digest of the case file by requirement. */
  readonly cases: ReadonlyMap<string, string>;
  /** `sha256:…` of the list itself. */
  readonly digest: string;
}

/** What is wrong between the list, the ledger and the cases; a release has nothing of it. */
export interface Drift {
  /** Requirements that are neither tested nor excluded. */
  readonly unclassified: readonly string[];
  /** Cases that run unscored, because the list does not have them yet. */
  readonly unscored: readonly string[];
  /** Cases that have changed since the list was frozen. */
  readonly changed: readonly string[];
  /** Entries of the list that no case stands behind. */
  readonly missing: readonly string[];
  /** Requirements that are excluded and tested at once, or that the ledger does not have. */
  readonly contradictory: readonly string[];
}

const FILE = fileURLToPath(new URL(`../certification/${PROTOCOL_VERSION}.yaml`, import.meta.url));

/** @throws CaseFileError when the list is unusable: a fault of the suite. */
export function readCertification(text: string = readFileSync(FILE, "utf8")): Certification {
  const document = parseDocument(text);
  const content: unknown = document.toJS();
  if (document.errors.length > 0 || !isRecord(content))
    throw new CaseFileError(`certification/${PROTOCOL_VERSION}.yaml`, document.errors[0]?.message ?? "it is empty");
  return {
    version: String(content.version),
    levels: Array.isArray(content.levels) ? content.levels.map(String) : [],
    excluded: textMap(content.excluded),
    cases: textMap(content.cases),
    digest: digestOf(text.replaceAll("\r\n", "\n")),
  };
}

/** Digest of a case as the list names it: a certifying case cannot change unseen. */
export function digestOfCase(found: DiscoveredCase, folder: string = publishedCases()): string {
  return digestOf(readFileSync(join(folder, found.file), "utf8").replaceAll("\r\n", "\n")).slice(
    0,
    "sha256:".length + 16,
  );
}

/** Compares the list with the ledger and the cases that are there. */
export function driftOf(certification: Certification, cases: readonly DiscoveredCase[]): Drift {
  const tested = new Map(cases.map((one) => [one.requirement.id, one]));
  const { excluded } = certification;
  return {
    unclassified: allRequirements()
      .map(({ id }) => id)
      .filter((id) => !tested.has(id) && !excluded.has(id)),
    // What a draft adds is judged beside the levels, and certifies nothing of this version.
    unscored: [...tested.keys()].filter((id) => isOfVersion(id) && !certification.cases.has(id)),
    changed: [...tested].filter(([id, one]) => isChanged(certification, id, one)).map(([id]) => id),
    missing: [...certification.cases.keys()].filter((id) => !tested.has(id)),
    contradictory: [...excluded.keys()].filter((id) => tested.has(id) || findRequirement(id) === undefined),
  };
}

function isChanged({ cases }: Certification, id: string, one: DiscoveredCase): boolean {
  const frozen = cases.get(id);
  return frozen !== undefined && frozen !== digestOfCase(one);
}

/** Levels of the ledger in which nothing is unclassified. */
export function completeLevels(certification: Certification, cases: readonly DiscoveredCase[]): readonly string[] {
  const open = new Set(driftOf(certification, cases).unclassified.map((id) => findRequirement(id)?.level));
  return [...new Set(allRequirements().map(({ level }) => level))].filter((level) => !open.has(level));
}

/** Promotes every case that there is: writes the list anew, keeping its comments and its exclusions. */
export function freeze(cases: readonly DiscoveredCase[], file: string = FILE): Certification {
  const text = readFileSync(file, "utf8");
  const document = parseDocument(text);
  const sorted = cases
    .filter((one) => isOfVersion(one.requirement.id))
    .sort((a, b) => (a.requirement.id < b.requirement.id ? -1 : 1));
  const digests = Object.fromEntries(sorted.map((one) => [one.requirement.id, digestOfCase(one)]));
  const current = document.get("cases");
  if (isMap(current)) current.items = [];
  document.set("cases", new Document(digests).contents);
  document.set("levels", [...completeLevels(readCertification(text), cases)]);
  writeFileSync(file, document.toString({ lineWidth: 120 }));
  return readCertification(readFileSync(file, "utf8"));
}

function isOfVersion(id: string): boolean {
  return allRequirements().some((requirement) => requirement.id === id);
}

function textMap(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(isRecord(value) ? value : {}).map(([name, member]) => [name, String(member)]));
}

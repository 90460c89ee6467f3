import type { ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { Mentions } from "./mentions.ts";
import { outlineOf } from "./outline.ts";
import { Places, placeRuleOf } from "./place-rules.ts";
import { type Subject, Subjects } from "./subjects.ts";

/** A line of an artefact; `path` is below the output folder. */
export interface ArtefactPlace {
  readonly path: string;
  readonly line: number;
}

/** Which lines of the artefacts of one version come from which part of the protocol, and the other way round. */
export class Trace {
  readonly subjects: Subjects;
  readonly #structure: Places;
  readonly #files: ReadonlyMap<string, GeneratedFile>;
  readonly #lines = new Map<string, readonly (readonly Subject[])[]>();
  #places: ReadonlyMap<Subject, ArtefactPlace[]> | undefined;

  /** @param files artefacts of any version; those of others are left out */
  constructor(model: ProtocolModel, files: readonly GeneratedFile[]) {
    this.subjects = new Subjects(model);
    this.#structure = new Places(this.subjects);
    const own = files.filter(({ path }) => versionOf(path) === model.version);
    this.#files = new Map(own.map((file) => [file.path, file]));
  }

  /** What a line comes from: the innermost part that it is inside of, or else the protocol as a whole. */
  at({ path, line }: ArtefactPlace): Subject | undefined {
    const lines = this.#linesOf(path);
    if (!lines) return undefined;
    for (let index = Math.min(line, lines.length) - 1; index >= 0; index -= 1) {
      const subject = lines[index]?.at(-1);
      if (subject) return subject;
    }
    return this.subjects.protocol;
  }

  /** The line on which each artefact begins with the subject, sorted by path. */
  placesOf(subject: Subject): readonly ArtefactPlace[] {
    this.#places ??= this.#allPlaces();
    return this.#places.get(subject) ?? [];
  }

  #allPlaces(): ReadonlyMap<Subject, ArtefactPlace[]> {
    const places = new Map<Subject, ArtefactPlace[]>();
    for (const path of this.#files.keys()) {
      const seen = new Set<Subject>();
      this.#linesOf(path)?.forEach((found, index) => {
        for (const subject of found) {
          if (seen.has(subject)) continue;
          seen.add(subject);
          places.set(subject, [...(places.get(subject) ?? []), { path, line: index + 1 }]);
        }
      });
    }
    return places;
  }

  /** What each line of an artefact is about. */
  #linesOf(path: string): readonly (readonly Subject[])[] | undefined {
    const file = this.#files.get(path);
    const lines = this.#lines.get(path) ?? (file && this.#read(file));
    if (lines) this.#lines.set(path, lines);
    return lines;
  }

  #read({ path, content }: GeneratedFile): (readonly Subject[])[] {
    const rule = placeRuleOf(path, this.#structure);
    if (rule) return outlineOf(content).map((keys) => listed(rule(keys)));
    const machine = /^machines\/[^/]+\/([^/.]+)\./.exec(path)?.[1];
    const mentions = new Mentions(this.subjects, machine);
    const isPage = path.endsWith(".html");
    return content.split("\n").map((line) => (isPage ? mentions.anchoredIn(line) : mentions.namedIn(line)));
  }
}

function listed(found: Subject | readonly Subject[] | undefined): readonly Subject[] {
  return found === undefined ? [] : [found].flat();
}

/** The protocol version that an artefact is of: the second part of its path. */
export function versionOf(path: string): string | undefined {
  return /^[^/]+\/(\d[^/]*?)(?:\/|\.(?:json|yaml|md|txt)$)/.exec(path)?.[1];
}

import { anchorOf } from "../printers/reference/book.ts";
import type { Subject, SubjectKind, Subjects } from "./subjects.ts";

/** Kinds whose names cannot be mistaken for a word of a text. */
const TELLING: ReadonlySet<SubjectKind> = new Set([
  "operation",
  "tool",
  "move",
  "scope",
  "error",
  "evidence-kind",
  "requirement",
  "erratum",
]);

const ANCHOR = /\bid="([^"]+)"/g;
const WORD = /[A-Za-z][\w.:-]*\w/g;

/** Finds what a line of a page is about, by its anchors, or one of a list or a picture, by the first name in it. */
export class Mentions {
  readonly #anchors = new Map<string, Subject>();
  readonly #names = new Map<string, Subject>();
  readonly #states = new Map<string, Subject>();

  /** @param machine of which a picture is, so that the names of its states tell something */
  constructor(subjects: Subjects, machine?: string) {
    for (const subject of subjects.all()) {
      const { kind, name } = subject;
      const anchor = kind === "requirement" || kind === "erratum" ? name : anchorOf(`${kind} ${name}`);
      this.#anchors.set(anchor.replaceAll("&", "&amp;"), subject);
      if (TELLING.has(kind) && !this.#names.has(name)) this.#names.set(name, subject);
      if (kind === "state" && machine !== undefined && name.startsWith(`${machine}.`)) {
        this.#states.set(name.slice(machine.length + 1), subject);
      }
    }
  }

  /** What the anchors of a line stand for. */
  anchoredIn(line: string): Subject[] {
    const anchored = [...line.matchAll(ANCHOR)].map(([, id = ""]) => this.#anchors.get(id));
    return anchored.filter((subject) => subject !== undefined);
  }

  /** The first name in a line. */
  namedIn(line: string): Subject[] {
    const words = [...line.matchAll(WORD)].map(([word]) => word);
    const names = words.map((word) => this.#names.get(word)).filter((subject) => subject !== undefined);
    const states = words.map((word) => this.#states.get(word)).filter((subject) => subject !== undefined);
    return names.length > 0 ? names.slice(0, 1) : states.slice(0, 1);
  }
}

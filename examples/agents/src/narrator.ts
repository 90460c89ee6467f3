const INDENT = " ".repeat(4);
const WHO = 18;
const WIDTH = 118;

/** Tells the reader who did what, under which mandate, and why it was allowed or refused. */
export class Narrator {
  readonly #write: (line: string) => void;
  #scenes = 0;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** How many scenes were told so far. */
  get scenes(): number {
    return this.#scenes;
  }

  /** A new scene. */
  scene(title: string): void {
    this.#scenes += 1;
    this.#write(`${this.#scenes === 1 ? "" : "\n"}${this.#scenes}. ${title}`);
  }

  /** What somebody did, and below it what came of it. */
  tell(who: string, what: string, ...more: readonly string[]): void {
    this.#lines(`${INDENT}${who.padEnd(WHO)}`, what);
    for (const line of more) this.#lines(" ".repeat(INDENT.length + WHO + 2), line);
  }

  #lines(lead: string, text: string): void {
    let line = lead;
    let isEmpty = true;
    for (const word of text.split(" ")) {
      if (!isEmpty && line.length + 1 + word.length > WIDTH) {
        this.#write(line);
        line = " ".repeat(INDENT.length + WHO + 2);
        isEmpty = true;
      }
      line = isEmpty ? `${line}${word}` : `${line} ${word}`;
      isEmpty = false;
    }
    this.#write(line);
  }
}

/** Keys from the outermost to the one that a line belongs to; items of a list have their index. */
export type KeyPath = readonly string[];

interface Level {
  readonly indent: number;
  readonly key: string;
  /** How many items without a key were seen directly inside. */
  items: number;
}

const DECLARATION = /^export (?:interface|type|const|function) ([\w$]+)/;
const QUOTED_KEY = /^"((?:[^"\\]|\\.)*)"\??:/;
const PLAIN_KEY = /^(?:readonly )?([^\s"'#{}[\](),][^\s"'#[\](),]*?)\??:(?:\s|$)/;
const COMMENT = /^(?:\/\/|\/\*|\*|#)/;
const CLOSER = /^[}\])]/;
const YAML_ITEM = /^- (?=\S)/;

/**
 * The key path of every line of a JSON, YAML or TypeScript artefact. All of them are written with one indentation a
 * level, so that their structure can be read from their lines, whatever their grammar.
 */
export function outlineOf(text: string): KeyPath[] {
  const outline = new Outline();
  for (const line of text.split("\n")) outline.read(line);
  return outline.paths;
}

class Outline {
  readonly paths: KeyPath[] = [];
  readonly #levels: Level[] = [{ indent: -1, key: "", items: 0 }];
  /** Comment lines that stand before what they are about. */
  #waiting = 0;

  read(line: string): void {
    const text = line.trimStart();
    const indent = line.length - text.length;
    if (COMMENT.test(text)) {
      this.#waiting += 1;
      return;
    }
    if (text !== "") this.#enter(text, indent);
    const path = this.#levels.slice(1).map(({ key }) => key);
    for (; this.#waiting > 0; this.#waiting -= 1) this.paths.push(path);
    this.paths.push(path);
  }

  #enter(text: string, indent: number): void {
    if (indent === 0 && text === "{") return;
    if (CLOSER.test(text)) {
      this.#leave(indent + 1);
      return;
    }
    this.#leave(indent);
    const key = keyOf(text);
    this.#levels.push({ indent, key: key ?? this.#nextItem(), items: 0 });
    if (key === undefined && YAML_ITEM.test(text)) this.#enter(text.slice(2), indent + 2);
  }

  /** Closes everything that begins at this column or further right. */
  #leave(indent: number): void {
    while ((this.#levels.at(-1)?.indent ?? -1) >= indent) this.#levels.pop();
  }

  #nextItem(): string {
    const parent = this.#levels.at(-1);
    if (!parent) return "0";
    parent.items += 1;
    return String(parent.items - 1);
  }
}

function keyOf(text: string): string | undefined {
  const quoted = QUOTED_KEY.exec(text)?.[1];
  if (quoted !== undefined) return JSON.parse(`"${quoted}"`) as string;
  return (DECLARATION.exec(text) ?? PLAIN_KEY.exec(text))?.[1];
}

import { stringify } from "yaml";

const OPTIONS = { aliasDuplicateObjects: false, lineWidth: 0 } as const;

const BEGINS_PLAIN = /^[A-Za-z_(/]/;
const NEVER_PLAIN = /:[ \t]|[ \t]#|[ \t:]$|^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL)$/;
const PLAIN_KEY = /^[A-Za-z_$/][\w$/{}.-]*$/;
const LINE_END = /[\n\r]/;

/**
 * The same text as the `yaml` library writes for a JSON value in block style. The library builds a syntax tree of the
 * whole document first, which takes most of a run; here it is only asked how to write a scalar that is not plain.
 */
export function yamlText(value: unknown): string {
  if (!isFilled(value)) return stringify(value, OPTIONS);
  return blockOf(value, "");
}

/** What the library wrote; the documents of all versions share most of their texts. */
const scalars = new Map<unknown, string>();
const keys = new Map<string, string>();

/** All entries of a collection, each on lines of its own. */
function blockOf(value: object, indent: string): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${itemText(item, indent)}`).join("");
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${indent}${keyText(key)}:${memberText(member, indent)}`)
    .join("");
}

function memberText(value: unknown, indent: string): string {
  return isFilled(value) ? `\n${blockOf(value, `${indent}  `)}` : ` ${scalarText(value, indent)}\n`;
}

/** A collection begins on the line of its dash. */
function itemText(value: unknown, indent: string): string {
  return isFilled(value) ? blockOf(value, `${indent}  `).slice(indent.length + 2) : `${scalarText(value, indent)}\n`;
}

function scalarText(value: unknown, indent: string): string {
  if (typeof value === "string" && BEGINS_PLAIN.test(value) && !LINE_END.test(value)) {
    if (!NEVER_PLAIN.test(value)) return value;
    const quoted = JSON.stringify(value);
    if (!quoted.includes("\\")) return quoted;
  }
  const text = scalars.get(value) ?? stringify({ a: value }, OPTIONS).slice("a: ".length, -1);
  scalars.set(value, text);
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function keyText(key: string): string {
  if (PLAIN_KEY.test(key) && !NEVER_PLAIN.test(key)) return key;
  const text = keys.get(key) ?? stringify({ [key]: 0 }, OPTIONS).slice(0, -": 0\n".length);
  keys.set(key, text);
  return text;
}

function isFilled(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.values(value).some((member) => member !== undefined);
}

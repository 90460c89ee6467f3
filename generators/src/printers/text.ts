/** `ServiceOrder` → `service-order`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** A TSDoc comment, indented; nothing for an empty text. */
export function docComment(text: string, indent = ""): string {
  const clean = text.replaceAll("*/", "*\\/").trim();
  if (clean === "") return "";
  const lines = clean.split("\n");
  if (lines.length === 1) return `${indent}/** ${clean} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** A property name as TypeScript wants it: quoted only where it must be. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Text of objects by the indentation they stand at: definitions stand in the schemas of many operations. */
type KnownTexts = WeakMap<object, Map<string, string>>;

/** A value as a TypeScript literal, one member a line once it grows long. */
export function literal(value: unknown, indent = "", known: KnownTexts = new WeakMap()): string {
  if (value === undefined) return "undefined";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const texts = known.get(value) ?? new Map<string, string>();
  known.set(value, texts);
  const text = texts.get(indent) ?? compound(value, indent, known);
  texts.set(indent, text);
  return text;
}

function compound(value: object, indent: string, known: KnownTexts): string {
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, inner, known))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${propertyKey(key)}: ${literal(item, inner, known)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return `${open}${close}`;
  const pad = Array.isArray(value) ? "" : " ";
  const flat = `${open}${pad}${parts.join(", ")}${pad}${close}`;
  if (flat.length <= 100 && !flat.includes("\n")) return flat;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

/** A text in a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

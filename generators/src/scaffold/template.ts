import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TEMPLATES = fileURLToPath(new URL("templates/", import.meta.url));

/** A template with its `{{words}}` filled in. Every word must be given, so that none is left over. */
export function template(name: string, words: Readonly<Record<string, string>> = {}): string {
  return readFileSync(`${TEMPLATES}${name}.txt`, "utf8").replace(/\{\{(\w+)\}\}/g, (_match, word: string) => {
    const text = words[word];
    if (text === undefined) throw new Error(`The template ${name} asks for ${word}, and nothing gives it.`);
    return text;
  });
}

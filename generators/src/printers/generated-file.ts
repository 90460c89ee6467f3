/** One artefact: path below the output folder, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Banner of every artefact, by which a run knows its own. */
export const NOTICE =
  "Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.";

/** A TypeScript file under the banner. */
export function typescriptFile(path: string, body: string): GeneratedFile {
  return { path, content: `// ${NOTICE}\n\n${body.trim()}\n` };
}

/** A JSON file; the banner is its `$comment`. */
export function jsonFile(path: string, content: Record<string, unknown>): GeneratedFile {
  return { path, content: `${JSON.stringify({ $comment: NOTICE, ...content }, null, 2)}\n` };
}

/** A YAML file under the banner. */
export function yamlFile(path: string, body: string): GeneratedFile {
  return { path, content: `# ${NOTICE}\n${body}` };
}

/** A Markdown file under the banner. */
export function markdownFile(path: string, body: string): GeneratedFile {
  return { path, content: `<!-- ${NOTICE} -->\n\n${body.trim()}\n` };
}

/** An SVG picture under the banner. */
export function svgFile(path: string, body: string): GeneratedFile {
  return { path, content: `<!-- ${NOTICE} -->\n${body.trim()}\n` };
}

/** An HTML page under the banner; the doctype has to come first. */
export function htmlFile(path: string, body: string): GeneratedFile {
  return { path, content: `<!doctype html>\n<!-- ${NOTICE} -->\n${body.trim()}\n` };
}

/** A style sheet or a script for browsers under the banner. */
export function assetFile(path: string, body: string): GeneratedFile {
  return { path, content: `/* ${NOTICE} */\n\n${body.trim()}\n` };
}

/** The folder of the TypeScript files of one version. */
export function typescriptPath(version: string, name: string): string {
  return `typescript/${version}/${name}.ts`;
}

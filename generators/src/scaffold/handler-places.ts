import type { FoundHandlers, HandlerExport } from "./find-handlers.ts";
import { ProjectError } from "./project-settings.ts";

/** Former name of an operation → its present name. */
export type Renames = Readonly<Record<string, string>>;

/** Where a handler that nobody moved lies. */
export function canonicalFile(operation: string): string {
  return `handlers/${operation}.ts`;
}

/**
 * Where each operation is handled; nothing for those that nobody handles yet. Its own file comes first, then whatever
 * export says that it is for it, then the same under its former names, the latest first.
 * @throws {ProjectError} when two exports claim one operation, and neither is in the operation's own file
 */
export function placesOf(
  operations: readonly string[],
  found: FoundHandlers & { readonly files: ReadonlySet<string> },
  renames: Renames,
): ReadonlyMap<string, HandlerExport> {
  const places = new Map<string, HandlerExport>();
  for (const operation of operations) {
    for (const name of [operation, ...formerNames(operation, renames)]) {
      const place = placeUnder(name, found);
      if (place === undefined) continue;
      places.set(operation, { ...place, operation });
      break;
    }
  }
  return places;
}

function placeUnder(
  name: string,
  found: FoundHandlers & { readonly files: ReadonlySet<string> },
): HandlerExport | undefined {
  const file = canonicalFile(name);
  const marked = found.exports.filter(({ operation }) => operation === name);
  const inOwnFile =
    marked.find((one) => one.file === file && one.name === "default") ?? marked.find((one) => one.file === file);
  const foreign = found.exports.some((one) => one.file === file && one.name === "default" && one.operation !== name);
  if (found.withDefault.has(file) && !foreign) return { operation: name, file, name: "default" };
  if (inOwnFile) return inOwnFile;
  const [first, second] = marked;
  if (first && second) {
    const places = marked.map((one) => `${one.file} (${one.name})`).join(", ");
    throw new ProjectError(`Several exports claim to handle ${name}: ${places}. Mend: leave one of them exported.`);
  }
  // A file of the right name is the user's, even when it exports nothing yet: the compiler will say what it lacks.
  return first ?? (found.files.has(file) && !foreign ? { operation: name, file, name: "default" } : undefined);
}

/** Former names of an operation, the latest first. */
export function formerNames(operation: string, renames: Renames): string[] {
  return Object.keys(renames)
    .filter((former) => renames[former] === operation)
    .reverse();
}

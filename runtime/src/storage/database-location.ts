/** Where a node keeps its data, as DATABASE_URL or `--database` say it. */
export type DatabaseLocation =
  | { readonly dialect: "sqlite"; readonly file: string }
  | { readonly dialect: "postgres"; readonly url: string };

/** A URL scheme: two letters at least, so that a Windows drive is a path. */
const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * Reads a location: `postgres://user:password@host:5432/name` (or `postgresql://`), else the path of an SQLite file, with
 * or without `file://`; `:memory:` is a database that ends with its process.
 * @throws {Error} for any other kind of URL
 */
export function parseDatabaseLocation(location: string): DatabaseLocation {
  const scheme = SCHEME.exec(location)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    if (location.trim() === "") throw new Error("The database is not named: give a file or a postgres:// URL.");
    return { dialect: "sqlite", file: location };
  }
  if (scheme === "file") return { dialect: "sqlite", file: decodeURIComponent(new URL(location).pathname) };
  if (scheme === "postgres" || scheme === "postgresql") return { dialect: "postgres", url: location };
  throw new Error(`A database of the kind ${scheme}:// is not known here: give a file or a postgres:// URL.`);
}

/** The location without its password, for people and logs. */
export function withoutPassword(location: string): string {
  if (!SCHEME.test(location)) return location;
  const url = new URL(location);
  if (url.password !== "") url.password = "***";
  return url.href;
}

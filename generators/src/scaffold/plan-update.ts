import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { type FoundHandlers, findHandlers, type HandlerExport, type UserFile } from "./find-handlers.ts";
import { printGeneratedFolder } from "./generated-folder.ts";
import { canonicalFile, formerNames, placesOf, type Renames } from "./handler-places.ts";
import { fingerprint, MANIFEST, manifestFile, type ProjectManifest, readManifest } from "./manifest.ts";
import { narrowModel } from "./narrow-model.ts";
import { type Channel, ProjectError, type ProjectLevel, type ProjectSettings } from "./project-settings.ts";
import type { ProjectState } from "./project-state.ts";
import { printHandlerFile } from "./user-files.ts";

/** What an update may change about a project's settings. */
export interface UpdateOptions {
  readonly protocol?: string;
  readonly level?: ProjectLevel;
  readonly channels?: readonly Channel[];
  /** Operations to declare besides. */
  readonly with?: readonly string[];
  /** Overwrite generated files although someone edited them. Never touches anything else. */
  readonly force?: boolean;
}

/** An operation and the file that concerns it, below the project's folder. */
export interface OperationFile {
  readonly operation: string;
  readonly file: string;
}

/** Everything that an update will do, and what it has to tell. */
export interface UpdatePlan {
  readonly settings: ProjectSettings;
  /** New files of the user's; none of them exists yet. */
  readonly handlers: readonly GeneratedFile[];
  /** Files of `generated/` to write, the manifest last. */
  readonly generated: readonly GeneratedFile[];
  /** Files of `generated/` to remove. */
  readonly stale: readonly string[];
  /** Generated files of which an edit is lost, since it was forced. */
  readonly overwritten: readonly string[];
  readonly added: readonly OperationFile[];
  readonly renamed: readonly (OperationFile & { readonly former: string })[];
  /** Files that serve nothing any more; they stay where they are. */
  readonly orphaned: readonly OperationFile[];
  readonly removed: readonly string[];
  /** Files in `generated/` that the tool did not write. */
  readonly foreign: readonly string[];
}

/**
 * Works out what has to be done to bring a project up to date. Reads and writes nothing.
 * @throws {ProjectError} when nothing may be done: no project, a source that does not parse, an edited generated file
 */
export function planUpdate(
  state: ProjectState,
  models: readonly ProtocolModel[],
  options: UpdateOptions = {},
): UpdatePlan {
  const known = state.generated.get(MANIFEST);
  if (known === undefined)
    throw new ProjectError(
      "There is no generated/manifest.json here. Mend: run servicialo-gen init first, or name the project's folder.",
    );
  const manifest = readManifest(known);
  const full = modelOf(models, options.protocol ?? manifest.protocol);
  const renames = renamesAfter(manifest, full);
  const settings = settingsAfter(manifest, full, { options, renames });
  return planProject(state, { full, settings, renames, manifest, force: options.force ?? false });
}

interface ProjectParts {
  /** The whole model of the version. */
  readonly full: ProtocolModel;
  readonly settings: ProjectSettings;
  readonly renames: Renames;
  readonly manifest: Pick<ProjectManifest, "operations" | "removed" | "files">;
  readonly force: boolean;
}

/** The plan for a project, new or known. */
export function planProject(
  state: ProjectState,
  { full, settings, renames, manifest, force }: ProjectParts,
): UpdatePlan {
  const model = narrowModel(full, settings);
  const operations = model.operations.map(({ id }) => id);
  const live = Object.fromEntries(Object.entries(renames).filter(([, present]) => operations.includes(present)));
  const found = readSources(state.sources);
  const files = new Set(state.sources.map(({ path }) => path));
  const places = placesOf(operations, { ...found, files }, live);
  const missing = model.operations.filter(({ id }) => !places.has(id));
  const handlers = missing.map((operation) => printHandlerFile(operation, lineEndingOf(state.sources)));
  const all = new Map([
    ...places,
    ...missing.map(({ id }) => [id, { operation: id, file: canonicalFile(id), name: "default" }] as const),
  ]);
  const wanted = printGeneratedFolder({ model, channels: settings.channels, places: all, renames: live });
  const gone = [...new Set([...manifest.removed, ...manifest.operations])]
    .filter((id) => !operations.includes(id) && !(id in live))
    .sort();
  const owned = judgeGenerated(state, { wanted, manifest, force });
  const next = manifestFile({ ...settings, operations, removed: gone, renames }, wanted);
  return {
    settings,
    handlers,
    ...owned,
    generated: [...owned.generated, ...(state.generated.get(MANIFEST) === next.content ? [] : [next])],
    added: addedOf(missing),
    renamed: renamedOf(all, live),
    orphaned: orphansOf(gone, { found, files, places: all }),
    removed: gone.filter((id) => manifest.operations.includes(id)),
  };
}

function readSources(sources: readonly UserFile[]): FoundHandlers {
  const found = findHandlers(sources);
  if (found.syntaxErrors.length === 0) return found;
  throw new ProjectError(
    `${found.syntaxErrors.join("\n")}\nA source does not parse, so nothing was changed. Mend: correct it and run the update again.`,
  );
}

/** The model of a version; the newest when none is named. */
export function modelOf(models: readonly ProtocolModel[], version: string | undefined): ProtocolModel {
  const released = models.filter((model) => !model.version.includes("-"));
  const model =
    version === undefined ? (released.at(-1) ?? models.at(-1)) : models.find((one) => one.version === version);
  if (model) return model;
  const versions = models.map((one) => one.version).join(", ");
  throw new ProjectError(
    `The specification has no protocol version ${version}. Mend: --protocol with one of ${versions}.`,
  );
}

/** Renames of earlier runs, carried on to present names, and those that the specification declares now. */
function renamesAfter(manifest: ProjectManifest, { operations }: ProtocolModel): Renames {
  const declared = operations.filter(({ renamedFrom }) => renamedFrom !== null);
  const now = new Map(declared.map(({ id, renamedFrom }) => [renamedFrom as string, id]));
  const ids = new Set(operations.map(({ id }) => id));
  const follow = (id: string, steps = now.size): string =>
    steps > 0 && !ids.has(id) ? follow(now.get(id) ?? id, steps - 1) : id;
  const earlier = Object.entries(manifest.renames).map(([former, present]) => [former, follow(present)] as const);
  const all = [...earlier, ...[...now].map(([former, present]) => [former, follow(present)] as const)];
  // A name that is taken again belongs to its new owner.
  return Object.fromEntries(all.filter(([former, present]) => !ids.has(former) && former !== present));
}

function settingsAfter(
  manifest: ProjectManifest,
  full: ProtocolModel,
  { options, renames }: { options: UpdateOptions; renames: Renames },
): ProjectSettings {
  const ids = new Set(full.operations.map(({ id }) => id));
  const kept = manifest.with.map((id) => renames[id] ?? id).filter((id) => ids.has(id));
  return {
    protocol: full.version,
    level: options.level ?? manifest.level,
    channels: options.channels ?? manifest.channels,
    with: [...new Set([...kept, ...(options.with ?? [])])].sort(),
  };
}

/** Compares `generated/` with what belongs there; an edit stops everything, unless it is forced. */
function judgeGenerated(
  { generated }: ProjectState,
  {
    wanted,
    manifest,
    force,
  }: { wanted: readonly GeneratedFile[]; manifest: Pick<ProjectManifest, "files">; force: boolean },
): Pick<UpdatePlan, "generated" | "stale" | "foreign" | "overwritten"> {
  const paths = new Set(wanted.map(({ path }) => path));
  const isEdited = (path: string) => fingerprint(generated.get(path) ?? "") !== manifest.files[path];
  const changed = wanted.filter(({ path, content }) => fingerprint(generated.get(path) ?? "") !== fingerprint(content));
  const stale = Object.keys(manifest.files).filter((path) => !paths.has(path) && generated.has(path));
  const edited = [...changed.map(({ path }) => path), ...stale]
    .filter((path) => generated.has(path) && isEdited(path))
    .sort();
  if (edited.length > 0 && !force) {
    const names = edited.map((path) => `generated/${path}`).join(", ");
    throw new ProjectError(
      `${names} was edited, and the update would overwrite it; nothing was changed. Mend: take your edit out of it, or run the update with --force, which overwrites generated files only.`,
    );
  }
  const foreign = [...generated.keys()].filter(
    (path) => path !== MANIFEST && !paths.has(path) && !(path in manifest.files),
  );
  return { generated: changed, stale: stale.sort(), overwritten: edited, foreign: foreign.sort() };
}

function addedOf(missing: readonly OperationNode[]): OperationFile[] {
  return missing.map(({ id }) => ({ operation: id, file: canonicalFile(id) }));
}

/** Operations that a handler still serves under a former name. */
function renamedOf(places: ReadonlyMap<string, HandlerExport>, renames: Renames) {
  return [...places.values()].flatMap(({ operation, file }) => {
    const [former] = formerNames(operation, renames);
    return former === undefined ? [] : [{ operation, file, former }];
  });
}

/** Files of operations that are gone, as long as they lie there and serve nothing else. */
function orphansOf(
  gone: readonly string[],
  {
    found,
    files,
    places,
  }: { found: FoundHandlers; files: ReadonlySet<string>; places: ReadonlyMap<string, HandlerExport> },
): OperationFile[] {
  const serving = new Set([...places.values()].map(({ file }) => file));
  return gone.flatMap((operation) => {
    const own = canonicalFile(operation);
    const marked = found.exports.filter((one) => one.operation === operation).map(({ file }) => file);
    const candidates = [...new Set([...(files.has(own) ? [own] : []), ...marked])];
    return candidates.filter((file) => !serving.has(file)).map((file) => ({ operation, file }));
  });
}

/** New handlers end their lines as the user's handlers do. */
function lineEndingOf(sources: readonly UserFile[]): "\n" | "\r\n" {
  const handlers = sources.filter(({ path }) => path.startsWith("handlers/"));
  const windows = handlers.filter(({ text }) => text.includes("\r\n")).length;
  return windows * 2 > handlers.length ? "\r\n" : "\n";
}

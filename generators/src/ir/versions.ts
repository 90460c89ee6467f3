import { type Namespace, navigateTypesInNamespace, type Program, type Type } from "@typespec/compiler";
import { unsafe_Realm as Realm } from "@typespec/compiler/experimental";
import { getVersioningMutators } from "@typespec/versioning";
import { SpecificationError } from "../specification-error.ts";

const VERSIONED_KINDS = [
  "namespace",
  "interface",
  "model",
  "modelProperty",
  "operation",
  "enum",
  "enumMember",
  "union",
  "unionVariant",
  "scalar",
] as const;

/**
 * Reads the protocol's namespace as it stands at each version, oldest first. The types themselves take the form of a
 * version while `read` runs, and get their own back after it: copying them all for each version, as emitters do, takes
 * longer than checking the specification.
 */
export function readEachVersion<T>(program: Program, namespace: Namespace, read: (version: string) => T): T[] {
  const mutators = getVersioningMutators(program, namespace);
  if (mutators?.kind !== "versioned") {
    throw new SpecificationError(`Namespace ${namespace.name} has no versions. Put @versioned(Versions) on it.`);
  }
  const types = typesOf(namespace);
  const realm = new Realm(program, "versions");
  return mutators.snapshots.map(({ version, mutator }) => {
    const forms = types.map(formOf);
    try {
      for (const type of types) {
        const rule = mutator[type.kind as "Model"];
        const change = typeof rule === "function" ? rule : rule && "mutate" in rule ? rule.mutate : undefined;
        change?.(type as never, type as never, program, realm);
      }
      return read(version.value);
    } finally {
      for (const giveBack of forms) giveBack();
    }
  });
}

function typesOf(namespace: Namespace): Type[] {
  const types = new Set<Type>();
  const collect = (type: Type) => {
    types.add(type);
    if (type.kind === "Operation") types.add(type.parameters);
  };
  navigateTypesInNamespace(namespace, Object.fromEntries(VERSIONED_KINDS.map((kind) => [kind, collect])));
  return [...types];
}

/** What a version can change of a type by itself. */
const FIELDS = ["name", "optional", "type", "returnType"] as const;

/** What a version can take out of a type. */
const MEMBERS = [
  "models",
  "operations",
  "interfaces",
  "enums",
  "unions",
  "namespaces",
  "scalars",
  "properties",
  "variants",
  "members",
] as const;
const LISTS = ["derivedModels", "derivedScalars"] as const;

/** Remembers the form of a type. Calling the result gives it back. */
function formOf(type: Type): () => void {
  const parts = type as unknown as Record<string, unknown>;
  const fields = FIELDS.filter((name) => name in parts).map((name) => [name, parts[name]] as const);
  const maps = MEMBERS.map((name) => parts[name]).filter(isMap);
  const lists = LISTS.map((name) => parts[name]).filter((list) => Array.isArray(list));
  const members = maps.map((map) => [map, [...map]] as const);
  const items = lists.map((list) => [list, [...list]] as const);
  return () => {
    for (const [name, value] of fields) parts[name] = value;
    for (const [list, before] of items) list.splice(0, list.length, ...before);
    for (const [map, entries] of members) refill(map, entries);
  };
}

/** The compiler keeps most members in a map of its own that is no `Map`. */
function isMap(value: unknown): value is Map<unknown, unknown> {
  return typeof value === "object" && value !== null && "clear" in value && "set" in value;
}

function refill(map: Map<unknown, unknown>, entries: readonly (readonly [unknown, unknown])[]): void {
  if (map.size === entries.length) return;
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

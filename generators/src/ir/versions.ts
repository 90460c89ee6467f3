import type { Namespace, Program } from "@typespec/compiler";
import { unsafe_mutateSubgraphWithNamespace } from "@typespec/compiler/experimental";
import { getVersioningMutators } from "@typespec/versioning";
import { SpecificationError } from "../specification-error.ts";

export interface VersionView {
  readonly version: string;
  readonly namespace: Namespace;
}

/** The protocol's namespace as it stands at each version. The only user of the compiler's experimental mutators. */
export function versionViews(program: Program, namespace: Namespace): VersionView[] {
  const mutators = getVersioningMutators(program, namespace);
  if (mutators?.kind !== "versioned") {
    throw new SpecificationError(`Namespace ${namespace.name} has no versions. Put @versioned(Versions) on it.`);
  }
  return mutators.snapshots.map(({ version, mutator }) => {
    const { type } = unsafe_mutateSubgraphWithNamespace(program, [mutator], namespace);
    if (type.kind !== "Namespace")
      throw new Error(`Versioning turned namespace ${namespace.name} into a ${type.kind}.`);
    return { version: version.value, namespace: type };
  });
}

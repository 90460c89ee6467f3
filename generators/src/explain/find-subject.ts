import { SUBJECT_KINDS, type Subject, type SubjectKind, type Subjects } from "./subjects.ts";

/** Nothing in the protocol has the name; `message` says so and names what comes near. */
export class UnknownSubject extends Error {
  override readonly name = "UnknownSubject";
}

/**
 * What words such as `operation scheduling.book`, `SVC-CANC-003` or `tool scheduling.book` name.
 * @throws {UnknownSubject} with the nearest names
 */
export function findSubject(subjects: Subjects, words: readonly string[]): Subject {
  const [first = "", ...rest] = words;
  const kind = SUBJECT_KINDS.find((candidate) => candidate === first);
  const name = (kind ? rest : words).join(" ");
  const kinds = kind ? [kind] : SUBJECT_KINDS.filter((candidate) => candidate !== "protocol");
  for (const candidate of kinds) {
    const found = subjects.find(candidate, nameAs(subjects, candidate, name));
    if (found) return found;
  }
  const near = nearest(subjects, kinds, name);
  throw new UnknownSubject(
    `The protocol has no ${kind ?? "part"} ${name || "without a name"}. ${near.length > 0 ? `Did you mean ${near.join(", ")}?` : `Write a kind and a name, such as operation scheduling.book; kinds are ${SUBJECT_KINDS.join(", ")}.`}`,
  );
}

/** A tool may be named by its operation. */
function nameAs({ model }: Subjects, kind: SubjectKind, name: string): string {
  if (kind === "protocol") return model.version;
  if (kind !== "tool") return name;
  return model.operations.find(({ id }) => id === name)?.tool?.name ?? name;
}

function nearest(subjects: Subjects, kinds: readonly SubjectKind[], name: string): string[] {
  const wanted = name.toLowerCase();
  if (wanted === "") return [];
  const last = wanted.split(".").at(-1) ?? wanted;
  return subjects
    .all()
    .filter((subject) => kinds.includes(subject.kind))
    .filter((subject) => {
      const own = subject.name.toLowerCase();
      return own.includes(wanted) || wanted.includes(own) || own.endsWith(`.${last}`);
    })
    .slice(0, 5)
    .map(({ kind, name: found }) => `${kind} ${found}`);
}

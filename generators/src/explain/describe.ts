import pc from "picocolors";
import type { Position } from "../ir/schema.ts";
import { requirementsOn } from "./requirements-on.ts";
import type { Subject } from "./subjects.ts";
import type { ArtefactPlace, Trace } from "./trace.ts";

/** How a reader finds files from where the command was called. */
export interface ShownPaths {
  specification(file: string): string;
  artefact(path: string): string;
}

/** Tells where a subject stands, what it is, what is required of it and which artefacts come from it. */
export function describeSubject(traces: readonly Trace[], subject: Subject, shown: ShownPaths): string {
  const [trace] = traces;
  if (!trace) return "";
  const at = ({ file, line }: Position) => `${shown.specification(file)}:${line}`;
  const requirements = requirementsOn(trace.subjects, subject).flatMap(({ target, requirements: found }) => [
    "",
    pc.bold(`Required of ${target}`),
    ...found.map(
      ({ id, keyword, level, text, position }) => `  ${pc.cyan(id)} ${keyword}, ${level}: ${text}\n    ${at(position)}`,
    ),
  ]);
  const artefacts = traces.flatMap((each) => {
    const same = each.subjects.find(subject.kind, nameIn(each, subject));
    const places = same ? each.placesOf(same) : [];
    if (places.length === 0) return [];
    return [
      "",
      pc.bold(`Artefacts of ${each.subjects.model.version}`),
      ...places.map((place) => `  ${line(place, shown)}`),
    ];
  });
  return [
    pc.bold(`${subject.kind} ${subject.name}`),
    `  ${at(subject.position)}`,
    ...(subject.summary === "" ? [] : [`  ${subject.summary.replaceAll("\n", "\n  ")}`]),
    ...requirements,
    ...artefacts,
  ].join("\n");
}

function nameIn({ subjects }: Trace, { kind, name }: Subject): string {
  return kind === "protocol" ? subjects.model.version : name;
}

function line({ path, line: number }: ArtefactPlace, shown: ShownPaths): string {
  return `${shown.artefact(path)}:${number}`;
}

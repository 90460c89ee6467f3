import type { ErratumNode, ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, markdownFile } from "./generated-file.ts";
import { cell } from "./text.ts";

const SERIES: Record<string, string> = {
  D: "Decisions",
  E: "Errors",
  M: "Mandates",
  P: "Lifecycle",
};

/** The page of errata: where the published sources disagree or are silent, and what this edition builds. */
export function printErrata(model: ProtocolModel): GeneratedFile[] {
  const groups = Object.groupBy(model.errata, (erratum) => erratum.id.split("-")[0] ?? "");
  const sections = Object.entries(groups).map(
    ([letter, errata]) => `## ${SERIES[letter] ?? letter}\n\n${table(errata ?? [])}`,
  );
  const body = `# Errata of Servicialo ${model.version}

Points on which the published sources contradict each other or say nothing, and how this edition settles each.
Every row can be challenged and overturned through an RFC.

${sections.join("\n\n")}`;
  return [markdownFile(`errata/${model.version}.md`, body)];
}

function table(errata: readonly ErratumNode[]): string {
  const rows = errata.map(
    (erratum) =>
      `| ${erratum.id} | ${cell(erratum.question)} | ${cell(erratum.decision)} | ${cell(erratum.appliesTo)} |`,
  );
  return `| id | question | settled as | concerns |\n|---|---|---|---|\n${rows.join("\n")}`;
}

import pc from "picocolors";
import type { CardReport } from "./grade-card.ts";
import { AREAS, type Area, type Point } from "./point.ts";

const NAMES: Readonly<Record<CardReport["kind"], string>> = {
  servicialo: "Servicialo agent card (level 2)",
  a2a: "A2A card",
};

type Colors = ReturnType<typeof pc.createColors>;

/** A report to be read: each area with its points, and for what did not pass what to mend. */
export function printCard({ url, kind, score, points }: CardReport, useColors: boolean): string {
  const colors = pc.createColors(useColors);
  const areas = AREAS.map((area) => ({ area, of: points.filter((point) => point.area === area) })).filter(
    ({ of }) => of.length > 0,
  );
  const lines = areas.flatMap(({ area, of }) => [
    colors.bold(headOf(area, of)),
    ...of.flatMap((point) => pointLines(point, colors)),
    "",
  ]);
  return [`${NAMES[kind]} at ${url}`, "", ...lines, colors.bold(`Score ${score} of 100`), summaryOf(points), ""].join(
    "\n",
  );
}

function headOf(area: Area, points: readonly Point[]): string {
  const passed = points.filter(({ outcome }) => outcome === "passed").length;
  return `${area}  ${passed} of ${points.length}`;
}

function pointLines({ outcome, title, keyword, source, got, expected, mend }: Point, colors: Colors): string[] {
  const marks = { passed: colors.green("pass"), failed: colors.red("FAIL"), unverified: colors.yellow("?   ") };
  const head = `  ${marks[outcome]}  ${title}  ${colors.dim(`${keyword}, ${source}`)}`;
  if (outcome === "passed") return [`${head}  ${colors.dim(got)}`];
  return [head, `          got       ${got}`, `          expected  ${expected}`, `          mend      ${mend}`];
}

function summaryOf(points: readonly Point[]): string {
  const count = (keyword: Point["keyword"], outcome: Point["outcome"]) =>
    points.filter((point) => point.keyword === keyword && point.outcome === outcome).length;
  const failed = `${count("MUST", "failed")} MUST and ${count("SHOULD", "failed")} SHOULD failed`;
  const unverified = count("MUST", "unverified") + count("SHOULD", "unverified");
  return unverified === 0 ? failed : `${failed}; ${unverified} could not be verified and are not counted`;
}

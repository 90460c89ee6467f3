import type { LevelResult } from "../run-report.ts";
import type { ReportHead } from "./document.ts";

/** Widths of characters of an 11 px sans-serif face, roughly: a badge is given its size, and text lengths are pinned. */
const NARROW = /[il.,:;'|! ]/;
const WIDE = /[A-Zmw0-9@]/;
const HEIGHT = 20;
const PADDING = 6;

const COLORS: Readonly<Record<LevelResult["outcome"], string>> = {
  reached: "#15703a",
  failed: "#b3261e",
  incomplete: "#7a5b00",
};

/** A badge for a page about the node; it says nothing but the grade. */
export function badge(head: ReportHead): string {
  const label = `Servicialo ${head.suite.protocol_version}`;
  const { level, outcome, met, total } = head.level;
  const message =
    outcome === "reached" ? `${level.toUpperCase()} ${met}/${total}` : `${level.toUpperCase()} ${outcome}`;
  const [left, right] = [widthOf(label), widthOf(message)];
  const width = left + right;
  const title = `${label}: ${message}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="#3a3f47"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLORS[outcome]}"/></g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">`,
    `<text x="${left / 2}" y="14" textLength="${left - 2 * PADDING}">${label}</text>`,
    `<text x="${left + right / 2}" y="14" textLength="${right - 2 * PADDING}" font-weight="bold">${message}</text>`,
    "</g></svg>\n",
  ].join("");
}

function widthOf(text: string): number {
  const inner = [...text].reduce((sum, one) => sum + (NARROW.test(one) ? 4 : WIDE.test(one) ? 8 : 6.7), 0);
  return Math.round(inner) + 2 * PADDING;
}

import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Redactor } from "../redact.ts";
import { runSuite } from "../run-suite.ts";
import { settingsFor } from "../testing/settings-for.ts";
import { bookingCase, caseOf, startSmallNode } from "../testing/small-node.ts";
import { badge } from "./badge.ts";
import { reportDocument } from "./document.ts";
import { htmlReport } from "./html.ts";

const BROWSERS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));

/** A text whose contrast with what lies behind it is below 4.5 to 1 (WCAG 2.2, 1.4.3). */
const POOR_CONTRAST = `(() => {
  const parse = (color) => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = color; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
  const light = (rgb) => rgb.slice(0, 3).map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (one) => { for (let at = one; at; at = at.parentElement) { const c = parse(getComputedStyle(at).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255, 255]; };
  return [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((one) => {
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5 ? one.tagName + "." + one.className : null;
  }).filter(Boolean);
})()`;

// Nothing has to be installed for the tests to run: without a browser these are left out.
describe.runIf(executablePath !== undefined)("the report in a browser", () => {
  let browser: Browser;
  let folder: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const node = await startSmallNode();
    const settings = settingsFor(node.url);
    const failing = caseOf("SVC-HTTP-002", async (context) => {
      await context.positive("<script>alert(1)</script> is only text", async (check) => {
        const answer = await context.node.raw({
          method: "POST",
          target: "/sessions",
          rawBody: '{"long":"xxxxxxxxxx"}',
        });
        check.equal(`a very long word ${"w".repeat(300)}`, { expected: 1, actual: answer.text, answer });
      });
    });
    const report = await runSuite(settings, { cases: [failing, bookingCase("SVC-HTTP-003")] });
    await node.close();
    const document = reportDocument({ report, redactor: new Redactor(settings.credentials) });
    folder = await mkdtemp(join(tmpdir(), "certification-report-"));
    await writeFile(join(folder, "report.html"), htmlReport(document));
    await writeFile(join(folder, "badge.svg"), badge(document));
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function open(viewport = DESKTOP, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const page = await browser.newPage({ viewport, colorScheme });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!/^(?:file|data):/.test(request.url())) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(folder, "report.html")).href);
    return page;
  }

  it("shows the grade, the first thing to mend and the failure unfolded, and asks nobody for anything", async () => {
    const page = await open();
    expect(await page.locator(".grade").textContent()).toMatch(/^CORE: failed/);
    expect(await page.locator(".first").textContent()).toContain("SVC-HTTP-002");
    expect(await page.locator("#SVC-HTTP-002 .check").first().isVisible()).toBe(true);
    expect(await page.locator("#SVC-HTTP-003 .check").first().isVisible()).toBe(false);
    expect(await page.locator("#SVC-HTTP-002").textContent()).toContain("<script>alert(1)</script>");
    expect(complaints).toEqual([]);
  });

  it("searches, and filters by verdict", async () => {
    const page = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("svc-http-003 read again");
    expect(await page.locator("#status").textContent()).toMatch(/^1 of \d+ requirements$/);
    expect(await page.locator("#SVC-HTTP-003").isVisible()).toBe(true);
    await page.getByRole("checkbox", { name: /^PASS/ }).uncheck();
    expect(await page.locator("#status").textContent()).toMatch(/^0 of/);
  });

  it("folds exchanges and scripts open", async () => {
    const page = await open(PHONE);
    const failure = page.locator("#SVC-HTTP-002");
    await failure.getByText("1 exchange", { exact: true }).click();
    await failure.locator(".exchange summary").click();
    expect(await failure.locator(".exchange pre").first().textContent()).toContain("POST http://127.0.0.1");
    await failure.getByText("Show it again").click();
    expect(await failure.locator("pre").last().textContent()).toContain("#!/usr/bin/env bash");
    expect(complaints).toEqual([]);
  });

  it("follows a link to a requirement and unfolds it", async () => {
    const page = await open();
    await page.evaluate('location.hash = "#SVC-HTTP-003"');
    await page.locator("#SVC-HTTP-003 .check").first().waitFor({ state: "visible" });
  });

  it.each([PHONE, DESKTOP])("fits %o: nothing scrolls sideways, with everything unfolded", async (viewport) => {
    const page = await open(viewport);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
  });

  it.each(["light", "dark"] as const)("keeps enough contrast in the %s colours", async (colorScheme) => {
    const page = await open(DESKTOP, colorScheme);
    expect(await page.evaluate(POOR_CONTRAST)).toEqual([]);
  });

  it("has one first heading, landmarks, and headings without gaps", async () => {
    const page = await open();
    for (const landmark of ["banner", "main", "search", "contentinfo"] as const)
      expect(await page.getByRole(landmark).count(), landmark).toBe(1);
    const levels = await page.locator("h1, h2, h3").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1).length).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("draws the badge", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, "badge.svg")).href);
    const overflow = await page.evaluate(
      '[...document.querySelectorAll("text")].some((one) => one.getBBox().width > one.ownerSVGElement.viewBox.baseVal.width)',
    );
    expect(overflow).toBe(false);
  });
});

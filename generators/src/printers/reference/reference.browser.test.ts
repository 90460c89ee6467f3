import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protocolArtefacts } from "../../testing/protocol.ts";
import { writeArtefacts } from "../../write.ts";

const BROWSERS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

const POOR_CONTRAST = readFileSync(new URL("testing/poor-contrast.js", import.meta.url), "utf8");

const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
const runnable = executablePath !== undefined;

// Nothing has to be installed for the tests to run: without a browser these are left out.
describe.runIf(runnable)("the reference in a browser", () => {
  let browser: Browser;
  let folder: string;
  let version: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error("No Chromium found. Install it, or name it in CHROMIUM.");
    const { files, models } = await protocolArtefacts();
    version = models[0]?.version ?? "";
    folder = await mkdtemp(join(tmpdir(), "servicialo-reference-"));
    await writeArtefacts(
      folder,
      files.filter(({ path }) => path.startsWith("reference/") || path.endsWith(".svg")),
    );
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function newPage(viewport = DESKTOP): Promise<Page> {
    const page = await browser.newPage({ viewport });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (!/^(?:file|data):/.test(request.url())) complaints.push(`${page.url()} asks for ${request.url()}`);
    });
    return page;
  }

  async function show(page: Page, file: string): Promise<Page> {
    await page.goto(pathToFileURL(join(folder, file)).href);
    return page;
  }

  const open = async (file: string, viewport = DESKTOP) => show(await newPage(viewport), file);

  async function pages(): Promise<string[]> {
    const { files } = await protocolArtefacts();
    return files
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`reference/${version}/`) && path.endsWith(".html"));
  }

  it("finds scheduling.book and leads to it", async () => {
    const page = await open(`reference/${version}/index.html`);
    await page.keyboard.press("/");
    await page.keyboard.type("scheduling.book");
    const [first] = await page.locator("#search-results a").all();
    expect(await first?.locator("code").textContent()).toBe("scheduling.book");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/sessions\.html#operation-scheduling\.book$/);
    expect(await page.locator("article:target h3").textContent()).toBe("scheduling.book");
    expect(complaints).toEqual([]);
  });

  it("finds a requirement by its id and says when nothing is found", async () => {
    const page = await open(`reference/${version}/index.html`, PHONE);
    await page.locator("#search").fill("svc-canc-003");
    expect(await page.locator("#search-results a").first().getAttribute("href")).toBe("requirements.html#SVC-CANC-003");
    await page.locator("#search").fill("no such thing");
    expect(await page.locator("#search-status").textContent()).toBe("0 results");
    expect(complaints).toEqual([]);
  });

  it("fits a phone: no page scrolls sideways", async () => {
    const page = await newPage(PHONE);
    for (const file of await pages()) {
      await show(page, file);
      const beyond = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(beyond, file).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  it("has landmarks, one first heading, and headings without gaps on every page", async () => {
    const page = await newPage();
    for (const file of await pages()) {
      await show(page, file);
      for (const landmark of ["banner", "main", "navigation", "search"] as const) {
        expect(await page.getByRole(landmark).count(), `${landmark} of ${file}`).toBe(1);
      }
      const levels = await page
        .locator("main :is(h1, h2, h3, h4)")
        .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
      expect(levels.filter((level) => level === 1).length).toBe(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), file).toBeLessThanOrEqual(1);
    }
  }, 60_000);

  it.each(["light", "dark"] as const)("keeps enough contrast in the %s colours", async (colorScheme) => {
    const page = await open(`reference/${version}/sessions.html`);
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(POOR_CONTRAST)).toEqual([]);
  });

  it("reads every picture of a machine", async () => {
    const { files } = await protocolArtefacts();
    const page = await open(`reference/${version}/index.html`);
    for (const { path, content } of files.filter((file) => file.path.endsWith(".svg"))) {
      const fault = await page.evaluate(
        `new DOMParser().parseFromString(${JSON.stringify(content)}, "image/svg+xml").querySelector("parsererror")?.textContent ?? null`,
      );
      expect(fault, path).toBeNull();
    }
  });
});

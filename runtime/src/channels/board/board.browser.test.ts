import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../../testing/clinic.ts";

const BROWSERS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Folder that pictures of the pages go to, for whoever wants to look at them. */
const PICTURES = process.env["SERVICIALO_PICTURES"];

/** A text whose contrast with what lies behind it is below 4.5 to 1 (WCAG 2.2, 1.4.3). */
const POOR_CONTRAST = `(() => {
  const pixel = (color) => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = color; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
  const light = (rgb) => rgb.slice(0, 3).map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (one) => { for (let at = one; at; at = at.parentElement) { const c = pixel(getComputedStyle(at).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255, 255]; };
  return [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((one) => {
    const [a, b] = [light(pixel(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5 ? one.tagName + "." + one.className : null;
  }).filter(Boolean);
})()`;

const STATES = ["verified", "in_progress", "confirmed", "requested", "disputed", "cancelled"] as const;

// Nothing has to be installed for the tests to run: without a browser these are left out.
describe.runIf(executablePath !== undefined)("the pages of a node in a browser", () => {
  let clinic: Clinic;
  let url: string;
  let browser: Browser;
  let verified: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    clinic = await Clinic.open();
    url = clinic.demo.node.url;
    const ids: string[] = [];
    for (const state of STATES) ids.push(await clinic.sessionIn(state));
    verified = ids[0] ?? "";
    clinic.moveTimeTo((await clinic.session(verified)).starts_at, 600);
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await clinic.close();
  });

  /** A browser that notes whatever it is told to complain of, and every request to somebody else. */
  async function open(options: Parameters<Browser["newContext"]>[0] = { viewport: DESKTOP }): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const asked = new URL(request.url());
      if (asked.origin !== url && !/^(?:data|blob):$/.test(asked.protocol)) complaints.push(`asks for ${asked.href}`);
    });
    return page;
  }

  async function openBoard(options?: Parameters<Browser["newContext"]>[0]): Promise<Page> {
    const page = await open(options);
    await page.goto(`${url}/board`);
    await page.getByLabel("Key of the organization").fill(clinic.demo.keys.credentials["organization"]?.token ?? "");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  const cookiesOf = async (context: BrowserContext) => context.cookies(`${url}/board`);

  it("lets in by the keyboard alone, keeps the key from scripts, and lets out again", async () => {
    const page = await openBoard();
    const [cookie] = await cookiesOf(page.context());
    expect(cookie).toMatchObject({ name: "servicialo_board", httpOnly: true, sameSite: "Strict", path: "/board" });
    expect(await page.evaluate("document.cookie")).toBe("");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.getByRole("button", { name: "Log out" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Key of the organization").waitFor();
    expect(await cookiesOf(page.context())).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("says in the page that a key opens nothing", async () => {
    const page = await open();
    await page.goto(`${url}/board/login`);
    await page.getByLabel("Key of the organization").fill("svk_of_nobody");
    await page.getByRole("button", { name: "Open the board" }).click();
    expect(await page.getByRole("alert").textContent()).toBe("This key does not open the board.");
    // The browser itself complains of the status.
    expect(complaints.splice(0)).toEqual([expect.stringContaining("401")]);
  });

  it("shows today's sessions by state, and one by one", async () => {
    const page = await openBoard();
    expect(await page.locator(".sessions tbody tr").count()).toBe(STATES.length);
    await page
      .getByRole("navigation", { name: "States" })
      .getByRole("link", { name: /in progress/ })
      .click();
    expect(await page.locator(".sessions tbody tr").count()).toBe(1);
    await page.goto(`${url}/board/sessions/${verified}`);
    expect(await page.getByRole("region", { name: "Timeline" }).getByRole("listitem").count()).toBeGreaterThan(8);
    await page.getByRole("link", { name: "Open the evidence" }).click();
    expect(await page.getByRole("note").textContent()).toContain("was recorded");
    expect(complaints).toEqual([]);
  });

  it("keeps itself up to date, and stops when it is told to", async () => {
    const page = await openBoard();
    const confirmed = await page
      .locator(".sessions tbody tr", { hasText: "confirmed" })
      .getByRole("link")
      .getAttribute("id");
    await clinic.call("organization", "scheduling.cancel", { session_id: confirmed?.slice(2) ?? "" });
    await page.locator(`tr:has(#${confirmed}) .state-cancelled`).waitFor({ timeout: 15_000 });
    expect(await page.getByRole("status").textContent()).toMatch(/^Changed at /);
    await page.getByRole("button", { name: "Pause updates" }).click();
    expect(await page.getByRole("status").textContent()).toMatch(/^Paused at /);
    expect(complaints).toEqual([]);
  });

  it.each([
    ["desktop", DESKTOP, "light"],
    ["phone", PHONE, "dark"],
    ["desktop-dark", DESKTOP, "dark"],
    ["phone-light", PHONE, "light"],
  ] as const)(
    "fits, and is readable: %s",
    async (name, viewport, colorScheme) => {
      const login = await open({ viewport, colorScheme });
      await login.goto(`${url}/board/login`);
      const page = await openBoard({ viewport, colorScheme });
      for (const path of ["/board", `/board/sessions/${verified}`, `/board/sessions/${verified}/evidence`, null]) {
        const shown = path === null ? login : page;
        if (path !== null) await page.goto(`${url}${path}`);
        await picture(shown, `${name}${(path ?? "/login").replace(verified, "one").replaceAll("/", "-")}`);
        expect(
          await shown.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
          `${path}`,
        ).toBeLessThanOrEqual(0);
        expect(await shown.evaluate(POOR_CONTRAST), `${path}`).toEqual([]);
        expect(await shown.evaluate("document.documentElement.lang")).toBe("en");
        for (const landmark of ["banner", "main"] as const) expect(await shown.getByRole(landmark).count()).toBe(1);
        const levels = await shown.locator("h1, h2, h3").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
        expect(levels.filter((level) => level === 1).length).toBe(1);
        for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
        const unlabelled = "input:not([hidden])";
        const inputs = await shown
          .locator(unlabelled)
          .evaluateAll(
            (all) => all.filter((one) => !(one as unknown as { labels: { length: number } }).labels.length).length,
          );
        expect(inputs).toBe(0);
      }
      expect(complaints).toEqual([]);
    },
    40_000,
  );

  it("shows the API reference of every operation, and asks nobody but the node", async () => {
    const page = await open();
    await page.goto(`${url}/docs`);
    await page.getByRole("heading", { name: "Servicialo", exact: true }).waitFor({ timeout: 30_000 });
    await page.getByText("/sessions/{session_id}/documentation").first().waitFor({ timeout: 30_000 });
    await picture(page, "docs");
    expect(complaints).toEqual([]);
  }, 60_000);
});

import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolModel } from "../../ir/model.ts";
import { protocolArtefacts } from "../../testing/protocol.ts";
import type { GeneratedFile } from "../generated-file.ts";
import { Book } from "./book.ts";
import { html, join, prose } from "./html.ts";
import { printReference } from "./index.ts";
import { CASES_HREF, judgedIn } from "./judged.ts";

const LIMIT_BYTES = 2_000_000;

let models: readonly ProtocolModel[];

beforeAll(async () => {
  ({ models } = await protocolArtefacts());
});

const decoded = (attribute: string) => attribute.replaceAll("&#39;", "'").replaceAll("&amp;", "&");

/** Names of pages with the ids on them. */
function idsByPage(files: readonly GeneratedFile[]): Map<string, string[]> {
  const pages = files.filter(({ path }) => path.endsWith(".html"));
  return new Map(
    pages.map(({ path, content }) => [
      path.slice(path.lastIndexOf("/") + 1),
      [...content.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => decoded(id)),
    ]),
  );
}

describe("the reference", () => {
  it("has a place for everything that the protocol says", () => {
    for (const model of models) {
      const pages = idsByPage(printReference(model));
      const book = new Book(model);
      const targets = [
        ...model.operations.map(({ id }) => `operation ${id}`),
        ...model.definitions.map(({ name }) => `object ${name}`),
        ...model.definitions.flatMap(({ name, schema }) =>
          schema.kind === "object" ? schema.properties.map((property) => `property ${name}.${property.name}`) : [],
        ),
        ...model.definitions.flatMap(({ name, members }) => members.map(({ value }) => `value ${name}.${value}`)),
        ...model.machines.map(({ name }) => `machine ${name}`),
        ...model.machines.flatMap(({ name, states }) => states.map((state) => `state ${name}.${state.name}`)),
        ...model.machines.flatMap(({ moves }) => moves.map(({ id }) => `move ${id}`)),
        ...model.scopes.map(({ name }) => `scope ${name}`),
        ...model.errors.map(({ code }) => `error ${code}`),
        ...model.evidenceKinds.map(({ vertical, name }) => `evidence-kind ${vertical}.${name}`),
        ...model.requirements.map(({ id }) => `requirement ${id}`),
        ...model.errata.map(({ id }) => `erratum ${id}`),
      ];
      for (const target of targets) {
        const [page = "", anchor = ""] = book.href(target)?.split("#") ?? [];
        expect(pages.get(page), target).toContain(anchor);
      }
    }
  });

  it("links only to places that exist, and to nothing outside of it but cases", () => {
    for (const model of models) {
      const files = printReference(model);
      const pages = idsByPage(files);
      const names = new Set(files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)));
      for (const { path, content } of files.filter((file) => file.path.endsWith(".html"))) {
        const own = path.slice(path.lastIndexOf("/") + 1);
        for (const [, attribute = ""] of content.matchAll(/ (?:href|src)="([^"]*)"/g)) {
          const address = decoded(attribute);
          if (address === "data:,") continue;
          if (address.startsWith(`${CASES_HREF}/`)) {
            const file = new URL(address, new URL("../../../../schema/reference/0.8/", import.meta.url));
            expect(existsSync(file), `${own} links to ${address}`).toBe(true);
            continue;
          }
          const [page = "", anchor] = address.split("#");
          expect(names.has(page === "" ? own : page), `${own} links to ${address}`).toBe(true);
          if (anchor !== undefined)
            expect(pages.get(page === "" ? own : page), `${own} links to ${address}`).toContain(anchor);
        }
      }
    }
  });

  it("has no id twice on a page", () => {
    for (const model of models) {
      for (const [page, ids] of idsByPage(printReference(model))) {
        expect(ids.length - new Set(ids).size, page).toBe(0);
      }
    }
  });

  it("leads from every requirement to what it applies to, and back", () => {
    for (const model of models) {
      const files = printReference(model);
      const requirements = files.find(({ path }) => path.endsWith("/requirements.html"))?.content ?? "";
      const book = new Book(model);
      for (const { id, appliesTo } of model.requirements) {
        for (const target of appliesTo) {
          const href = book.href(target);
          if (href === undefined) continue;
          expect(requirements).toContain(html`href="${href}"`.text);
          const page = files.find(({ path }) => path.endsWith(`/${href.split("#")[0]}`))?.content ?? "";
          expect(page, `${target} names ${id}`).toContain(`href="requirements.html#${id}"`);
        }
      }
    }
  });

  it("leads from every requirement to the case that judges it, or says why none does", () => {
    const certified = models.filter(({ version }) => judgedIn(version).cases.size > 0);
    expect(certified.map(({ version }) => version)).toContain("0.8");
    for (const model of certified) {
      const page = printReference(model).find(({ path }) => path.endsWith("/requirements.html"))?.content ?? "";
      const { excluded } = judgedIn(model.version);
      for (const { id, area } of model.requirements) {
        const article = page.split(`<article id="${id}">`)[1]?.split("</article>")[0] ?? "";
        const says = excluded.has(id) ? "<dt>Case</dt><dd>none: " : `${CASES_HREF}/${area}/${id.toLowerCase()}.case.ts`;
        expect(article, id).toContain(says);
      }
    }
  });

  it("stays small enough to be read from a phone", () => {
    for (const model of models) {
      const bytes = printReference(model).map(({ content }) => Buffer.byteLength(content));
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT_BYTES);
      expect(Math.max(...bytes)).toBeLessThan(LIMIT_BYTES / 5);
    }
  });
});

describe("a template", () => {
  it("escapes what is no HTML", () => {
    const text = `<script>alert("x's")</script> & more`;
    expect(html`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&#39;s&quot;)&lt;/script&gt; &amp; more">&lt;script&gt;alert(&quot;x&#39;s&quot;)&lt;/script&gt; &amp; more</p>',
    );
    expect(prose("a `b<c` d").text).toBe("a <code>b&lt;c</code> d");
    expect(html`${[null, false, undefined, 0, join(["a", html`<b>b</b>`], " & ")]}`.text).toBe("0a &amp; <b>b</b>");
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EXIT } from "../exit-code.ts";
import {
  type Answer,
  a2aCardOf,
  agentCardOf,
  answering,
  type CardServer,
  openCardServer,
  serving,
} from "../testing/card-server.ts";
import { deadAddress } from "../testing/null-targets.ts";
import { type CardReport, exitCodeOfCard, gradeCard } from "./grade-card.ts";
import { printCard } from "./print-card.ts";

const LEVEL_2 = "/api/servicialo/your-organization/.well-known/agent.json";
const A2A = "/.well-known/agent-card.json";

let server: CardServer;
beforeAll(async () => {
  server = await openCardServer();
});
afterAll(() => server.close());
beforeEach(() => server.answers.clear());

const grade = (path: string, token: string | null = null) =>
  gradeCard({ url: `${server.url}${path}`, timeoutMs: 2000, token });

/** Grades what is served at the usual place of a level 2 card. */
async function gradeAt(path: string, answer: Answer): Promise<CardReport> {
  server.answers.set(path, answer);
  return grade(path);
}

const idsWith = ({ points }: CardReport, outcome: string) =>
  points.filter((point) => point.outcome === outcome).map(({ id }) => id);

type Json = Record<string, unknown>;
const inside = (card: Json, member: string, changes: Json): Json => ({
  ...card,
  [member]: { ...(card[member] as Json), ...changes },
});

describe("a good card", () => {
  it.each([
    ["servicialo", LEVEL_2, agentCardOf],
    ["a2a", A2A, a2aCardOf],
  ] as const)("of kind %s has a full score, and every point passed", async (kind, path, card) => {
    const report = await gradeAt(path, serving(card(server)));
    expect(report.kind).toBe(kind);
    expect(idsWith(report, "failed")).toEqual([]);
    expect(idsWith(report, "unverified")).toEqual([]);
    expect(report.score).toBe(100);
    expect(exitCodeOfCard(report)).toBe(EXIT.reached);
  });

  it("is told apart by what it is, not by where it stands", async () => {
    expect((await gradeAt(LEVEL_2, serving(a2aCardOf(server)))).kind).toBe("a2a");
    expect((await gradeAt(A2A, serving(agentCardOf(server)))).kind).toBe("servicialo");
    const both = { ...a2aCardOf(server), ...agentCardOf(server) };
    expect((await gradeAt(LEVEL_2, serving(both))).kind).toBe("servicialo");
  });
});

/** How a level 2 card is spoilt, and the points that it loses by it. */
const SPOILT: readonly (readonly [string, (card: Json) => Json, readonly string[]])[] = [
  [
    "a state of version 0.10",
    (card) =>
      inside(card, "capabilities", {
        lifecycle_states: [
          "requested",
          "scheduled",
          "confirmed",
          "in_progress",
          "completed",
          "documented",
          "charged",
          "verified",
        ],
      }),
    ["schema.valid", "skills.states"],
  ],
  [
    "two exception flows",
    (card) => inside(card, "capabilities", { exception_flows: ["cancellation", "no_show"] }),
    ["schema.valid", "skills.exception_flows"],
  ],
  ["no organization", ({ organization: _, ...card }) => card, ["schema.valid"]],
  ["a version of its own", (card) => ({ ...card, version: "1.0.0" }), ["schema.version"]],
  ["no services", (card) => ({ ...card, services: [], providers: [] }), ["skills.services"]],
  [
    "a provider of unknown services",
    (card) => ({ ...card, providers: [{ id: "p", name: "P", services: ["nobody"] }] }),
    ["skills.providers"],
  ],
  ["no authentication", ({ authentication: _, ...card }) => card, ["schema.valid", "auth.declared"]],
  [
    "an unknown scope",
    (card) => inside(card, "authentication", { scopes: ["everything:write"] }),
    ["schema.valid", "auth.scopes"],
  ],
  [
    "more public tools than tools",
    (card) => inside(card, "authentication", { public_tools_count: 9, authenticated_tools_count: 3 }),
    ["auth.scopes"],
  ],
  ["no endpoint", (card) => ({ ...card, endpoints: {} }), ["schema.valid", "endpoints.named"]],
  [
    "an endpoint over plain HTTP",
    (card) => ({ ...card, endpoints: { booking: "http://192.0.2.1.invalid/book", a2a: `${server.url}/a2a` } }),
    ["endpoints.transport", "endpoints.booking"],
  ],
  [
    "an endpoint that is not there",
    (card) => inside(card, "endpoints", { mcp: `${server.url}/nowhere` }),
    ["endpoints.mcp"],
  ],
  [
    "an endpoint of another kind",
    (card) => inside(card, "endpoints", { a2a: `${server.url}/servicialo/v1/manifest` }),
    ["endpoints.a2a"],
  ],
  [
    "an endpoint that is no address",
    (card) => inside(card, "endpoints", { a2a: "urn:agent" }),
    ["endpoints.transport", "endpoints.a2a"],
  ],
];

describe("a broken level 2 card", () => {
  it.each(SPOILT)("with %s loses those points, and no others", async (_what, spoil, lost) => {
    const report = await gradeAt(LEVEL_2, serving(spoil(agentCardOf(server))));
    expect(idsWith(report, "failed")).toEqual(lost);
    expect(report.score).toBeLessThan(100);
    const mandatory = report.points.some(({ outcome, keyword }) => outcome === "failed" && keyword === "MUST");
    expect(exitCodeOfCard(report) === EXIT.failed).toBe(mandatory);
    for (const point of report.points) expect(point.mend === null).toBe(point.outcome === "passed");
  });

  it("loses points for a node that lets strangers in, or speaks another version", async () => {
    const json = { "content-type": "application/json" };
    server.answers.set("/servicialo/v1/payments/status", answering(200, json, "{}"));
    server.answers.set("/servicialo/v1/manifest", answering(200, json, '{"protocol_version":"0.10.1"}'));
    const report = await gradeAt(LEVEL_2, serving(agentCardOf(server)));
    expect(idsWith(report, "failed")).toEqual(["auth.enforced", "endpoints.rest"]);
    expect(report.points.find(({ id }) => id === "endpoints.rest")?.got).toContain("protocol 0.10");
  });
});

describe("a broken A2A card", () => {
  it.each<[string, Json, string[]]>([
    [
      "skills of tools",
      { skills: [{ id: "scheduling_book", name: "Book", description: "Books.", tags: ["x"] }] },
      ["skills.task_types"],
    ],
    [
      "skills twice",
      {
        skills: [
          { id: "a", name: "A" },
          { id: "a", name: "B" },
        ],
      },
      ["skills.present", "skills.task_types", "skills.described"],
    ],
    ["no skills", { skills: [] }, ["skills.present", "skills.task_types", "skills.described"]],
    ["no version of A2A", { protocolVersion: undefined }, ["schema.version"]],
    ["no schemes", { securitySchemes: undefined }, ["auth.declared"]],
    [
      "a scheme that it does not describe",
      { securityRequirements: [{ schemes: { oauth: { list: [] } } }] },
      ["auth.requirements"],
    ],
    ["no address", { url: undefined }, ["schema.valid", "endpoints.named"]],
  ])("with %s loses those points, and no others", async (_what, changes, lost) => {
    const report = await gradeAt(A2A, serving(a2aCardOf(server, changes)));
    expect(report.kind).toBe("a2a");
    expect(idsWith(report, "failed")).toEqual(lost);
  });
});

describe("a card that is served badly", () => {
  it.each<[string, (card: unknown) => Answer, string[]]>([
    [
      "with the media type of the profile",
      (card) => serving(card, { "content-type": "application/vnd.api+json" }),
      ["reachability.media_type"],
    ],
    ["never to be kept", (card) => serving(card, { "cache-control": "no-store" }), ["freshness.cache_control"]],
    [
      "to be kept for a day",
      (card) => serving(card, { "cache-control": "public, max-age=86400" }),
      ["freshness.cache_control"],
    ],
    [
      "without a tag",
      (card) =>
        answering(200, { "content-type": "application/json", "cache-control": "max-age=300" }, JSON.stringify(card)),
      ["freshness.validator", "freshness.not_modified"],
    ],
    [
      "in full to those who have it",
      (card) =>
        answering(
          200,
          { "content-type": "application/json", "cache-control": "max-age=300", etag: '"1"' },
          JSON.stringify(card),
        ),
      ["freshness.not_modified"],
    ],
  ])("%s loses those points, and no others", async (_what, answer, lost) => {
    const report = await gradeAt(LEVEL_2, answer(agentCardOf(server)));
    expect(idsWith(report, "failed")).toEqual(lost);
  });

  it("is not found where its readers do not look", async () => {
    const report = await gradeAt("/cards/mine", serving(agentCardOf(server)));
    expect(idsWith(report, "failed")).toEqual(["reachability.place"]);
  });

  it("after a detour is not followed, and is told where the detour leads", async () => {
    const report = await gradeAt(LEVEL_2, answering(302, { location: "https://elsewhere.example/agent.json" }));
    const status = report.points.find(({ id }) => id === "reachability.status");
    expect(status).toMatchObject({
      outcome: "failed",
      mend: expect.stringContaining("https://elsewhere.example/agent.json"),
    });
    expect(exitCodeOfCard(report)).toBe(EXIT.failed);
  });

  it.each<[string, Answer]>([
    ["a page", answering(200, { "content-type": "text/html" }, "<!doctype html>")],
    ["an envelope", serving({ data: [] })],
    ["a list", serving([])],
    ["nothing of the kind", answering(404)],
    ["a fault", answering(500, {}, "oops")],
  ])("that is %s earns next to nothing", async (_what, answer) => {
    const report = await gradeAt(LEVEL_2, answer);
    expect(report.score).toBeLessThan(50);
    expect(exitCodeOfCard(report)).toBe(EXIT.failed);
  });
});

describe("a card that asks for a credential", () => {
  const guarded: Answer = (request, response) => {
    if (request.headers.authorization === "Bearer secret-token") return undefined;
    return answering(401, { "www-authenticate": "Bearer" })(request, response);
  };
  beforeEach(() => {
    const card = serving(agentCardOf(server));
    server.answers.set(LEVEL_2, (request, response) => guarded(request, response) ?? card(request, response));
  });

  it("is not verified without one, and neither passed nor failed", async () => {
    const report = await grade(LEVEL_2);
    expect(idsWith(report, "failed")).toEqual([]);
    expect(exitCodeOfCard(report)).toBe(EXIT.incomplete);
  });

  it("is graded with one, which stands nowhere in the report", async () => {
    const report = await grade(LEVEL_2, "secret-token");
    expect(report.score).toBe(100);
    expect(JSON.stringify(report) + printCard(report, false)).not.toContain("secret-token");
  });
});

describe("an address without a card", () => {
  it("at which nothing answers is unreachable, and has no score", async () => {
    const report = await gradeCard({ url: `${await deadAddress()}/x`, timeoutMs: 500, token: null });
    expect(report).toMatchObject({ score: null, points: [] });
    expect(report.unreachable).toContain("nothing listens");
    expect(exitCodeOfCard(report)).toBe(EXIT.usageOrSuite);
  });

  it("that keeps silent is unreachable, too", async () => {
    server.answers.set(LEVEL_2, () => true);
    const report = await gradeCard({ url: `${server.url}${LEVEL_2}`, timeoutMs: 200, token: null });
    expect(report.unreachable).not.toBeNull();
  });

  it.each(["nonsense", "ftp://node.example/card", ""])("such as %j is refused", async (url) => {
    await expect(gradeCard({ url, timeoutMs: 500, token: null })).rejects.toThrow(/no address of a card/);
  });
});

describe("the printed report", () => {
  it("says of each point that failed what was got, what is expected and what to mend", async () => {
    const report = await gradeAt(
      LEVEL_2,
      serving(inside(agentCardOf(server), "endpoints", { mcp: `${server.url}/nowhere` })),
    );
    const text = printCard(report, false);
    expect(text).toContain("Servicialo agent card (level 2) at");
    expect(text).toMatch(
      /FAIL {2}mcp answers {2}MUST, SVC-CARD-003\n +got +404 application\/json\n +expected +.+\n +mend +.+/,
    );
    expect(text).toMatch(/Score 9\d of 100\n1 MUST and 0 SHOULD failed/);
  });
});

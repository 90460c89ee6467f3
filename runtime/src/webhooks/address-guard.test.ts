import type { LookupAddress } from "node:dns";
import { afterEach, describe, expect, it } from "vitest";
import { openReceiver, type Receiver } from "../testing/receiver.ts";
import { guardedLookup, isInternalAddress, namesInternalHost } from "./address-guard.ts";
import { EventPoster } from "./post-event.ts";

const never = new AbortController().signal;

/** A name server that knows one name, and says this. */
const answering = (...addresses: string[]) =>
  ((_host: string, _options: object, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as never;

const lookUp = (resolve: never, all: boolean) =>
  new Promise<unknown>((done) => {
    guardedLookup(resolve)("hooks.example", { all }, (error, address) => done(error?.message ?? address));
  });

describe("an address", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "not an address",
  ])("%s is no target", (address) => {
    expect(isInternalAddress(address)).toBe(true);
  });

  it.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "169.253.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])(
    "%s is one",
    (address) => {
      expect(isInternalAddress(address)).toBe(false);
    },
  );

  it.each([
    "https://127.0.0.1/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://localhost:8080/x",
    "https://LOCALHOST./x",
    "https://a.localhost/x",
    "https://[::1]/x",
    "https://192.168.0.7/x",
  ])("is seen in %s", (url) => {
    expect(namesInternalHost(url)).toBe(true);
  });

  it("is not guessed from a name", () => {
    expect(namesInternalHost("https://localhost.example.com/x")).toBe(false);
  });
});

describe("a name", () => {
  it("leads to the addresses that were looked at", async () => {
    expect(await lookUp(answering("8.8.8.8", "2606:4700::1111"), true)).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ]);
    expect(await lookUp(answering("8.8.8.8"), false)).toBe("8.8.8.8");
  });

  it("is refused when one of its addresses is internal, or it has none", async () => {
    for (const addresses of [["10.0.0.1"], ["8.8.8.8", "::ffff:10.0.0.1"], []]) {
      expect(await lookUp(answering(...addresses), true)).toContain("public addresses only");
    }
  });
});

describe("posting an event", () => {
  let receiver: Receiver | undefined;
  const posters: EventPoster[] = [];
  const posterWith = (options: ConstructorParameters<typeof EventPoster>[0]) => {
    const poster = new EventPoster(options);
    posters.push(poster);
    return poster;
  };
  afterEach(async () => {
    await receiver?.close();
    for (const poster of posters.splice(0)) await poster.close();
  });

  it("never reaches an internal address, by number or by a name that leads there", async () => {
    receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    const poster = posterWith({ allowPrivate: false, resolve: answering("127.0.0.1") });
    for (const host of ["127.0.0.1", "2130706433", "localhost", "hooks.example"]) {
      const answer = await poster.post(`http://${host}:${port}/`, {}, "{}", never);
      expect(answer).toMatchObject({ status: null, text: expect.stringContaining("public addresses only") });
    }
    expect(receiver.received).toEqual([]);
  });

  it("does not follow a redirect, and keeps 2,000 characters of an answer", async () => {
    receiver = await openReceiver();
    const poster = posterWith({ allowPrivate: true });
    receiver.answer = { status: 302, headers: { location: receiver.url } };
    expect((await poster.post(receiver.url, {}, "{}", never)).status).toBe(302);
    expect(receiver.received).toHaveLength(1);
    receiver.answer = { status: 500, body: "ñ".repeat(300_000) };
    expect(await poster.post(receiver.url, {}, "{}", never)).toEqual({ status: 500, text: "ñ".repeat(2000) });
  });

  it("tells a broken connection from an answer", async () => {
    receiver = await openReceiver();
    receiver.answer = { status: 200, hangUp: true };
    const answer = await posterWith({ allowPrivate: true }).post(receiver.url, {}, "{}", never);
    expect(answer.status).toBeNull();
    expect(answer.text).not.toBe("");
  });
});

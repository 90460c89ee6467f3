import { TownCaller } from "../load/town-caller.ts";
import type { Town } from "../town/plant.ts";
import type { Asked, BookerTask } from "./bookers.ts";

/** A client in a process of its own: sends everything that it is told at once, and tells what came of each. */
let caller: TownCaller | undefined;

process.on("message", (message: { town: Town } | BookerTask) => {
  if ("town" in message) {
    caller = new TownCaller(message.town);
    return;
  }
  void answerAll(message);
});

process.on("disconnect", () => process.exit(0));

async function answerAll({ task, asks }: BookerTask): Promise<void> {
  const outcomes = await Promise.all(asks.map(answer));
  process.send?.({ task, outcomes });
}

async function answer({ url, ...ask }: Asked) {
  try {
    const answered = await caller?.call(url, ask);
    if (!answered) throw new Error("No town was told.");
    const { status, code, text } = answered;
    return { status, code, text };
  } catch (error) {
    return { status: 0, code: "NO_ANSWER", text: String((error as Error).cause ?? error) };
  }
}

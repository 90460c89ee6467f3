import { AsyncLocalStorage } from "node:async_hooks";

/** By which door a call came to the operations. */
export type Door = "http" | "mcp" | "a2a" | "adapter" | "board";

const doors = new AsyncLocalStorage<Door>();

/** Runs what a door does on behalf of its caller; the HTTP door behind it learns whose request it answers. */
export function throughDoor<Result>(door: Door, work: () => Result): Result {
  return doors.run(door, work);
}

/** The door that the present request came by; a socket of its own is the HTTP door's. */
export function currentDoor(): Door {
  return doors.getStore() ?? "http";
}

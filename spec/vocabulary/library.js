// The TypeSpec compiler loads only .js; Node strips the types of what this re-exports.
export * from "./index.ts";

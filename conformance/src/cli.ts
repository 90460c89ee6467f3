#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// What one run has compiled, the next one need not. It has to be said before anything else is loaded.
enableCompileCache();
await import("./command-line.ts");

import { defineConfig } from "vitest/config";
import { FLOOR } from "./build/floor.ts";
import { readers } from "./build/readers.ts";

export default defineConfig({ plugins: [readers(false, FLOOR)], test: { include: ["src/**/*.test.ts", "build/**/*.test.ts"], environment: "node" } });

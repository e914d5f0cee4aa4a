import { defineConfig } from "vitest/config";

/** Journeys and walls: they need the built pages. Two files at a time, because each brings a server and a browser. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    environment: "node",
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
    globalSetup: ["src/platform/testing/global-setup.ts"],
  },
});

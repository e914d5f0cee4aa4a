import { globSync, readFileSync } from "node:fs";

/** Pages are entered by their route, which names the file in words. */
const routed = globSync("src/**/{routes,pages}.ts")
  .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\bpage\(\s*"[^"]*",\s*"([^"]+)"/g)].map(([, page]) => `src/${page}`));

export default {
  entry: [
    "bin/*.ts", "bin/suite/run-suite.ts", "bin/checks/{run-checks,mend-lockfile}.ts", "bin/run/follow-parent.mjs",
    "src/app/{cli,routes}.ts", "src/app/{root,entry.client,entry.server}.tsx", ...routed,
    "e2e/**/*.test.ts", "e2e/vitest.config.ts", "bench/*.ts",
  ],
  project: ["src/**/*.{ts,tsx}", "bin/**/*.{ts,mjs}", "e2e/**/*.ts", "bench/**/*.ts"],
  // Started by path (bin/suite/steps.ts), or read by dependency-cruiser where it parses.
  ignoreDependencies: ["@swc/core", "axe-core", "dependency-cruiser", "oxlint"],
  ignoreBinaries: ["fc-list", "apt-get"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // A door shows its types whether or not a neighbour writes them down.
  ignoreIssues: { "src/**/index.ts": ["types"], "**/*.generated.ts": ["types"] },
};

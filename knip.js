export default {
  entry: [
    "bin/*.ts", "bin/suite/run-suite.ts", "bin/checks/{run-checks,mend-lockfile}.ts", "bin/run/follow-parent.mjs",
    "src/app/cli.ts",
    "e2e/**/*.test.ts", "e2e/vitest.config.ts", "bench/rounds/*.ts", "bench/*.ts",
  ],
  project: ["src/**/*.{ts,tsx}", "bin/**/*.{ts,mjs}", "e2e/**/*.ts", "bench/**/*.ts"],
  // Started by path (bin/suite/steps.ts), or read by dependency-cruiser where it parses; the font is found by its place (render-pdf.ts).
  ignoreDependencies: ["@swc/core", "axe-core", "dependency-cruiser", "oxlint", "@expo-google-fonts/noto-sans-sc"],
  ignoreBinaries: ["fc-list", "apt-get"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // A door shows its types whether or not a neighbour writes them down.
  ignoreIssues: { "src/**/index.ts": ["types"], "**/*.generated.ts": ["types"] },
};

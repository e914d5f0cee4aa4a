import { chmod, mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { mendLinks, readyPrograms } from "./ready-programs.ts";

async function aPackage(): Promise<{ top: string; native: string }> {
  const top = await realpath(await mkdtemp(join(tmpdir(), "linli-programs-")));
  onTestFinished(() => rm(top, { recursive: true }));
  const native = join(top, "closed", "native");
  for (const folder of ["bin", "lib", "share/postgresql"]) await mkdir(join(native, folder), { recursive: true });
  await writeFile(join(native, "bin", "postgres"), "program", { mode: 0o700 });
  await writeFile(join(native, "lib", "libx.so.1"), "library", { mode: 0o600 });
  await writeFile(join(native, "pg-symlinks.json"), JSON.stringify([{ source: "native/lib/libx.so.1", target: "native/lib/libx.so" }]));
  await mkdir(join(top, "data"));
  return { top, native };
}

test("the links npm dropped are made, and making them again does no harm", async () => {
  const { native } = await aPackage();
  expect(await mendLinks(native)).toBe(true);
  expect(await mendLinks(native)).toBe(true);
  expect(await readFile(join(native, "lib", "libx.so"), "utf8")).toBe("library");
});

test("programs are used where they lie when we run them ourselves", async () => {
  const { top, native } = await aPackage();
  const programs = { binFolder: join(native, "bin"), major: 18, package: { nativeFolder: native, version: "18.4" } };
  expect(await readyPrograms(programs, join(top, "data"), undefined)).toBe(programs.binFolder);
});

test("several starts at once make one copy, in the place they share", async () => {
  const { top, native } = await aPackage();
  await chmod(join(top, "closed"), 0o700);
  await chmod(top, 0o755);
  const programs = { binFolder: join(native, "bin"), major: 18, package: { nativeFolder: native, version: "18.4" } };
  const ready = () => readyPrograms(programs, join(top, "data"), { uid: 3_000_000, gid: 3_000_000 }, [join(top, "shared")]);
  expect(new Set(await Promise.all([ready(), ready(), ready()]))).toEqual(new Set([join(top, "shared", "postgresql-18.4", "bin")]));
  expect(await readdir(join(top, "shared"))).toEqual(["postgresql-18.4"]);
});

test("programs another account cannot reach are copied beside the data, readable", async () => {
  const { top, native } = await aPackage();
  await chmod(join(top, "closed"), 0o700);
  await chmod(top, 0o755);
  const programs = { binFolder: join(native, "bin"), major: 18, package: { nativeFolder: native, version: "18.4" } };
  const bin = await readyPrograms(programs, join(top, "data"), { uid: 3_000_000, gid: 3_000_000 }, []);
  expect(bin).toBe(join(top, "data", "postgresql-18.4", "bin"));
  expect((await stat(join(bin, "postgres"))).mode & 0o777).toBe(0o755);
  expect(await readFile(join(bin, "..", "lib", "libx.so"), "utf8")).toBe("library");
});

import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canEnter, pickAccount } from "./account.ts";

const NOBODY = "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin";

test("prefers an account of its own, then the database's, then nobody", () => {
  expect(pickAccount(`root:x:0:0::/root:/bin/sh\n${NOBODY}\npostgres:x:101:104::/:/bin/sh`)).toEqual({ uid: 101, gid: 104 });
  expect(pickAccount(`${NOBODY}\nlinli:x:7:8::/:/bin/sh`)).toEqual({ uid: 7, gid: 8 });
  expect(pickAccount("nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false")).toEqual({ uid: 4294967294, gid: 4294967294 });
});

test("never takes root for an answer", () => {
  expect(() => pickAccount("root:x:0:0::/root:/bin/sh\nnobody:x:0:0::/:/bin/sh")).toThrow(/useradd.*\n.*useradd/s);
});

test("a closed folder on the way keeps another account out", async () => {
  const top = await mkdtemp(join(tmpdir(), "linli-enter-"));
  onTestFinished(() => rm(top, { recursive: true }));
  await mkdir(join(top, "inner"));
  const stranger = { uid: 3_000_000, gid: 3_000_000 };
  await chmod(top, 0o711);
  expect(await canEnter(stranger, join(top, "inner"))).toBe(true);
  await chmod(top, 0o700);
  expect(await canEnter(stranger, join(top, "inner"))).toBe(false);
  expect(await canEnter(undefined, join(top, "inner"))).toBe(true);
});

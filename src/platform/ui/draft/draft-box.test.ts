import { expect, test } from "vitest";
import fc from "fast-check";
import { importDraftKey, keyTag, openDraft, sealDraft, type Draft } from "./draft-box.ts";

const keyOf = (sign: string) => btoa(sign.repeat(32));
const [MINE, YOURS] = [keyOf("a"), keyOf("b")];
const aDraft = (note: string): Draft => ({ fields: { note: [note] }, savedAt: "2026-11-21T06:30:00Z", basis: "7" });

test("what was typed comes back sign for sign", async () => {
  const key = await importDraftKey(MINE);
  await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (note) => {
    expect(await openDraft(key, "visit/1", await sealDraft(key, "visit/1", aDraft(note)))).toEqual(aDraft(note));
  }), { numRuns: 30 });
});

test("another account cannot open it", async () => {
  const sealed = await sealDraft(await importDraftKey(MINE), "visit/1", aDraft("打了半小时球"));
  expect(await openDraft(await importDraftKey(YOURS), "visit/1", sealed)).toBeUndefined();
});

test("it never fills another record", async () => {
  const key = await importDraftKey(MINE);
  const sealed = await sealDraft(key, "visit/1", aDraft("打了半小时球"));
  expect(await openDraft(key, "visit/2", sealed)).toBeUndefined();
});

test("a damaged draft is no draft", async () => {
  const key = await importDraftKey(MINE);
  expect(await openDraft(key, "visit/1", "%%%")).toBeUndefined();
  expect(await openDraft(key, "visit/1", btoa("short"))).toBeUndefined();
});

test("what is stored shows neither words nor key", async () => {
  const sealed = await sealDraft(await importDraftKey(MINE), "visit/1", aDraft("secret words"));
  expect(atob(sealed)).not.toContain("secret");
  expect(MINE).not.toContain(await keyTag(MINE));
  expect(await keyTag(MINE)).not.toBe(await keyTag(YOURS));
});

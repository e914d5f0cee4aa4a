import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { orderedId } from "./ordered-id.ts";

test("ids are whole, all different, and sort by when they were made", async () => {
  const early = Array.from({ length: 1000 }, orderedId);
  await setTimeout(3);
  const late = Array.from({ length: 1000 }, orderedId);
  expect(new Set([...early, ...late]).size).toBe(2000);
  for (const id of early) z.uuidv7().parse(id);
  expect(early.toSorted().at(-1)! < late.toSorted()[0]!).toBe(true);
});

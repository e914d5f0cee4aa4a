import { expect, test } from "vitest";
import { readAdded } from "./added.ts";

const ID = "0191d2a0-0000-7000-8000-000000000001";

test.each([[`add=${ID},${ID.replace("1", "2")}`, 2], ["add=", 0], ["", 0], ["add=x", 0]])("%s names %i", (address, count) => {
  expect(readAdded(new URLSearchParams(address))).toHaveLength(count);
});

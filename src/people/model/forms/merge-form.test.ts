import { expect, test } from "vitest";
import { MergeForm, mergeOfForm } from "./merge-form.ts";

const [a, b] = ["7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a111", "7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a222"];
const formOf = (over: object) => MergeForm.parse({ intent: "merge", otherId: b, survivor: "this", name: "other", sex: "this", ...over }) as Parameters<typeof mergeOfForm>[1];

test("takes from the record that goes what was marked on its side", () => {
  expect(mergeOfForm(a, formOf({ reason: "同一人" }))).toEqual({ survivorId: a, mergedId: b, reason: "同一人", take: ["name"] });
  expect(mergeOfForm(a, formOf({ survivor: "other" }))).toEqual({ survivorId: b, mergedId: a, reason: "", take: ["sex"] });
});

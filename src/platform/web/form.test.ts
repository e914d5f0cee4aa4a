import { expect, test } from "vitest";
import { z } from "zod";
import { Refusal } from "../../kernel/refusal.ts";
import { listOf, submit, valuesOf } from "./form.ts";

const post = (fields: [string, string][]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request("http://linli.test/form", { method: "POST", body });
};
const Schema = z.object({ name: z.string(), days: listOf(z.enum(["sat", "sun"])) });

test("a filled form is read, repeated fields as a list", async () => {
  const answer = await submit(post([["name", " 周思佳 "], ["days", "sat"], ["days", "sun"]]), "zh", async ({ read }) => read(Schema));
  expect(answer).toEqual({ name: "周思佳", days: ["sat", "sun"] });
});

test("a missing field comes back in the reader's language with everything typed", async () => {
  const answer = await submit(post([["name", ""], ["days", "sat"]]), "zh", async ({ read }) => read(Schema));
  expect(answer).toMatchObject({ refusal: { kind: "invalid_input", fields: [{ field: "name", reason: "请填写这一项" }] }, values: { days: "sat" } });
});

test("a refusal of the service comes back to the form, a bug does not", async () => {
  const refused = submit(post([["name", "a"]]), "en", async () => { throw new Refusal("conflict", "visit.already_closed"); });
  await expect(refused).resolves.toMatchObject({ refusal: { reason: "visit.already_closed" }, values: { name: "a" } });
  await expect(submit(post([]), "en", async () => { throw new TypeError("bug"); })).rejects.toThrow(TypeError);
});

test("empty texts are left out", () => {
  const data = new FormData();
  data.append("a", "  ");
  data.append("b", "x");
  expect(valuesOf(data)).toEqual({ b: "x" });
});

test("an accepted form tells the device to forget its draft, a refused one does not", async () => {
  const form = () => post([["draft", "visit/1"]]);
  const answer = await submit(form(), "zh", async () => new Response(null, { status: 302, headers: { location: "/" } }));
  expect((answer as Response).headers.get("set-cookie")).toContain("linli_draft_done=visit%2F1");
  expect(await submit(form(), "zh", async () => { throw new Refusal("conflict", "visit.in_future"); })).not.toBeInstanceOf(Response);
});

import { expect, test } from "vitest";
import { readCookie } from "./done-cookie.ts";

test.each([["a=1; linli_draft_done=visit%2F7", "visit/7"], ["linli_draft_done=", undefined], ["xlinli_draft_done=1", undefined], ["", undefined]])("%s says %s", (cookies, formKey) => {
  expect(readCookie(cookies, "linli_draft_done")).toBe(formKey);
});

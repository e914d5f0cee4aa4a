import { expect, test } from "vitest";
import { cursorHref, readSort, sortHref, withoutFilter } from "./search-params.ts";

const at = (query: string) => new URLSearchParams(query);

test("sorting starts again at the first page and keeps the filters", () => {
  expect(sortHref(at("lane=3&after=xyz"), "name")).toBe("?lane=3&sort=name");
});

test("the same column a second time turns round, and a third time back", () => {
  expect(sortHref(at("sort=name"), "name")).toBe("?sort=-name");
  expect(sortHref(at("sort=-name"), "name")).toBe("?sort=name");
});

test("the address says how the list is sorted", () => {
  expect(readSort(at("sort=-age"))).toEqual({ key: "age", direction: "down" });
  expect(readSort(at(""))).toBeUndefined();
});

test("a page link replaces the other direction", () => {
  expect(cursorHref(at("q=陈&after=a1"), "before", "b2")).toBe("?q=%E9%99%88&before=b2");
});

test("one value of a filter can be taken off", () => {
  expect(withoutFilter(at("lane=1&lane=2&after=q"), "lane", "1")).toBe("?lane=2");
  expect(withoutFilter(at("lane=1&lane=2"), "lane")).toBe("?");
});

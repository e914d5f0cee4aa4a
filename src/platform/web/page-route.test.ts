import { expect, test } from "vitest";
import { needs, open } from "../access/policy.ts";
import { findPage, page, routeId } from "./page-route.ts";

const pages = [page("", "today/pages/home.tsx", needs("today.read")), page("people/:personId", "people/pages/show.tsx", needs("people.read")),
  page("people/new", "people/pages/new.tsx", needs("people.write")), page("join/:slug", "volunteering/pages/join.tsx", open("anyone may offer help"))];

test("an address finds its page by the router's own ranking", () => {
  expect(findPage(pages, "/people/new")?.file).toBe("people/pages/new.tsx");
  expect(findPage(pages, "/people/123")?.file).toBe("people/pages/show.tsx");
  expect(findPage(pages, "/")?.file).toBe("today/pages/home.tsx");
  expect(findPage(pages, "/nowhere")).toBeUndefined();
});

test("a page's id is its file", () => {
  expect(routeId(pages[1]!)).toBe("people/pages/show");
});

import { expect, test } from "vitest";
import { groupNav, isAt, visibleNav, type NavItem } from "./nav.ts";

const ITEMS: NavItem[] = [
  { to: "/", label: "今天", icon: null },
  { to: "/people", label: "居民", icon: null, needs: ["people.read"], group: "工作" },
  { to: "/accounts", label: "账号", icon: null, needs: ["accounts.read", "accounts.write"], group: "机构" },
];

test("an actor sees what any one capability opens", () => {
  expect(visibleNav(ITEMS, new Set(["accounts.write"])).map((item) => item.label)).toEqual(["今天", "账号"]);
});

test.each([["/", "/", true], ["/people", "/", false], ["/people/7", "/people", true], ["/peoples", "/people", false]])("%s at %s: %s", (path, to, at) => {
  expect(isAt(path, to)).toBe(at);
});

test("groups keep their order", () => {
  expect(groupNav(ITEMS).map((group) => group.title)).toEqual([undefined, "工作", "机构"]);
});

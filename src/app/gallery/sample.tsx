import { CalendarDays, ChartColumn, FolderOpen, HandHeart, House, Settings, Sun, UsersRound } from "lucide-react";
import type { NavItem, Place, PlaceShapes, ShellAccount } from "#platform/ui/index.ts";

const icon = { className: "icon", "aria-hidden": true } as const;

/** A made-up worker's places. */
export const NAV: readonly NavItem[] = [
  { to: "/_gallery", label: "今天", icon: <Sun {...icon} />, count: 3, countTone: "late" },
  { to: "/people", label: "居民", icon: <House {...icon} /> },
  { to: "/cases", label: "个案", icon: <FolderOpen {...icon} /> },
  { to: "/volunteers", label: "志愿者", icon: <UsersRound {...icon} />, count: 12 },
  { to: "/pairs", label: "结对", icon: <HandHeart {...icon} /> },
  { to: "/activities", label: "活动", icon: <CalendarDays {...icon} /> },
  { to: "/return", label: "本月报表", icon: <ChartColumn {...icon} /> },
  { to: "/settings", label: "机构设置", icon: <Settings {...icon} />, group: "机构", needs: ["organization.write"] },
];

export const ACCOUNT: ShellAccount = { name: "沈月琴", role: "责任社工", to: "/account" };

export const LONG_NAME = "阿依古丽·买买提明·阿卜杜热合曼（随母姓，曾用名欧阳慕容婉清）";

/** A row of the sample list. */
export interface SamplePerson {
  id: string;
  name: string;
  age: number;
  community: string;
  grade: string;
  contacted: string;
  state: "late" | "due" | "ok" | "calm";
  stateWord: string;
}

export const PEOPLE: readonly SamplePerson[] = [
  { id: "1", name: "陈国庆", age: 27, community: "金沙社区 东里", grade: "肢体 二级", contacted: "11月5日 周四", state: "late", stateWord: "16 天没有见面" },
  { id: "2", name: "周思佳", age: 22, community: "金沙社区 南巷", grade: "智力 三级", contacted: "11月19日 周四", state: "ok", stateWord: "已结对" },
  { id: "3", name: LONG_NAME, age: 31, community: "严家地社区 铁路新村第二家属院北区", grade: "多重 一级", contacted: "2025年12月30日 周二", state: "due", stateWord: "明天到期" },
  { id: "4", name: "杨宇", age: 26, community: "严家地社区", grade: "视力 四级", contacted: "还没有联系", state: "calm", stateWord: "新登记" },
];

const lanes = (code: string, counts: readonly (readonly [string, number])[]): Place[] =>
  counts.map(([name, count], index) => ({ code: `${code}-${index}`, name, count, to: `/people?lane=${code}-${index}` }));

export const PLACES: readonly Place[] = [
  { code: "A", name: "金沙社区", count: 41, to: "/people?community=A", parts: lanes("A", [["东里", 14], ["南巷", 9], ["菜场后街", 3], ["北门", 11], ["河沿", 4], ["新楼", 0]]) },
  { code: "B", name: "严家地社区", count: 38, to: "/people?community=B", parts: lanes("B", [["铁路新村第二家属院", 13], ["纺织厂宿舍", 12], ["三号网格", 8], ["严家巷", 5]]) },
  { code: "C", name: "青石桥社区", count: 26, to: "/people?community=C", parts: lanes("C", [["桥东", 8], ["桥西", 10], ["学堂弄", 6], ["米行街", 2], ["码头", 0]]) },
  { code: "D", name: "望湖社区", count: 0, to: "/people?community=D" },
];

const square = (code: string, lng: number, lat: number, shift: number) => ({
  type: "Feature" as const,
  properties: { code },
  geometry: { type: "Polygon" as const, coordinates: [[[lng, lat], [lng + 0.012, lat + shift], [lng + 0.0135, lat + 0.009], [lng + 0.004, lat + 0.011], [lng, lat]]] },
});

/** Made-up outlines, in nobody's city. */
export const SHAPES: PlaceShapes = {
  type: "FeatureCollection",
  features: [square("A", 100, 20, 0.002), square("B", 100.0145, 20.001, 0.001), square("C", 100.002, 19.986, 0.003), square("D", 100.016, 19.988, 0)],
};

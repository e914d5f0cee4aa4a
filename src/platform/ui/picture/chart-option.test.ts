import { expect, test } from "vitest";
import { chartOption, type ChartContent, type ChartLook } from "./chart-option.ts";

const LOOK: ChartLook = { ink: "#000", soft: "#444", line: "#ccc", card: "#fff", font: "sans-serif", size: 14, colours: ["#0b6b4f", "#1f5b8f"], still: true };
const CONTENT: ChartContent = {
  kind: "stack", title: "每月服务", summary: "十月最多", unit: "人次", categories: ["九月", "十月"],
  series: [{ name: "走访", values: [3, 9] }, { name: "活动", values: [5, 8] }],
};

test("several series are told apart by patterns and by a legend, not by colour alone", () => {
  const option = chartOption(CONTENT, LOOK);
  expect([option.aria.decal.show, option.legend.show]).toEqual([true, true]);
  expect(option.series.map((one) => ("stack" in one ? one.stack : undefined))).toEqual(["all", "all"]);
});

test("the summary is what a screen reader hears", () => {
  expect(chartOption(CONTENT, LOOK).aria.label.description).toBe("每月服务. 十月最多");
});

test("lying bars have their names at the side, first on top", () => {
  expect(chartOption({ ...CONTENT, kind: "lying" }, LOOK).yAxis).toMatchObject({ type: "category", inverse: true });
});

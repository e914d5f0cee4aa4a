import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Language } from "../../i18n/language.ts";
import { chartOption, type ChartContent, type ChartLook } from "./chart-option.ts";

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Draws a chart as SVG; draws it again when its box or the look of the page changes. Gives back how to take it away. */
export function drawChart(target: HTMLElement, content: ChartContent, language: Language): () => void {
  target.style.height ||= "20rem";
  const chart = init(target, null, { renderer: "svg", locale: language === "zh" ? "ZH" : "EN" });
  const draw = () => chart.setOption(chartOption(content, lookOf(target)), true);
  draw();
  const sized = new ResizeObserver(() => chart.resize());
  sized.observe(target);
  const restyled = new MutationObserver(draw);
  restyled.observe(document.documentElement, { attributes: true });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", draw);
  return () => {
    sized.disconnect();
    restyled.disconnect();
    dark.removeEventListener("change", draw);
    chart.dispose();
  };
}

function lookOf(target: HTMLElement): ChartLook {
  const style = getComputedStyle(target);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"), soft: read("--ink-soft"), line: read("--line"), card: read("--card"),
    font: style.fontFamily, size: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875,
    colours: [read("--accent"), read("--calm"), read("--due"), read("--late")],
    still: document.documentElement.dataset["motion"] === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

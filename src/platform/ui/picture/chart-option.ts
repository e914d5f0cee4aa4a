/** What a chart shows. */
export interface ChartContent {
  readonly kind: "bar" | "stack" | "line" | "lying";
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The unit, at the head of the axis of numbers. */
  readonly unit?: string;
  /** One sentence saying what is to be seen, read out in place of the chart. */
  readonly summary: string;
}

/** Colours and sizes taken from the page at the moment of drawing. */
export interface ChartLook {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly card: string;
  readonly font: string;
  /** Size of text in px. */
  readonly size: number;
  readonly colours: readonly string[];
  readonly still: boolean;
}

const STRIPE = { symbol: "rect", color: "rgba(255, 255, 255, 0.34)", dashArrayX: [1, 0] };
/** Patterns of the series, one after the other; the first stays plain. */
const DECALS = [
  { symbol: "none" },
  { ...STRIPE, dashArrayY: [3, 6], rotation: -Math.PI / 4 },
  { ...STRIPE, symbol: "circle", dashArrayX: [[7, 7], [0, 7, 7, 0]], dashArrayY: [7, 0], symbolSize: 0.7 },
  { ...STRIPE, dashArrayY: [2, 5] },
];

/** Options for ECharts: axes quiet, patterns beside colours, the summary as its spoken name. */
export function chartOption(content: ChartContent, look: ChartLook) {
  const text = { color: look.soft, fontSize: look.size, fontFamily: look.font };
  const lying = content.kind === "lying";
  const names = { type: "category" as const, data: [...content.categories], axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false }, axisLabel: text, inverse: lying };
  const numbers = { type: "value" as const, name: content.unit ?? "", nameTextStyle: text, splitLine: { lineStyle: { color: look.line } }, axisLabel: text, minInterval: 1 };
  const many = content.series.length > 1;
  return {
    animation: !look.still,
    aria: { enabled: true, label: { description: `${content.title}. ${content.summary}` }, decal: { show: many && content.kind !== "line", decals: DECALS } },
    color: [...look.colours],
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 16, top: look.size * (many ? 4.6 : 2.4), bottom: 4, containLabel: true },
    legend: { show: many, left: 0, top: 0, textStyle: { ...text, color: look.ink }, itemGap: 20 },
    tooltip: { trigger: "axis" as const, backgroundColor: look.card, borderColor: look.line, textStyle: { ...text, color: look.ink } },
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series: content.series.map((one) => seriesOf(one, content.kind)),
  };
}

function seriesOf(one: ChartContent["series"][number], kind: ChartContent["kind"]) {
  const common = { name: one.name, data: [...one.values] };
  if (kind === "line") return { ...common, type: "line" as const, symbolSize: 8, lineStyle: { width: 3 } };
  const radius = kind === "stack" ? 0 : kind === "lying" ? [0, 5, 5, 0] : [5, 5, 0, 0];
  return { ...common, type: "bar" as const, barMaxWidth: 36, itemStyle: { borderRadius: radius }, ...(kind === "stack" ? { stack: "all" } : {}) };
}

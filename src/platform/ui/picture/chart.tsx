import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../../i18n/use-text.ts";
import type { ChartContent } from "./chart-option.ts";
import { TableBehind } from "./table-behind.tsx";

export interface ChartProps extends ChartContent {
  /** Head of the table's first column: 月份. */
  categoryLabel: string;
  digits?: number;
}

/** A chart with its table behind. Without script the table stands open in its place. */
export function Chart({ categoryLabel, digits = 0, ...content }: ChartProps) {
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [open, setOpen] = useState(true);
  const key = JSON.stringify(content);

  useEffect(() => {
    const target = box.current;
    if (!target) return;
    let put: (() => void) | undefined;
    let gone = false;
    void import("./chart-canvas.ts").then(({ drawChart }) => {
      if (gone) return;
      put = drawChart(target, JSON.parse(key) as ChartContent, language);
      setDrawn(true);
      setOpen(false);
    });
    return () => {
      gone = true;
      put?.();
    };
  }, [box, key, language]);

  const rows = content.categories.map((name, index) => ({ key: `${index}`, name, values: content.series.map((one) => one.values[index] ?? 0) }));
  return (
    <figure className="chart">
      <figcaption className="strong">{content.title}</figcaption>
      <div className={drawn ? "chart-canvas" : undefined} ref={box} />
      <TableBehind caption={content.title} head={[categoryLabel, ...content.series.map((one) => one.name)]} rows={rows} digits={digits} open={open} onToggle={setOpen} />
    </figure>
  );
}

import { Card, Chart, Columns, MapView, PageHeader, Schematic } from "#platform/ui/index.ts";
import { PLACES, SHAPES } from "./sample.tsx";

const MONTHS = ["6月", "7月", "8月", "9月", "10月", "11月"];

/** Pictures: a map from outlines, the schematic without them, and the kinds of chart. */
export function PicturePart() {
  return (
    <>
      <PageHeader title="图" lead="每张图背后都有表格。" />
      <Card title="长期居家的居民，按社区"><MapView label="长期居家的居民" places={PLACES} shapes={SHAPES} /></Card>
      <Card title="没有边界时"><Schematic label="长期居家的居民（示意）" places={PLACES} /></Card>
      <Columns even>
        <Card><Chart kind="stack" title="每月服务人次" unit="人次" categoryLabel="月份" categories={MONTHS} summary="十月最多，走访占一半以上" series={[{ name: "走访", values: [61, 70, 66, 88, 121, 96] }, { name: "活动", values: [40, 38, 55, 60, 93, 118] }]} /></Card>
        <Card><Chart kind="line" title="按时见面的对数" unit="对" categoryLabel="月份" categories={MONTHS} summary="从 6 对升到 12 对" series={[{ name: "按时", values: [6, 7, 9, 9, 11, 12] }, { name: "迟到", values: [4, 3, 3, 4, 2, 3] }]} /></Card>
        <Card><Chart kind="lying" title="最多的需求" unit="人" categoryLabel="需求" categories={["想有人陪着出门", "想学手艺", "照顾者要喘息", "看病路远"]} summary="想有人陪着出门的最多" series={[{ name: "人", values: [44, 31, 27, 12] }]} /></Card>
        <Card><Chart kind="bar" title="每月新结对" unit="对" categoryLabel="月份" categories={MONTHS} summary="每月一到四对" series={[{ name: "新结对", values: [1, 2, 4, 3, 2, 3] }]} /></Card>
      </Columns>
    </>
  );
}

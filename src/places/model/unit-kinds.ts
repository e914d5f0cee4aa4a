/** Kinds of units, from the widest: 市 区 街道 社区 and below it 巷 网格 楼栋. */
export const UNIT_KINDS = ["city", "district", "street", "community", "lane", "grid", "building"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

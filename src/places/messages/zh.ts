/** Words of places. Chinese is the source. */
export const zh = {
  kinds: { city: "市", district: "区县", street: "街道、乡镇", community: "社区、村", lane: "巷、小区", grid: "网格", building: "楼栋" },
  fields: {
    name: "名称", kind: "类型", code: "区划代码", aliases: "别名、曾用名", parentId: "属于", urbanRuralClass: "城乡分类代码", validFrom: "起用日期", validTo: "撤销日期",
    longitude: "经度", latitude: "纬度", on: "从哪一天起撤销", successorIds: "变成了哪里", childrenTo: "下辖单元转到", shape: "边界", point: "坐标", parent: "上级",
  },
  hints: {
    code: "12 位：前 6 位区划，中间 3 位街道，最后 3 位社区。巷、网格、楼栋没有代码。", aliases: "名册里可能出现的其他写法，用“、”隔开", urbanRuralClass: "111 主城区、112 城乡结合区、121 镇中心区……",
    coordinates: "没有边界图时，地图用这一点", validFrom: "不知道哪天起用，就填今天", childrenTo: "下面还有巷或网格时要选；只变成一处时可以不选",
  },
  title: "地点", lead: "机构服务的街道、社区和巷。名册里的社区按这份名单认。",
  none: "还没有地点", noneWhat: "从文件导入街道和社区，或者一个一个添加。导入名册时，名单上没有的社区也会提出来请您确认。",
  add: "添加地点", import: "从文件导入", export: "导出", peopleMap: "看各社区人数",
  picture: "各社区的下辖单元", loose: "还没有归入街道", on: "看哪一天的名单", show: "查看", communities: "社区", below: "下辖单元", edit: "修改", close: "撤销这个单元", history: "沿革",
  facts: { alsoCalled: "又叫", code: "区划代码", class: "城乡分类", period: "起用", until: "撤销", point: "坐标" },
  committee: { residents: "居委会", villagers: "村委会" }, unverified: "未核实", unverifiedWhy: "按代码最后 3 位推断：001–199 为居委会，200–399 为村委会。这条规则尚未核实。",
  became: (day: string, name: string) => `${day}起并入或改为${name}`, cameFrom: (day: string, name: string) => `${day}由${name}变更而来`, closedOn: (day: string) => `${day}起撤销`,
  addTitle: "添加地点", editTitle: "修改地点", closeTitle: "撤销单元", closeLead: "撤销后，旧日期的名单里仍然看得到它，代码可以再发给别处。", saved: "保存", closeNow: "撤销", cancel: "取消", topLevel: "不属于任何单元",
  importTitle: "导入地点", importLead: "可以是 Excel、CSV（要有“名称”，以及“代码”或“类型”两列），或带边界的 GeoJSON。先看一遍会怎样，再决定。",
  file: "文件", fileHint: "列名如：代码、名称、类型、上级、别名、城乡分类代码、经度、纬度", look: "看一看会怎样",
  preview: {
    title: "导入前先看一遍", added: "新增", changed: "修改", same: "不变", faults: "有问题", apply: "确认导入", nothing: "这个文件里没有新的内容。", applied: "这个文件已经导入。", back: "回到地点",
    row: "行", what: "内容", action: "会怎样", place: "属于", why: "原因", faultsLead: "下面这些行不会导入，其余照常导入。改好后再传一次就行。", goodLead: "下面这些行会导入，从今天起用。",
    actions: { add: "新增", change: "修改", same: "不变" }, more: (count: number) => `还有 ${count} 行没有列出`,
  },
  exportSheet: "地点名单",
  refusals: {
    "place.not_found": "找不到这个地点。", "place.closed": "这个单元已经撤销，不能再改。", "place.no_day": "请写成 2026-11-22 这样的日期。",
    "place.code_form": "区划代码应是 12 位数字，并且真的指到市、区县、街道或社区。", "place.code_other_kind": "代码的级别与类型不符。", "place.code_outside_parent": "代码不在上级的代码之下。",
    "place.code_below_community": "巷、网格和楼栋没有区划代码。", "place.code_taken": "这段时间里已有别的单元用这个代码。", "place.code_turned_into_number": "代码被 Excel 变成了数字，请把这一列设为“文本”后重填。",
    "place.name_taken": "同一处已有同名的单元。", "place.name_missing": "没有名称。", "place.name_long": "名称超过 60 个字。", "place.name_has_other_code": "同名的单元已有另一个代码，请核对是不是同一处。",
    "place.kind_unknown": "看不出是哪一类。请写市、区、街道、社区、巷、网格或楼栋。", "place.class_form": "城乡分类代码应是 1 或 2 开头的 3 位数字。", "place.point_wrong": "经纬度不对，两个都要填。", "place.shape_wrong": "边界画不出来：要 Polygon、MultiPolygon 或 Point，经度在前。",
    "place.parent_unknown": "找不到上级。", "place.parent_missing": "巷、网格和楼栋要说明属于哪个社区。", "place.parent_not_wider": "上级要比它大：社区属于街道，巷属于社区。",
    "place.twice_in_file": "文件里前面已经有这个单元。", "place.closed_before_begin": "撤销要晚于起用日期。", "place.successor_unfit": "变成的单元要与它同类，现在还在，并且不是它自己。",
    "place.has_children": "下面还有 {count} 个单元，请选它们转到哪里。", "place.import_not_found": "找不到这次上传。", "place.import_applied": "这个文件已经导入过了。",
    "place.file_without_units": "文件里没有地点。", "place.head_unknown": "没有认出表头。要有“名称”一列，以及“代码”或“类型”一列。", "place.geojson_wrong": "这不是 GeoJSON 的 FeatureCollection。", "place.too_many_rows": "行数超过 {most}。请分成几个文件。", "place.file_missing": "请选一个文件。",
  } as Record<string, string>,
};

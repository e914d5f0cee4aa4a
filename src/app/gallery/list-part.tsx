import { Download, Plus } from "lucide-react";
import { Form } from "react-router";
import { ButtonLink, Card, Chip, DataList, DayRangeField, EmptyState, FilterBar, PageHeader, Pager, Select, SubmitButton, Tabs, TextField, type Column } from "#platform/ui/index.ts";
import { PEOPLE, type SamplePerson } from "./sample.tsx";

const COLUMNS: readonly [Column<SamplePerson>, ...Column<SamplePerson>[]] = [
  { key: "name", label: "姓名", sortable: true, render: (person) => person.name },
  { key: "age", label: "年龄", sortable: true, end: true, render: (person) => `${person.age} 岁` },
  { key: "community", label: "社区", sortable: true, render: (person) => person.community },
  { key: "grade", label: "残疾", render: (person) => person.grade },
  { key: "contacted", label: "上次联系", sortable: true, render: (person) => person.contacted },
  { key: "state", label: "状态", render: (person) => <Chip tone={person.state}>{person.stateWord}</Chip> },
];

/** Lists: full, with long names, and empty. */
export function ListPart() {
  return (
    <>
      <PageHeader crumbs={[{ label: "居民", to: "/people" }]} title="长期居家的年轻人" lead="16–45 岁，最近半年没有出过门"
        actions={<><ButtonLink to="/people/new" tone="primary" icon={<Plus className="icon" aria-hidden="true" />}>登记</ButtonLink><ButtonLink to="/export" icon={<Download className="icon" aria-hidden="true" />}>导出</ButtonLink></>} />
      <Tabs label="看法" tabs={[{ to: "?part=lists", label: "名单", count: 105, current: true }, { to: "?part=pictures", label: "地图" }, { to: "?part=small", label: "按社区" }]} />
      <FilterBar keep={["part", "sort"]} active={[{ label: "社区：金沙", name: "community", value: "A" }, { label: "还没有联系", name: "contacted", value: "no" }]}>
        <TextField name="q" label="姓名" />
        <Select name="community" label="社区" options={[{ value: "A", label: "金沙社区" }, { value: "B", label: "严家地社区" }]} defaultValue="A" empty="全部" />
        <DayRangeField label="上次联系" names={["contactedFrom", "contactedTo"]} />
      </FilterBar>
      <Form method="post" id="assign" className="cluster">
        <SubmitButton tone="plain" name="assign" value="me">分给我</SubmitButton>
      </Form>
      <Card flush>
        <DataList caption="长期居家的年轻人" columns={COLUMNS} rows={PEOPLE} rowKey={(person) => person.id} rowTo={(person) => `/people/${person.id}`}
          pick={{ form: "assign", rowName: (person) => person.name }} empty={null} />
      </Card>
      <Pager before="b1" after="a4">第 26–50 人，共 105 人</Pager>
      <Card title="回收站">
        <DataList caption="回收站" columns={COLUMNS} rows={[]} rowKey={(person) => person.id}
          empty={<EmptyState title="还没有人" level={3} action={<ButtonLink to="/import" tone="primary">导入名册</ButtonLink>}>把已有的 Excel 名册导进来，一次就好。</EmptyState>} />
      </Card>
    </>
  );
}

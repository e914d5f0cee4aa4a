import { ButtonLink, Card, Chip, Columns, Figure, Notice, PageHeader, SearchBox, StatRow, SubmitButton, Task, TaskList, Timeline, Toast } from "#platform/ui/index.ts";
import { Form, Link } from "react-router";
import { formatClock, formatDay } from "#platform/i18n/days.ts";
import { formatLunar } from "#platform/i18n/lunar.ts";

const DAY = "2026-11-21";
const START = "2026-11-21T01:30:00Z";

/** 今天 as a worker meets it in the morning. */
export function TodayPart() {
  return (
    <>
      <Toast key="sample">已记录走访，下次联系：11月28日 周六</Toast>
      <PageHeader eyebrow={`${formatDay(DAY, "zh", DAY)} · ${formatLunar(DAY, "zh")}`} title="早上好，今天有 5 件事等您" actions={<SearchBox action="/search" />} />
      <StatRow label="概况" stats={[
        { label: "在结对", value: <Figure value={15} to="/pairs" />, note: "12 对按时见面" },
        { label: "长期居家", value: <Figure value={105} to="/people?segment=home" />, note: "已联系 88 人" },
        { label: "本月服务", value: <Figure value={214} to="/return" />, unit: "人次", note: "63 人 · 31 场" },
        { label: "志愿者", value: <Figure value={28} to="/volunteers" />, note: "服务 15 · 储备 13" },
      ]} />
      <Columns>
        <Card title="需要您处理" aside={<Link to="/today">全部 11 件</Link>}>
          <TaskList>
            <Task name="陈" title="陈国庆 · 27 岁" action={<ButtonLink to="/people/1">联系老友</ButtonLink>}>老友已 16 天没有见面，约定每周一次</Task>
            <Task name="李" title="李雪莲 · 照顾者" chip={<Chip tone="late">今天到期</Chip>} action={<ButtonLink to="/people/2" tone="primary">记录回访</ButtonLink>}>压力自评升到“较高”，督导请您今天回访</Task>
            <Task name="周" title="周思佳 · 22 岁" chip={<Chip tone="due">明天</Chip>} action={<ButtonLink to="/plans/3">打开计划</ButtonLink>}>支持计划满三个月，等待本人和母亲一起看一遍</Task>
            <Task name="新" title="一位母亲来电求助" chip={<Chip tone="calm">新求助</Chip>} action={<Form method="post"><SubmitButton tone="plain" name="take" value="4">接案</SubmitButton></Form>}>看到报纸，想给儿子找一位同龄朋友 · 严家地社区</Task>
          </TaskList>
        </Card>
        <Card title="今天的安排">
          <Timeline label="今天的安排" items={[
            { key: "1", at: START, when: formatClock(START), title: "入户走访 · 东里 14 号", note: "陈国庆，轮椅，先电话", tone: "past" },
            { key: "2", when: "14:00", title: "融合篮球班 · 第 6 次", note: "12 人报名，3 位老友陪同" },
            { key: "3", when: "16:30", title: "家长骨干小组议事", note: "议题：生日会场地与物料", tone: "due" },
          ]} />
        </Card>
      </Columns>
      <Notice tone="due">高温预警：独居老人今天下午 4 点前各打一次电话。</Notice>
    </>
  );
}

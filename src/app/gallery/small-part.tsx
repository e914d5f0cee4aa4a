import { Form } from "react-router";
import {
  Avatar, Button, ButtonLink, Card, Chip, ConfirmForm, Dialog, EmptyState, FaceDrawing, Facts, FACES, Notice, OrganisationSwitcher, PageHeader, ProgressBar, Stack, Stat, StatRow, SubmitButton, TextField, Tiles, Timeline, Toast,
  type JobState,
} from "#platform/ui/index.ts";
import { LONG_NAME } from "./sample.tsx";

const TONES = ["ok", "due", "late", "calm", "plain"] as const;
const JOBS: readonly (readonly [JobState, number, number | null])[] = [["queued", 0, null], ["running", 812, 1367], ["running", 4200, null], ["done", 1367, 1367], ["failed", 640, 1367], ["cancelled", 64, 1367]];

/** The small parts in all their states. */
export function SmallPart() {
  return (
    <>
      <PageHeader avatar={LONG_NAME} title={LONG_NAME} chips={<Chip tone="late">先打电话</Chip>} lead="31 岁 · 严家地社区 铁路新村第二家属院北区 · 138****0000" actions={<ButtonLink to="/visit" tone="primary">记录走访</ButtonLink>} />
      <Tiles>
        <Card title="状态"><div className="cluster">{TONES.map((tone) => <Chip key={tone} tone={tone}>{tone === "plain" ? "已结束" : "到期情况"}</Chip>)}<Chip tone="due">{LONG_NAME}</Chip></div></Card>
        <Card title="按钮">
          <div className="cluster">
            <SubmitButton>通过</SubmitButton><Button>锁定</Button><Button tone="quiet">跳过</Button><Button tone="danger">退回</Button><Button disabled>不可用</Button>
            <Avatar name="沈" />{FACES.map((face) => <FaceDrawing key={face} face={face} />)}
          </div>
        </Card>
        <Card title="资料"><Facts facts={[{ label: "称呼", value: "国庆" }, { label: "照顾者", value: LONG_NAME }, { label: "电话", value: <a href="tel:13800000000">138 0000 0000</a> }]} /></Card>
      </Tiles>
      <Stack>{(["calm", "ok", "due", "late"] as const).map((tone) => <Notice key={tone} tone={tone}>坐轮椅，电梯在北门。<a href="#main">先看安全须知</a>再上楼。</Notice>)}</Stack>
      <Stack space="tight">{(["ok", "calm", "due", "late"] as const).map((tone) => <Toast key={tone} tone={tone}>已导入 1,262 人，105 行请看一遍</Toast>)}</Stack>
      <Card title="长时间的工作"><Stack space="wide">{JOBS.map(([state, done, total], index) => (
        <ProgressBar key={`${state}${done}`} label={`导入名册 ${index + 1}`} state={state} done={done} total={total} remaining="2 分钟" cancel={state === "running" ? <Form method="post"><SubmitButton tone="plain" name="cancel" value={String(index)}>取消</SubmitButton></Form> : null} />
      ))}</Stack></Card>
      <Overlays />
      <StatRow label="很大的数" stats={[{ label: "服务", value: "1,234,567", unit: "人次", note: LONG_NAME }, { label: "经费", value: "¥88,000.00" }]} />
      <Card title="一个数"><Stat label="不同的人" value="63" unit="人" /></Card>
      <Card title="经过"><Timeline label="经过" items={(["ok", "calm", "due", "late", "past"] as const).map((tone, index) => ({ key: tone, at: `2026-11-0${index + 1}`, when: `11月${index + 1}日`, title: LONG_NAME, note: "由沈月琴记录", tone }))} /></Card>
      <Card><EmptyState title="今天都办完了" action={<ButtonLink to="/week">看看这一周</ButtonLink>}>没有到期的事，也没有人等您回话。</EmptyState></Card>
    </>
  );
}

function Overlays() {
  return (
    <Card title="先问一声">
      <div className="cluster">
        <Dialog trigger="换一位…" to="/pairs/5/replace" title="换一位老友">
          <Form method="post" className="form"><TextField name="wanted" label="想找谁" /><SubmitButton>去看看</SubmitButton></Form>
        </Dialog>
        <ConfirmForm trigger="结束结对…" question="双方都会收到通知，记录会留下。" confirm="结束结对" values={{ pair: "5" }}><TextField name="endReason" label="原因" /></ConfirmForm>
      </div>
      <OrganisationSwitcher current="青云街道社工站" others={[]} />
    </Card>
  );
}

import { Avatar, BarLine, Button, Card, Chip, ConfirmForm, Facing, PageHeader, StatRow, SubmitButton, TextField } from "#platform/ui/index.ts";

/** A proposal under review, and somebody nobody fits yet. */
export function PairingPart() {
  return (
    <>
      <PageHeader crumbs={[{ label: "结对", to: "/pairs" }]} title="15 对建议，1 人暂无合适老友" chips={<Chip tone="ok">已证明最优</Chip>}
        actions={<StatRow plain label="进度" stats={[{ label: "已审阅", value: "4 / 15" }, { label: "平均路程", value: "1.3", unit: "公里" }]} />} />
      <Facing label="第 5 对" left={<Side name="周思佳" about="22 岁 · 女 · 金沙社区" lines={["居家 4 年，想出门打球", "周六上午、周日全天有空", "希望老友是女生"]} last="母亲照顾，每周需要半天喘息" />}
        middle={<Reasons />}
        right={<Side name="何雨欣" about="21 岁 · 女 · 社会工作专业" lines={["周六上午、工作日晚上", "会手语，篮球校队"]} chips last="可再陪 1 人" />}
        actions={<>
          <SubmitButton>接受，征求双方意愿</SubmitButton><Button>锁定</Button><Button>换一位</Button>
          <ConfirmForm trigger="不宜结对…" question="以后的各轮都不再建议这两位结对。" confirm="不宜结对"><TextField name="reason" label="原因" hint="只有督导看得到" /></ConfirmForm>
        </>} />
      <Card title="杨宇 · 26 岁 暂无合适老友" aside={<Button>问问周六下午</Button>}>
        <p className="soft">6 位近处的志愿者都不讲彝语，2 位讲彝语的周日没有空。</p>
        <p>最小的改变：<b>若周六下午也可以</b>，可与徐海燕结对，其他 15 对不变。</p>
      </Card>
    </>
  );
}

function Reasons() {
  return (
    <>
      <h2>为什么是他们</h2>
      <BarLine label="时间" share={0.92} text="周六上午 2 小时" />
      <BarLine label="路程" share={0.84} text="0.9 公里" />
      <BarLine label="年龄" share={0.95} text="相差 1 岁" />
      <BarLine label="爱好" share={0.66} text="篮球、音乐" tone="calm" />
      <p className="small soft">若改配孙琳，周思佳多走 1.8 公里，且杨宇将没有老友。</p>
    </>
  );
}

function Side({ name, about, lines, chips = false, last }: { name: string; about: string; lines: readonly string[]; chips?: boolean; last: string }) {
  return (
    <div className="stack tight">
      <div className="cluster"><Avatar name={name} /><div><h2>{name}</h2><p className="soft">{about}</p></div></div>
      <ul className="stack tight">
        {lines.map((line) => <li key={line}>{line}</li>)}
        {chips ? <li className="cluster"><Chip tone="ok">培训 3/3</Chip><Chip tone="ok">协议已签</Chip></li> : null}
        <li className="soft">{last}</li>
      </ul>
    </div>
  );
}

import { TriangleAlert } from "lucide-react";
import { Form } from "react-router";
import { Button, DraftNote, FacesField, Notice, PageHeader, ReadAloud, SubmitButton, TextArea, useDraft } from "#platform/ui/index.ts";

const NOTE = "坐轮椅，电梯在北门。先打电话再上楼。";

/** A volunteer logs a meeting on a phone. */
export function VisitPart() {
  const { ref, ...draft } = useDraft("gallery-visit/1", { basis: "1" });
  return (
    <>
      <PageHeader crumbs={[{ label: "返回", to: "/mine" }]} title="今天和国庆见面了" lead="11月21日 周六 · 上午 2 小时" />
      <Notice tone="due">{NOTE}</Notice>
      <ReadAloud text={NOTE} />
      <Form method="post" className="form" ref={ref}>
        <FacesField name="mood" label="他今天怎么样？" />
        <TextArea name="note" label="一起做了什么？" hint="两三句就够" />
        <DraftNote draft={draft} />
        <SubmitButton big>完成</SubmitButton>
        <Button tone="danger" big icon={<TriangleAlert className="icon" aria-hidden="true" />}>有事要告诉社工</Button>
      </Form>
    </>
  );
}

import { Form } from "react-router";
import { CheckAnswers, CheckboxGroup, DayField, ErrorSummary, FacesField, FileField, FormActions, FormScope, HoursGrid, PageHeader, RadioCards, RefusalNote, Select, SubmitButton, TextArea, TextField, type FormResult, type RefusalView } from "#platform/ui/index.ts";
import { LONG_NAME } from "./sample.tsx";

const TEXTS = {
  "visit.incomplete": "这次走访还不能保存。",
  "visit.too_early": "日期不能早于登记的那天（{day}）",
  "visit.missing": "请填写这一项",
  "visit.changed_meanwhile": "您打开以后，王敏也改了这份记录。请看一遍，再保存一次。",
};

const RESULT: FormResult = {
  refusal: {
    kind: "invalid_input", reason: "visit.incomplete",
    fields: [
      { field: "visitedOn", reason: "visit.too_early", params: { day: "11月1日 周日" } },
      ...["who", "lane", "way", "skills", "hours", "mood", "note", "photo"].map((field) => ({ field, reason: "visit.missing" })),
    ],
  },
  values: { visitedOn: "2026-10-30", who: LONG_NAME, skills: ["sign"] },
};

const LABELS = { visitedOn: "哪一天", who: "见了谁", lane: "在哪里", way: "怎样见的", skills: "谈到什么", hours: "下次什么时候", mood: "他今天怎么样", note: "做了什么", photo: "照片", minutes: "分钟" };

const CLASH: RefusalView = { kind: "stale", reason: "visit.changed_meanwhile", difference: { note: { stored: "在家，母亲陪同", sent: "在楼下打了半小时球，他约我下周去菜场" }, minutes: { stored: 60, sent: null } } };

/** A refused form with everything wrong, a clash of two writers, a refusal nobody wrote words for, and answers to check. */
export function RefusedPart() {
  return (
    <>
      <PageHeader title="没有办成时" />
      <FormScope result={RESULT} texts={TEXTS}>
        <Form method="post" className="form">
          <RefusalNote of={RESULT.refusal} texts={TEXTS} labels={LABELS} />
          <DayField name="visitedOn" label="哪一天" hint="走访当天" />
          <TextField name="who" label="见了谁" />
          <Select name="lane" label="在哪里" options={[]} />
          <RadioCards name="way" label="怎样见的" choices={[{ value: "home", label: "入户" }, { value: "phone", label: "电话" }]} />
          <CheckboxGroup name="skills" label="谈到什么" choices={[{ value: "ball", label: "打球" }, { value: "sign", label: "手语" }]} />
          <HoursGrid name="hours" label="下次什么时候" />
          <FacesField name="mood" label="他今天怎么样" />
          <TextArea name="note" label="做了什么" />
          <FileField name="photo" label="照片" />
          <FormActions><SubmitButton>保存</SubmitButton></FormActions>
        </Form>
      </FormScope>
      <RefusalNote of={CLASH} texts={TEXTS} labels={LABELS} />
      <RefusalNote of={{ reason: "store.unheard_of" }} texts={TEXTS} />
      <ErrorSummary title="导入以前，请看这几处" problems={[{ text: "第 3 行和第 88 行像是同一个人" }, { text: "“残疾等级”一列还没有对上", field: "lane" }]} />
      <CheckAnswers facts={[{ label: "见了谁", value: LONG_NAME, changeTo: "#f-who" }, { label: "哪一天", value: "11月21日 周六", changeTo: "#f-visitedOn" }, { label: "录入人", value: "沈月琴" }]} />
    </>
  );
}

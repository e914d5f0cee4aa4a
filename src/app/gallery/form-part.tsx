import { Form } from "react-router";
import {
  Checkbox, CheckboxGroup, DayField, DayRangeField, DraftNote, FacesField, Field, FieldGroup, FileField, FormActions, HoursGrid, ButtonLink, PageHeader, RadioCards, Select, SubmitButton, TextArea, TextField, useDraft,
} from "#platform/ui/index.ts";

/** Every field as a person first meets it. */
export function FormPart() {
  const { ref, ...draft } = useDraft("gallery-form/1");
  return (
    <>
      <PageHeader crumbs={[{ label: "志愿者", to: "/volunteers" }]} title="报名做社区老友" lead="大约三分钟。写到一半可以先放下，回来接着写。" />
      <Form method="post" className="form" ref={ref}>
        <TextField name="name" label="怎么称呼您" autoComplete="name" width={16} />
        <TextField name="phone" label="手机号" hint="只用来约见面" type="tel" inputMode="tel" autoComplete="tel" width={8} optional />
        <TextField name="code" label="机构代码" readOnly defaultValue="QY-0007" width={8} />
        <DayField name="birthOn" label="出生日期" max="2026-11-21" />
        <DayRangeField label="可以服务的日期" names={["from", "to"]} />
        <Field name="callAt" label="几点打电话方便" optional>{(control) => <input {...control} className="input w-8" type="time" />}</Field>
        <FieldGroup name="height" label="身高体重" hint="配运动器材用" optional>
          {(firstId) => <div className="cluster"><input id={firstId} className="input w-4" name="height" aria-label="身高（厘米）" inputMode="numeric" /><input className="input w-4" name="weight" aria-label="体重（公斤）" inputMode="numeric" /></div>}
        </FieldGroup>
        <Select name="lane" label="住在哪里" options={[{ group: "金沙社区", options: [{ value: "A-0", label: "东里" }, { value: "A-1", label: "南巷" }] }, { value: "X", label: "其他地方" }]} />
        <RadioCards name="way" label="想怎样参加" defaultValue="friend" choices={[
          { value: "friend", label: "一对一老友", hint: "每周见一次，至少三个月" }, { value: "group", label: "活动帮手", hint: "有活动时来，一次也行" }, { value: "phone", label: "电话问候" },
        ]} />
        <CheckboxGroup name="skills" label="会些什么" optional defaultValues={["ball"]} choices={[{ value: "ball", label: "打球" }, { value: "sign", label: "手语", hint: "能日常交流" }, { value: "yi", label: "彝语" }]} />
        <HoursGrid name="hours" label="一周里什么时候有空" hint="点一下就选上" exact defaultHours={[{ weekday: 6, from: "08:00", to: "12:00" }, { weekday: 7, from: "09:30", to: "11:00" }]} />
        <FacesField name="mood" label="今天心情怎么样" defaultValue="fair" optional />
        <TextArea name="why" label="为什么想来" optional />
        <FileField name="photo" label="证件照片" hint="可以之后再交" accept="image/*" maxBytes={5_000_000} optional />
        <Checkbox name="agree" label="我已读过志愿者守则，愿意遵守" />
        <DraftNote draft={draft} />
        <FormActions><SubmitButton>看一遍再提交</SubmitButton><ButtonLink to="/" tone="quiet">取消</ButtonLink></FormActions>
      </Form>
    </>
  );
}

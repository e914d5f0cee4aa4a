import type { ReactNode } from "react";
import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { groupsText } from "../messages/index.ts";
import { CAPACITIES, LEAVING, MOMENTS, PARTS } from "../model/terms.ts";
import type { ShownGroup } from "../service/show-group.ts";

type Member = ShownGroup["members"][number];

/** What can be written down of one member, as they stand. Every form's fields have ids of their own. */
export function MemberForms({ member, today }: { member: Member; today: string }) {
  const { members: t, capacities, parts, leaving, moments } = useText(groupsText);
  if (member.leftOn !== null && member.consent !== "given") return null;
  const scope = (form: string, fields: ReactNode) => <FormScope form={`${form}-${member.id}`} texts={{}} result={undefined}>{fields}</FormScope>;
  const values = (kind: string) => ({ memberId: member.id, kind });
  const whose = <Select name="capacity" label={t.by} empty={null} options={CAPACITIES.map((value) => ({ value, label: capacities[value] }))} defaultValue="self" />;
  const rate = (
    <ConfirmForm tone="primary" trigger={t.rate} question={t.value} confirm={t.rateNow} values={{ memberId: member.id }}>
      {scope("rate", <><Select name="moment" label={t.moment} empty={null} options={MOMENTS.map((value) => ({ value, label: moments[value] }))} /><TextField name="value" label={t.value} inputMode="numeric" width={4} /><TextField name="ratingWords" label={t.words} maxLength={500} optional /></>)}
    </ConfirmForm>
  );
  if (member.leftOn !== null) return rate;
  return (
    <div className="stack">
      {member.consent === "given" ? null : (
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="memberId" value={member.id} />
          {scope("consent", <>{whose}<TextField name="words" label={t.words} maxLength={1000} optional /></>)}
          <div className="cluster"><SubmitButton name="kind" value="consented">{t.agree}</SubmitButton><Button type="submit" name="kind" value="consent_refused">{t.refuse}</Button></div>
        </Form>
      )}
      <div className="cluster">
        {member.consent === "given" ? rate : null}
        {member.consent === "given" ? <ConfirmForm tone="primary" trigger={t.part} question={t.newPart} confirm={t.partNow} values={values("part")}>{scope("part", <Select name="part" label={t.newPart} options={PARTS.filter((value) => value !== member.part).map((value) => ({ value, label: parts[value] }))} />)}</ConfirmForm> : null}
        {member.consent === "given" ? <ConfirmForm trigger={t.withdraw} question={t.words} confirm={t.withdrawNow} values={values("consent_withdrawn")}>{scope("withdraw", <>{whose}<TextField name="words" label={t.words} maxLength={1000} optional /></>)}</ConfirmForm> : null}
        <ConfirmForm trigger={t.leave} question={t.reason} confirm={t.leaveNow} values={values("left")}>
          {scope("leave", <><Select name="reason" label={t.reason} options={LEAVING.map((value) => ({ value, label: leaving[value] }))} /><DayField name="onDay" label={t.onDay} min={member.joinedOn} max={today} defaultValue={today} /><TextField name="words" label={t.words} maxLength={1000} optional /></>)}
        </ConfirmForm>
      </div>
    </div>
  );
}

import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import { ENDING, KINDS, LEAVING, LEVELS, PARTS } from "../model/terms.ts";
import type { ShownTeam } from "../service/show-team.ts";

/** A member: another part, or leaving with a reason. */
export function MemberForms({ member }: { member: ShownTeam["members"][number] }) {
  const { people: t, parts, leaving } = useText(teamsText);
  return (
    <div className="stack tight">
      <div className="cluster"><b>{member.memberName}</b><Chip tone={member.part === "member" ? "plain" : "ok"}>{parts[member.part]!}</Chip></div>
      <details>
        <summary className="small">{t.change}<span className="sr-only">{member.memberName}</span></summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="memberId" value={member.id} />
          <Select name="part" label={t.part} options={PARTS.filter((value) => value !== member.part).map((value) => ({ value, label: parts[value]! }))} />
          <SubmitButton>{t.save}</SubmitButton>
        </Form>
      </details>
      <details>
        <summary className="small">{t.leave}<span className="sr-only">{member.memberName}</span></summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="memberId" value={member.id} />
          <input type="hidden" name="part" value="left" />
          <Select name="reason" label={t.reason} options={LEAVING.map((value) => ({ value, label: leaving[value] }))} />
          <SubmitButton tone="danger">{t.leaveNow}</SubmitButton>
        </Form>
      </details>
    </div>
  );
}

/** Somebody who is looked after: what they need said anew, or no longer. */
export function ElderForms({ elder }: { elder: ShownTeam["elders"][number] }) {
  const { people: t, levels, kinds, ending, show } = useText(teamsText);
  return (
    <div className="stack tight">
      <div className="cluster"><b>{elder.elderName}</b><Chip tone="plain">{levels[elder.level]!}</Chip>{elder.agrees ? null : <Chip tone="late">{show.noConsent}</Chip>}</div>
      <details>
        <summary className="small">{t.changeNeed}<span className="sr-only">{elder.elderName}</span></summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="elderId" value={elder.id} />
          <Select name="level" label={t.level} empty={null} defaultValue={elder.level} options={LEVELS.map((value) => ({ value, label: levels[value]! }))} />
          <CheckboxGroup name="kinds" label={t.kinds} short optional defaultValues={elder.kinds} choices={KINDS.map((value) => ({ value, label: kinds[value] }))} />
          <TextField name="note" label={t.note} hint={t.noteHint} maxLength={200} optional defaultValue={elder.note} />
          <SubmitButton>{t.save}</SubmitButton>
        </Form>
      </details>
      <FormScope form={`end-${elder.id}`} result={undefined} texts={{}}>
        <details>
          <summary className="small">{t.end}<span className="sr-only">{elder.elderName}</span></summary>
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="elderId" value={elder.id} />
            <input type="hidden" name="level" value="ended" />
            <Select name="reason" label={t.endReason} options={ENDING.map((value) => ({ value, label: ending[value] }))} />
            <SubmitButton tone="danger">{t.endNow}</SubmitButton>
          </Form>
        </details>
      </FormScope>
    </div>
  );
}

import { Form, Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Chip, FormScope, RadioCards, Select, SubmitButton, TextField, type Tone } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import type { FormResult, RefusalTexts } from "#platform/ui/form/refusal-view.ts";
import { peopleText } from "../messages/index.ts";
import type { DutyState } from "../model/consents/duties.ts";
import type { Obligation } from "../service/consents/list-obligations.ts";

const TONES: Readonly<Record<DutyState, Tone>> = { open: "due", late: "late", done: "ok", not_needed: "plain", lapsed: "plain" };

interface DutyProps { duty: Obligation; today: string; colleagues: readonly { accountId: string; name: string }[]; result: FormResult | undefined; texts: RefusalTexts }

/** One duty: what, for whom, by whom, by when; below it the form that settles it or opens it again. */
export function DutyLine({ duty, today, colleagues, result, texts }: DutyProps) {
  const { duties: t, consents } = useText(peopleText);
  const language = useLanguage();
  const settled = duty.state === "done" || duty.state === "not_needed";
  return (
    <li className="card stack tight" id={`duty-${duty.id}`}>
      <p className="strong"><Link to={`/people/${duty.personId}/consents`}>{duty.name}</Link> · {duty.what[language]}</p>
      <p className="small soft"><Chip tone={TONES[duty.state]}>{t.states[duty.state]}</Chip> {t.of(consents.purposes[duty.purpose])} · {t.by(duty.answering.name, formatDay(duty.dueOn, language, today))}</p>
      {duty.answers.map(({ answer, byName, words }) => <p key={answer + words} className="small">{t.said(t.answers[answer], byName, words)}</p>)}
      {duty.state === "lapsed" ? null : (
        <details>
          <summary>{settled ? t.answers.reopened : t.answer}</summary>
          <FormScope form={duty.id} result={result?.values?.obligationId === duty.id ? result : undefined} texts={texts}><Form method="post" className="stack">
            <IdempotencyField /><input type="hidden" name="obligationId" value={duty.id} />
            {settled ? <input type="hidden" name="answer" value="reopened" /> : (
              <>
                <RadioCards name="answer" label={t.answer} choices={(["done", "not_needed", "handed_over"] as const).map((value) => ({ value, label: t.answers[value] }))} />
                <Select name="ownerId" label={t.owner} optional options={colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
              </>
            )}
            <TextField name="words" label={t.words} maxLength={1000} />
            <SubmitButton tone="plain">{t.submit}</SubmitButton>
          </Form></FormScope>
        </details>
      )}
    </li>
  );
}

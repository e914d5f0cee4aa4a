import { Form } from "react-router";
import { weekdayName } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, FormActions, FormScope, RefusalNote, Select, Stack, SubmitButton } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { insightsText } from "../../messages/index.ts";

/** When the organisation's digests are made. */
export function DigestRuleCard({ rule, refused }: { rule: { weekday: number; hour: number; version: number; byName: string | null }; refused: Refused | undefined }) {
  const { digest: t } = useText(insightsText);
  const language = useLanguage();
  const texts = useRefusals(insightsText);
  const numbers = (from: number, to: number, name: (value: number) => string) => Array.from({ length: to - from + 1 }, (_, index) => ({ value: String(from + index), label: name(from + index) }));
  return (
    <Card title={t.when}>
      <FormScope result={refused} texts={texts} form="rule">
        <Form method="post" className="form">
          <RefusalNote of={refused?.refusal} texts={texts} labels={{ weekday: t.weekday, hour: t.hour }} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="rule" />
          <input type="hidden" name="version" value={rule.version} />
          <Select name="weekday" label={t.weekday} empty={null} defaultValue={String(rule.weekday)} options={numbers(1, 7, (day) => weekdayName(day, language))} />
          <Select name="hour" label={t.hour} empty={null} defaultValue={String(rule.hour)} options={numbers(0, 23, t.hourName)} />
          <p className="soft small">{rule.byName === null ? t.usual : t.changed(rule.byName)}</p>
          <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </Card>
  );
}

/** Whether the reader's own digests come by mail too. */
export function DigestMailCard({ mail }: { mail: boolean }) {
  const { digest: t } = useText(insightsText);
  return (
    <Card title={t.mail}>
      <Stack>
        <p>{mail ? t.mailOn : t.mailOff}</p>
        <Form method="post">
          <IdempotencyField />
          <input type="hidden" name="intent" value="mail" />
          <SubmitButton name="mail" value={mail ? "not_wanted" : "wanted"} tone="plain">{mail ? t.stopMail : t.wantMail}</SubmitButton>
        </Form>
      </Stack>
    </Card>
  );
}

import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { safeguardingText } from "../messages/index.ts";
import type { ShownIncident } from "../service/show-incident.ts";

/** Who may see it and why; a lead lets others in and out. */
export function Knowers({ shown: { knowers, others, isLead }, me, today }: { shown: ShownIncident; me: string; today: string }) {
  const { show: t } = useText(safeguardingText);
  const language = useLanguage();
  const why = (code: string) => (code === "raised" ? t.byRaising : code === "lead" ? t.byLead : code);
  return (
    <div className="stack">
      <p className="soft">{t.knowsLead}</p>
      <ul className="stack plain-list">
        {knowers.map((one) => (
          <li key={one.accountId} className="stack tight">
            <strong>{one.accountName}</strong>
            <span className="soft small">{t.since(formatInstant(one.at, language, today), why(one.why))}</span>
            {isLead && one.accountId !== me ? <div className="no-print"><ConfirmForm trigger={t.endOf(one.accountName)} question={t.endWhy} confirm={t.end} values={{ change: "ended", accountId: one.accountId }}><FormScope form={one.accountId} result={undefined} texts={{}}><TextField name="why" label={t.endWhy} maxLength={500} /></FormScope></ConfirmForm></div> : null}
          </li>
        ))}
      </ul>
      {isLead && others.length > 0 ? (
        <div className="no-print">
          <ConfirmForm tone="primary" trigger={t.letIn} question={t.why} confirm={t.letInNow} values={{ change: "given" }}>
            <Select name="accountId" label={t.letIn} options={others.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
            <TextField name="why" label={t.why} maxLength={500} />
          </ConfirmForm>
        </div>
      ) : null}
    </div>
  );
}

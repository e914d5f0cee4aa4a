import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, FormActions, RadioCards, SubmitButton } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { registerText } from "../messages/index.ts";
import type { FilledField } from "../model/import/filled-in.ts";
import type { ShownMatch, ShownRecovery } from "../service/showing/show-import.ts";

interface Decisions { readonly version: number }

/** Identity numbers that the certificate still holds, to be confirmed one by one or all together. */
export function RecoveryForm({ version, recoveries, total }: Decisions & { recoveries: readonly ShownRecovery[]; total: number }) {
  const { page: { recovery: t }, recovery: reasons } = useText(registerText);
  if (recoveries.length === 0) return null;
  return (
    <Card title={t.title}>
      <Form method="post">
        <IdempotencyField />
        <input type="hidden" name="version" value={version} />
        <p className="soft">{t.lead} {total > recoveries.length ? t.first(recoveries.length) : null}</p>
        <DataList caption={t.title} rows={recoveries} rowKey={({ position }) => String(position)} empty={null} columns={[
          { key: "row", label: t.row, render: ({ position, rowNumber, name, confirmed }) => (
            <label className="choice"><input type="checkbox" name="confirmed" value={position} defaultChecked={confirmed} aria-label={t.confirm(rowNumber)} /><span>{rowNumber} {name}</span></label>
          ) },
          { key: "written", label: t.written, render: ({ written }) => <code>{written || "—"}</code> },
          { key: "proposed", label: t.proposed, render: ({ proposed }) => <code>{proposed}</code> },
          { key: "reason", label: t.reason, render: ({ reason }) => reasons[reason as keyof typeof reasons] },
        ]} />
        <div>
          <FormActions>
            <SubmitButton name="step" value="confirm_all">{t.all}</SubmitButton>
            <SubmitButton name="step" value="confirm" tone="plain">{t.save}</SubmitButton>
          </FormActions>
        </div>
      </Form>
    </Card>
  );
}

/** Who is here already for certain: only told. */
export function CertainMatches({ matches, total }: { matches: readonly ShownMatch[]; total: number }) {
  const { page: { matches: t } } = useText(registerText);
  if (matches.length === 0) return null;
  return (
    <Card title={t.certain}>
      <p className="soft">{t.certainLead(total)}</p>
      <DataList caption={t.certain} rows={matches} rowKey={({ position }) => String(position)} empty={null} columns={[
        { key: "row", label: t.row, render: (match) => <InRegister match={match} /> },
        { key: "known", label: t.known, render: ({ known }) => <InRecords known={known} /> },
        { key: "fills", label: t.fills, render: ({ fills }) => <Fills fills={fills} /> },
      ]} />
    </Card>
  );
}

/** Who may be here already: a person decides, each with what a merge would fill in. */
export function PossibleMatches({ version, matches }: Decisions & { matches: readonly ShownMatch[] }) {
  const { page: { matches: t } } = useText(registerText);
  if (matches.length === 0) return null;
  return (
    <Card title={t.possible}>
      <Form method="post">
        <IdempotencyField />
        <input type="hidden" name="version" value={version} />
        <p className="soft">{t.possibleLead}</p>
        <DataList caption={t.possible} rows={matches} rowKey={({ position }) => String(position)} empty={null} columns={[
          { key: "row", label: t.row, render: (match) => <InRegister match={match} /> },
          { key: "known", label: t.known, render: ({ known, reasons }) => <><InRecords known={known} /><br /><span className="small soft">{reasons.map((reason) => t.reasons[reason]).join("、")}</span></> },
          { key: "fills", label: t.fills, render: ({ fills }) => <Fills fills={fills} /> },
          { key: "decide", label: t.decide, render: ({ position, rowNumber, decision }) => (
            <RadioCards name={`match-${position}`} label={<span className="sr-only">{rowNumber}</span>} defaultValue={decision ?? undefined}
              choices={[{ value: "complete", label: t.complete }, { value: "create", label: t.create }]} />
          ) },
        ]} />
        <div><FormActions><SubmitButton name="step" value="match">{t.save}</SubmitButton></FormActions></div>
      </Form>
    </Card>
  );
}

function InRegister({ match: { rowNumber, name, birthOn } }: { match: ShownMatch }) {
  return <>{rowNumber} · {name} {birthOn ? <span className="soft">{birthOn}</span> : null}</>;
}

function InRecords({ known }: Pick<ShownMatch, "known">) {
  return <><a href={`/people/${known.id}`}>{known.name}</a> <span className="soft">{[known.birthOn, known.communityName].filter(Boolean).join(" · ")}</span></>;
}

function Fills({ fills }: { fills: readonly FilledField[] }) {
  const { page: { matches: t }, fields } = useText(registerText);
  return fills.length === 0 ? <span className="soft">{t.nothing}</span> : <>{fills.map(({ field, value }) => `${fields[field]} ${value}`).join(" · ")}</>;
}

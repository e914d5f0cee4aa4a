import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, CheckboxGroup, ConfirmForm, FormActions, FormScope, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { caseworkText } from "../../messages/index.ts";
import { ApprovalStep, type CaseStage } from "../../model/cases/case.ts";
import type { CasePolicy } from "../../model/cases/case-policy.ts";

interface Named { readonly id: string; readonly name: string }
const ownOf = (refused: Refused | undefined, intent: string) => (refused?.values.intent === intent ? refused : undefined);

/** Which steps are approved, and how often a case is looked at. */
export function RulesForm({ current, last, stages, refused }: { current: CasePolicy; last: number; stages: readonly CaseStage[]; refused: Refused | undefined }) {
  const { cases: { rules: t, approvalSteps, stages: names } } = useText(caseworkText);
  const texts = useRefusals(caseworkText);
  const own = ownOf(refused, "rules");
  return (
    <Card title={t.rulesCard}>
      <FormScope result={own} texts={texts} form="rules">
        <Form method="post" className="form">
          <RefusalNote of={own?.refusal} texts={texts} labels={names} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="rules" />
          <input type="hidden" name="version" value={last} />
          <p className="soft">{t.version(current.version)}</p>
          <CheckboxGroup name="approvals" label={t.approvals} optional defaultValues={current.approvals} choices={ApprovalStep.options.map((value) => ({ value, label: approvalSteps[value] }))} />
          <fieldset className="field"><legend>{t.days}</legend><div className="case-days">{stages.map((stage) => <TextField key={stage} name={stage} label={names[stage]} inputMode="numeric" width={4} defaultValue={String(current.reviewDays[stage])} />)}</div></fieldset>
          <TextField name="note" label={t.note} maxLength={500} optional />
          <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </Card>
  );
}

/** Teams with who belongs to them. */
export function TeamsCard({ teams, workers, refused }: { teams: readonly (Named & { members: readonly { accountId: string; name: string }[] })[]; workers: readonly Named[]; refused: Refused | undefined }) {
  const { rules: t } = useText(caseworkText).cases;
  return (
    <Card title={t.teams}>
      <div className="stack">
        <p className="soft">{t.teamsHint}</p>
        {teams.length === 0 ? <p className="soft">{t.noTeams}</p> : null}
        {teams.map((team) => <Team key={team.id} team={team} workers={workers} />)}
        <AddName intent="add_team" label={t.addTeam} max={40} refused={refused} />
      </div>
    </Card>
  );
}

function Team({ team, workers }: { team: Named & { members: readonly { accountId: string; name: string }[] }; workers: readonly Named[] }) {
  const { rules: t } = useText(caseworkText).cases;
  const texts = useRefusals(caseworkText);
  const free = workers.filter(({ id }) => !team.members.some(({ accountId }) => accountId === id));
  return (
    <section className="case-team" aria-label={team.name}>
      <h3>{team.name}</h3>
      {team.members.length === 0 ? <p className="soft">{t.nobody}</p> : (
        <ul className="stack tight">
          {team.members.map(({ accountId, name }) => (
            <li key={accountId} className="spread"><span>{name}</span>
              <Form method="post"><IdempotencyField /><input type="hidden" name="intent" value="leave" /><input type="hidden" name="teamId" value={team.id} /><input type="hidden" name="accountId" value={accountId} /><SubmitButton tone="quiet" aria-label={t.leave(name)}>{t.left}</SubmitButton></Form>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 ? (
        <FormScope result={undefined} texts={texts} form={`join-${team.id}`}>
          <Form method="post" className="form">
            <IdempotencyField /><input type="hidden" name="intent" value="join" /><input type="hidden" name="teamId" value={team.id} />
            <Select name="accountId" label={t.joinWho} options={free.map(({ id, name }) => ({ value: id, label: name }))} />
            <FormActions><SubmitButton tone="plain">{t.join}</SubmitButton></FormActions>
          </Form>
        </FormScope>
      ) : null}
      <ConfirmForm trigger={t.closeTeam} question={t.closeAsk} confirm={t.closeTeam} values={{ intent: "close_team", id: team.id }}><IdempotencyField /></ConfirmForm>
    </section>
  );
}

export function ProgrammesCard({ programmes, refused }: { programmes: readonly Named[]; refused: Refused | undefined }) {
  const { rules: t } = useText(caseworkText).cases;
  return (
    <Card title={t.programmes}>
      <div className="stack">
        {programmes.length === 0 ? <p className="soft">{t.noProgrammes}</p> : (
          <ul className="stack tight">{programmes.map(({ id, name }) => <li key={id} className="spread"><span>{name}</span><ConfirmForm trigger={t.closeProgramme} question={t.closeAsk} confirm={t.closeProgramme} values={{ intent: "close_programme", id }}><IdempotencyField /></ConfirmForm></li>)}</ul>
        )}
        <AddName intent="add_programme" label={t.addProgramme} max={80} refused={refused} />
      </div>
    </Card>
  );
}

function AddName({ intent, label, max, refused }: { intent: "add_team" | "add_programme"; label: string; max: number; refused: Refused | undefined }) {
  const { rules: t } = useText(caseworkText).cases;
  const texts = useRefusals(caseworkText);
  const own = ownOf(refused, intent);
  return (
    <FormScope result={own} texts={texts} form={intent}>
      <Form method="post" className="form">
        <RefusalNote of={own?.refusal} texts={texts} labels={{ name: t.name }} />
        <IdempotencyField /><input type="hidden" name="intent" value={intent} />
        <TextField name="name" label={t.name} maxLength={max} autoComplete="off" />
        <FormActions><SubmitButton tone="plain">{label}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

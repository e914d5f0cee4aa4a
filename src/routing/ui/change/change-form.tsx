import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, FormScope, RadioCards, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../../messages/index.ts";
import { CHANGE_KINDS, TRAVEL_MODES, type ChangeKind } from "../../model/plan.ts";
import { teamNow } from "../../model/team-now.ts";
import type { Visitor } from "../../service/plans/list-visitors.ts";
import type { NamedTeam } from "../../service/plans/name-teams.ts";
import { whoGoes } from "../words.ts";

export interface ChangeStart { readonly from: string; readonly kind: ChangeKind; readonly teamId: string | null }
export interface Others { readonly staff: readonly Visitor[]; readonly volunteers: readonly Visitor[] }

/** Which team, what happened, from when. Sending it changes nothing yet. What a kind of change does not ask is hidden by style alone, so that it works without script. */
export function ChangeForm({ teams, start, others, result }: { teams: readonly NamedTeam[]; start: ChangeStart; others: Others; result: Refused | undefined }) {
  const { change: t, modes, create } = useText(routingText);
  const texts = useRefusals(routingText);
  const going = teams.map((team) => ({ team, now: teamNow(team, team.changes) })).filter(({ now }) => !now.out);
  const two = going.some(({ now }) => now.members.length > 1);
  const choices = (some: readonly Visitor[]) => some.map(({ key, name }) => ({ value: key, label: name }));
  const people = [{ group: create.staff, options: choices(others.staff) }, { group: create.volunteers, options: choices(others.volunteers) }].filter(({ options }) => options.length > 0);
  const kinds = CHANGE_KINDS.filter((kind) => (two || kind !== "one_out") && (going.length > 0 || kind === "join"));
  return (
    <FormScope result={result} texts={texts} form="change">
      <Form method="post" className="form route-change-form">
        <RefusalNote of={result?.refusal} texts={texts} labels={{ teamId: t.team, from: t.from, until: t.until, position: t.position, mode: t.mode, who: t.who, reason: t.reason }} />
        <IdempotencyField />
        <RadioCards name="kind" label={t.kind} defaultValue={kinds.includes(start.kind) ? start.kind : kinds[0]!} choices={kinds.map((value) => ({ value, label: t.kinds[value] }))} />
        <div className="of-team"><Select name="teamId" label={t.team} empty={null} options={going.map(({ team }) => ({ value: team.id, label: `${team.letter} · ${whoGoes(team)}` }))} {...(start.teamId !== null && { defaultValue: start.teamId })} /></div>
        {two ? <div className="of-two"><Select name="position" label={t.position} options={[{ value: "1", label: t.first }, { value: "2", label: t.second }]} /></div> : null}
        <div className="of-coming"><Select name="who" label={t.who} hint={t.whoHint} options={people} /></div>
        <div className="of-joining"><Select name="with" label={t.with} empty={create.alone} options={people} /></div>
        <div className="of-going"><Select name="mode" label={t.mode} empty={t.sameMode} options={TRAVEL_MODES.map((value) => ({ value, label: modes[value] }))} /></div>
        <TextField name="from" label={t.from} hint={t.fromHint} type="time" width={8} defaultValue={start.from} />
        <div className="of-joining"><TextField name="until" label={t.until} type="time" width={8} defaultValue="17:00" /></div>
        <TextField name="reason" label={t.reason} hint={t.reasonHint} maxLength={300} />
        <RadioCards name="stay" label={t.stay} defaultValue="few" choices={(["few", "some", "way"] as const).map((value) => ({ value, label: t.stays[value] }))} />
        <FormActions><SubmitButton tone="primary">{t.preview}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

import { Link } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../messages/index.ts";
import type { MemberFile } from "../service/members/show-member.ts";

export interface MemberLinksProps {
  file: MemberFile;
  mayManage: boolean;
  today: string;
  refused: Refused | undefined;
}

/** What stands around somebody: family, the people they named, talks that were held, refusals. */
export function MemberLinks({ file, mayManage, today, refused }: MemberLinksProps) {
  const { member: t, round } = useText(outreachText);
  const language = useLanguage();
  const { relatives, languages, member } = file;
  const roles = (one: MemberFile["relatives"][number]) => [one.relation, one.isGuardian ? t.guardian : null, one.isCarer ? t.carer : null].filter(Boolean).join(" · ");
  return (
    <Stack>
      <Card>
        <Facts facts={[
          { label: t.worker, value: member.workerName ?? round.nobody },
          ...(member.nextDueOn ? [{ label: t.nextDue, value: formatDayOnly(member.nextDueOn, language, today) }] : []),
          ...(languages.length > 0 ? [{ label: t.languages, value: languages.join(" · ") }] : []),
          ...relatives.map((one) => ({ label: roles(one), value: one.otherId ? <Link to={`/people/${one.otherId}`}>{one.otherName}</Link> : [one.otherName, one.otherPhone].filter(Boolean).join(" · ") })),
        ]} />
      </Card>
      <Referrals file={file} today={today} />
      {file.interviews.length > 0 ? <Interviews file={file} today={today} /> : null}
      {file.refusals.length > 0 ? <Refusals file={file} mayManage={mayManage} today={today} refused={refused} /> : null}
    </Stack>
  );
}

function Referrals({ file: { referrals, round, member }, today }: Pick<MemberLinksProps, "file" | "today">) {
  const { member: t, withheld } = useText(outreachText);
  const language = useLanguage();
  return (
    <Card title={t.referrals}>
      <ul className="stack tight">
        {referrals.map(({ id, direction, personId, name, toldOn, howKnown, mayBeNamed }) => (
          <li key={id}>
            <Link to={`/people/${personId}`}>{direction === "named" ? t.named(name ?? withheld) : t.namedBy(name ?? withheld)}</Link>
            <div className="small soft">{[formatDayOnly(toldOn, language, today), howKnown, direction === "named_by" && !mayBeNamed ? t.mayNotBeNamed : null].filter(Boolean).join(" · ")}</div>
          </li>
        ))}
        {round.closedOn === null ? <li><ButtonLink to={`/outreach/rounds/${round.id}/people/${member.personId}/refer`}>{t.refer}</ButtonLink></li> : null}
      </ul>
    </Card>
  );
}

function Interviews({ file: { interviews }, today }: Pick<MemberLinksProps, "file" | "today">) {
  const { member: t, modes } = useText(outreachText);
  const language = useLanguage();
  return (
    <Card title={t.interviews}>
      <ul className="stack tight">
        {interviews.map(({ id, heldOn, mode, summary, recordedByName, carerId }) => (
          <li key={id}>
            <b>{formatDayOnly(heldOn, language, today)} · {modes[mode as keyof typeof modes]}</b>
            {summary ? <div>{summary}</div> : null}
            <div className="small soft">{t.by(recordedByName)}{carerId ? <> · <Link to={`/needs/of/${carerId}`}>{t.carer} · {t.needs}</Link></> : null}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Refusals({ file: { refusals }, mayManage, today, refused }: MemberLinksProps) {
  const { member: t, talkedTo } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <Card title={t.refusals}>
      <FormScope form="lift" result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} />
        <ul className="stack tight">
          {refusals.map(({ id, scope, saidOn, untilOn, saidBy, words, liftedOn, liftedReason }) => (
            <li key={id} className="stack tight">
              <div><b>{t.scopes[scope]}</b> · {day(saidOn)} · {talkedTo[saidBy]}</div>
              <div className="small soft">{[words, untilOn && t.until(day(untilOn)), liftedOn && t.lifted(day(liftedOn), liftedReason === "corrected" ? t.liftedCorrected : (liftedReason ?? ""))].filter(Boolean).join(" · ")}</div>
              {mayManage && liftedOn === null ? <LiftForm refusalId={id} /> : null}
            </li>
          ))}
        </ul>
      </FormScope>
    </Card>
  );
}

function LiftForm({ refusalId }: { refusalId: string }) {
  const { member: t } = useText(outreachText);
  return (
    <ConfirmForm trigger={t.lift} question={t.liftQuestion} confirm={t.lift} tone="primary" values={{ intent: "lift", refusalId }}>
      <IdempotencyField />
      <TextField name="reason" label={t.liftReason} maxLength={400} />
    </ConfirmForm>
  );
}

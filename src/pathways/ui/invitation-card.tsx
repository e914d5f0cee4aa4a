import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "../messages/index.ts";
import { isOpen } from "../model/invitation.ts";
import type { ShownInvitation } from "../service/show-climber.ts";

interface CardProps { readonly one: ShownInvitation; readonly today: string; readonly result: FormResult | undefined }

/** One invitation: what was asked, what everybody said, and what can be said next. */
export function InvitationCard({ one, today, result }: CardProps) {
  const { person: t, steps, states, parties } = useText(pathwaysText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <Card title={`${steps[one.step]} · ${one.what}`} aside={<Chip tone={isOpen(one.state) ? "due" : one.state === "begun" ? "ok" : "plain"}>{states[one.state]}</Chip>}>
      <div className="stack">
        <ul className="stack tight plain">
          <li className="small soft">{t.asked(day(one.askedOn), one.byName)}</li>
          {one.events.map(({ number, kind, party, words, onDay, byName, askAgainOn }) => (
            <li key={number}><strong>{[party && parties[party], t.events[kind]].filter(Boolean).join(" · ")}</strong> <span className="small soft">{[words, askAgainOn && t.later(day(askAgainOn)), t.by(byName, day(onDay))].filter(Boolean).join(" · ")}</span></li>
          ))}
        </ul>
        {isOpen(one.state) ? <Answers one={one} today={today} result={result} /> : null}
      </div>
    </Card>
  );
}

function Answers({ one, today, result }: CardProps) {
  const { person: t, refusals } = useText(pathwaysText);
  const texts = useRefusals(pathwaysText);
  const mine = result?.values?.invitationId === one.id ? result : undefined;
  return (
    <FormScope form={`answer-${one.id}`} result={mine} texts={texts}>
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="invitationId" value={one.id} />
        <TextField name="words" label={t.words} maxLength={500} optional />
        <DayField name="askAgainOn" label={t.askAgain} min={today} optional />
        <div className="cluster" role="group" aria-label={t.answer}>
          {one.state === "yes" ? null : <SubmitButton name="kind" value="yes">{t.yes}</SubmitButton>}
          <Button type="submit" name="kind" value="not_now">{t.not_now}</Button>
          <Button type="submit" name="kind" value="no">{t.no}</Button>
        </div>
      </Form>
      <Agreements one={one} result={mine} />
      {one.state === "yes" ? one.hindered === null ? (
        <Form method="post">
          <IdempotencyField />
          <input type="hidden" name="invitationId" value={one.id} />
          <FormActions><SubmitButton name="kind" value="begun">{t.begin}</SubmitButton></FormActions>
          {one.step === "helping" ? <p className="small soft">{t.helpingShows}</p> : null}
        </Form>
      ) : <Notice tone="due">{t.hindered}{refusals[`pathways.${one.hindered}`]}</Notice> : null}
      <ConfirmForm trigger={t.takeBack} question={t.why} confirm={t.takeBackNow} values={{ invitationId: one.id, kind: "withdrawn" }}>
        <FormScope form={`back-${one.id}`} result={mine} texts={texts}><TextField name="words" label={t.why} maxLength={500} /></FormScope>
      </ConfirmForm>
    </FormScope>
  );
}

/** Who must agree to the change of side, what they said, and the reader's own say. */
function Agreements({ one, result }: { one: ShownInvitation; result: FormResult | undefined }) {
  const { person: t, parties, said } = useText(pathwaysText);
  const texts = useRefusals(pathwaysText);
  if (one.needed.length === 0) return null;
  return (
    <section className="stack" aria-label={t.must}>
      <h3>{t.must}</h3>
      <ul className="stack tight plain">
        {one.needed.map((needed) => <li key={needed.party + (needed.account ?? "")}>{[parties[needed.party], needed.name].filter(Boolean).join(" ")} <Chip tone={needed.said === "agreed" ? "ok" : needed.said === "refused" ? "late" : "due"}>{said[needed.said]}</Chip></li>)}
      </ul>
      {one.needed.filter(({ mine }) => mine).map(({ party, account }) => (
        <FormScope key={party + (account ?? "")} form={`${party}-${one.id}`} result={result?.values?.party === party ? result : undefined} texts={texts}>
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="invitationId" value={one.id} />
            <input type="hidden" name="party" value={party} />
            <TextField name="words" label={party === "guardian" ? t.guardianWords : t.agreeAs(parties[party])} maxLength={500} optional={party !== "guardian"} />
            <div className="cluster">
              <SubmitButton name="kind" value="agreed">{t.agree}</SubmitButton>
              <Button type="submit" name="kind" value="refused">{t.refuse}</Button>
            </div>
          </Form>
        </FormScope>
      ))}
    </section>
  );
}

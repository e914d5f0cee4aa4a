import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { outreachText } from "../../messages/index.ts";
import { Mode, outcomesOf } from "../../model/round/outcome.ts";
import { AttemptInput, LiftRefusal, RoundId } from "../../model/round/round.ts";
import { findDraft } from "../../service/interview/find-draft.ts";
import { liftRefusal } from "../../service/members/lift-refusal.ts";
import { logAttempt } from "../../service/members/log-attempt.ts";
import { showMember } from "../../service/members/show-member.ts";
import { AttemptForm } from "../../ui/attempt-form.tsx";
import { AttemptHistory } from "../../ui/attempt-history.tsx";
import { MemberChip } from "../../ui/member-chip.tsx";
import { MemberFacts } from "../../ui/member-facts.tsx";
import { MemberLinks } from "../../ui/member-links.tsx";
import { refusedOf } from "../../ui/refused.ts";
import styles from "../../ui/outreach.css?url";

const idsOf = (params: Record<string, string | undefined>) => ({ roundId: readParam(params.roundId, RoundId), personId: readParam(params.personId, PersonId) });
const Saved = z.enum(["attempt", "interview", "referral"]).nullable().catch(null);

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const ids = idsOf(params);
  const query = new URL(request.url).searchParams;
  const file = await showMember(session, ids);
  const { savedAt } = await findDraft(session, ids);
  const corrects = file.attempts.find(({ number }) => String(number) === query.get("corrects"))?.number ?? null;
  const mode = Mode.catch(file.proposedMode).parse(query.get("mode"));
  return {
    ...file, draftSavedAt: savedAt, corrects, mode, outcomes: outcomesOf(mode), saved: Saved.parse(query.get("saved")), leftOut: query.get("left"),
    today: session.today, mayManage: session.actor.capabilities.has("outreach.manage"),
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const ids = idsOf(params);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const here = `/outreach/rounds/${ids.roundId}/people/${ids.personId}`;
    if (data.get("intent") === "lift") {
      await liftRefusal(session, read(LiftRefusal));
      return redirect(here);
    }
    const { outcome } = await logAttemptOf(read(AttemptInput.omit({ roundId: true, personId: true })));
    return redirect(outcome === "reached" ? `${here}/interview/talk` : `${here}?saved=attempt`);

    async function logAttemptOf(form: Omit<AttemptInput, "roundId" | "personId">) {
      await logAttempt(session, { ...form, ...ids });
      return form;
    }
  });
}

export default function ShowMember() {
  const { round, member, card, corrects, today } = useLoaderData<typeof loader>();
  const { member: t, worklist, age } = useText(outreachText);
  const answer = useActionData<typeof action>();
  const closed = round.closedOn !== null || ((member.endedAs === "refused" || member.endedAs === "deceased") && corrects === null);
  return (
    <>
      <title>{card.name}</title>
      <PageHeader title={card.preferredName ?? card.name} avatar={card.name} chips={<MemberChip member={member} today={today} />}
        crumbs={[{ label: worklist.title, to: "/outreach" }, { label: round.name, to: `/outreach/rounds/${round.id}` }]}
        lead={[card.birthOn ? age(ageOn(card.birthOn, today)) : null, card.communityName, card.laneName].filter(Boolean).join(" · ")}
        actions={<><ButtonLink to={`/people/${card.id}`}>{t.person}</ButtonLink><ButtonLink to={`/needs/of/${card.id}`}>{t.needs}</ButtonLink></>} />
      <Notices />
      <Columns>
        <Stack>
          <MemberReach />
          {closed ? null : <LogCard answer={answer} />}
          <AttemptHistoryCard />
        </Stack>
        <Side answer={answer} />
      </Columns>
    </>
  );
}

function Notices() {
  const { member, contactRefused, refusals, relatives, saved, leftOut, card, today } = useLoaderData<typeof loader>();
  const { member: t, refer, round } = useText(outreachText);
  const language = useLanguage();
  const forGood = refusals.find(({ scope, liftedOn }) => scope === "for_good" && liftedOn === null);
  const reason = leftOut && leftOut in round.leftOutReasons ? round.leftOutReasons[leftOut as keyof typeof round.leftOutReasons] : null;
  return (
    <>
      {saved === "attempt" ? <Notice tone="ok">{t.saved}{member.nextDueOn ? ` ${t.nextOn(formatDayOnly(member.nextDueOn, language, today))}` : ""}</Notice> : null}
      {saved === "interview" ? <Notice tone="ok">{t.kept}</Notice> : null}
      {saved === "referral" ? <Notice tone={reason ? "due" : "ok"}>{reason ? refer.notJoined(reason) : refer.joined(card.name)}</Notice> : null}
      {contactRefused && !forGood ? <Notice tone="late">{t.contactRefused}</Notice> : null}
      {forGood ? <Notice tone="late">{t.refusedForGood(formatDayOnly(forGood.saidOn, language, today))}</Notice> : null}
      {relatives.filter(({ contactRule }) => contactRule === "must_not").map(({ id, otherName, relation }) => <Notice key={id} tone="late">{t.mustNot(otherName, relation)}</Notice>)}
    </>
  );
}

function MemberReach() {
  const { round, member, card, contactRefused, proposedMode, draftSavedAt, today } = useLoaderData<typeof loader>();
  const { member: t } = useText(outreachText);
  const language = useLanguage();
  const to = `/outreach/rounds/${round.id}/people/${member.personId}/interview/talk`;
  const closed = round.closedOn !== null || member.endedAs === "refused" || member.endedAs === "deceased";
  return (
    <Card title={t.reach}>
      <div className="stack">
        <MemberFacts card={card} contactRefused={contactRefused} />
        {proposedMode === "visit" && round.mode === "phone" && !closed ? <Notice tone="due">{t.proposedVisit}</Notice> : null}
        {closed ? null : (
          <>
            <p className="soft">{t.interviewHint}</p>
            <p><ButtonLink tone="primary" big to={to}>{draftSavedAt ? t.interviewGoOn(formatInstant(draftSavedAt, language, today)) : t.interview}</ButtonLink></p>
          </>
        )}
      </div>
    </Card>
  );
}

function LogCard({ answer }: { answer: unknown }) {
  const { mode, outcomes, corrects, attempts, round, today } = useLoaderData<typeof loader>();
  const { member: t } = useText(outreachText);
  return (
    <Card title={corrects === null ? t.log : t.correcting(corrects)} id="log">
      {corrects === null ? null : <p className="soft">{t.correctingHint}</p>}
      <AttemptForm key={`${attempts.length}/${corrects ?? "new"}`} mode={mode} outcomes={outcomes} corrects={corrects} today={today} opensOn={round.opensOn} refused={refusedOf(answer, "log")} />
    </Card>
  );
}

function AttemptHistoryCard() {
  const { attempts, assignments, round, today } = useLoaderData<typeof loader>();
  const { member: t } = useText(outreachText);
  return <Card title={t.history}><AttemptHistory attempts={attempts} assignments={assignments} mayCorrect={round.closedOn === null} today={today} /></Card>;
}

function Side({ answer }: { answer: unknown }) {
  const data = useLoaderData<typeof loader>();
  return <MemberLinks file={data} mayManage={data.mayManage} today={data.today} refused={refusedOf(answer, "lift")} />;
}

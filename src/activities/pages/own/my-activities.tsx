import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { listMyActivities } from "../../service/calendar/list-my-activities.ts";
import type { NamedOccasion } from "../../service/calendar/name-occasions.ts";
import { listMyFeeds } from "../../service/feeds/list-place-feeds.ts";
import { makeFeed, revokeFeed } from "../../service/feeds/make-feed.ts";
import { organizationSlug } from "../../service/calendar/organization-slug.ts";
import { signUp } from "../../service/registration/sign-up.ts";
import { StatusChip, titleOf, whenOf } from "../../ui/words.tsx";
import styles from "../../ui/activities.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Step = z.union([z.object({ come: z.uuid() }), z.object({ help: z.uuid() }), z.object({ feed: z.literal("make") }), z.object({ revoke: z.uuid() })]);

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await listMyActivities(session)), feeds: await listMyFeeds(session), slug: await organizationSlug(webOf(context).installation.db, session), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ read }) => {
    const [session, step] = [sessionOf(context), read(Step)];
    const personId = session.actor.personId ?? "";
    if ("feed" in step) return { address: `${web.installation.origin}/calendar/${(await makeFeed(session, { kind: "person", personId })).token}` };
    if ("revoke" in step) await revokeFeed(session, step.revoke);
    else await signUp(session, "come" in step ? { sessionId: step.come, personId, role: "participant" } : { sessionId: step.help, personId, role: "volunteer" });
    return redirect("/my-activities");
  });
}

export default function MyActivities() {
  const { mine, news, personId, slug, today } = useLoaderData<typeof loader>();
  const { my: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        {personId === null ? <Notice tone="due">{t.noPerson}</Notice> : null}
        {news.length > 0 ? <Card title={t.news}><ul className="prose">{news.map(({ id, kind, params }) => <li key={id}>{t.at(formatInstant(String(params.startsAt), language, today))} {t.told[kind.slice(9) as keyof typeof t.told]}</li>)}</ul></Card> : null}
        <h2>{t.mine}</h2>
        {mine.length === 0 ? <EmptyState title={t.none} level={3}>{t.noneHint}</EmptyState> : mine.map(({ registrationId, pass, status, occasion }) => (
          <Card key={registrationId} title={titleOf(occasion, language, today)} aside={occasion.cancelled ? <Cancelled /> : <StatusChip status={status} />}>
            <p><strong>{whenOf(occasion, language, today)}</strong></p>
            <p>{occasion.place}</p>
            <ButtonLink big to={`/gatherings/${slug}/pass/${pass}`}>{t.pass}</ButtonLink>
          </Card>
        ))}
        <Open />
        <MyCalendar address={answer && "address" in answer ? answer.address : null} />
      </FormScope>
    </>
  );
}

function Cancelled() {
  const { list: t } = useText(activitiesText);
  return <Chip tone="late">{t.cancelled}</Chip>;
}

function Open() {
  const { open, personId } = useLoaderData<typeof loader>();
  const { my: t } = useText(activitiesText);
  if (personId === null) return null;
  return (
    <>
      <h2>{t.open}</h2>
      {open.length === 0 ? <p className="soft">{t.nothingOpen}</p> : open.map((one) => <OpenOne key={one.id} occasion={one} />)}
    </>
  );
}

function OpenOne({ occasion }: { occasion: NamedOccasion }) {
  const { today } = useLoaderData<typeof loader>();
  const { my: t, open: words } = useText(activitiesText);
  const language = useLanguage();
  const { participant, volunteer } = occasion.filled;
  return (
    <Card title={`${t.open} · ${titleOf(occasion, language, today)}`} aside={<Chip tone={participant.booked < participant.places ? "ok" : "calm"}>{participant.booked < participant.places ? words.left(participant.places - participant.booked) : words.full}</Chip>}>
      <p><strong>{whenOf(occasion, language, today)}</strong></p>
      <p>{occasion.place}</p>
      <Form method="post" className="cluster">
        <IdempotencyField />
        <SubmitButton name="come" value={occasion.id} aria-label={`${t.come} ${occasion.name} ${whenOf(occasion, language, today)}`}>{t.come}</SubmitButton>
        {volunteer.places > 0 ? <SubmitButton tone="plain" name="help" value={occasion.id} aria-label={`${t.help} ${occasion.name} ${whenOf(occasion, language, today)}`}>{t.help}</SubmitButton> : null}
      </Form>
    </Card>
  );
}

function MyCalendar({ address }: { address: string | null }) {
  const { feeds, personId } = useLoaderData<typeof loader>();
  const { my: t } = useText(activitiesText);
  if (personId === null) return null;
  return (
    <Card title={t.calendar}>
      <p className="soft measure">{t.calendarHint}</p>
      {address ? <div role="status"><p>{t.made}</p><p className="feed-address">{address}</p></div> : null}
      <div className="cluster">
        <Form method="post"><IdempotencyField /><SubmitButton tone="plain" name="feed" value="make">{t.make}</SubmitButton></Form>
        {feeds.map(({ id }) => <Form key={id} method="post" className="cluster"><IdempotencyField /><span className="soft">{t.has}</span><SubmitButton tone="quiet" name="revoke" value={id}>{t.revoke}</SubmitButton></Form>)}
      </div>
    </Card>
  );
}

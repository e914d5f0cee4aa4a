import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "../messages/index.ts";
import { InvitationStep, isOpen, NewInvitation } from "../model/invitation.ts";
import { endEpisode } from "../service/end-episode.ts";
import { invitePerson } from "../service/invite-person.ts";
import { showClimber, type ShownClimber } from "../service/show-climber.ts";
import { stepInvitation } from "../service/step-invitation.ts";
import { InvitationCard } from "../ui/invitation-card.tsx";
import { Episodes } from "../ui/episodes.tsx";
import { Rungs } from "../ui/rungs.tsx";
import styles from "../ui/pathways.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

const EpisodeEnd = z.object({ episodeId: z.uuid(), ending: z.enum(["ended", "withdrawn"]), onDay: z.iso.date().optional(), words: z.string().min(1).max(500) });
const Invited = z.object({ invitationId: z.uuid() });
const idOf = (params: { personId?: string | undefined }) => readParam(params.personId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showClimber(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, personId] = [sessionOf(context), idOf(params)];
    if (data.has("episodeId")) {
      const { episodeId, ending, onDay, words } = read(EpisodeEnd);
      await endEpisode(session, episodeId, { kind: ending, onDay, words });
    } else if (data.has("invitationId")) await stepInvitation(session, read(Invited).invitationId, read(InvitationStep));
    else await invitePerson(session, personId, read(NewInvitation));
    return redirect(`/pathways/people/${personId}`);
  });
}

export default function ShowClimber() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { person: t, title, steps, fields } = useText(pathwaysText);
  const texts = useRefusals(pathwaysText);
  const name = shown.person.preferredName ?? shown.person.name;
  const result = answer && "refusal" in answer ? answer : undefined;
  const open = shown.invitations.filter(({ state }) => isOpen(state));
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} avatar={name} crumbs={[{ label: title, to: "/pathways" }]} chips={shown.height ? <Chip tone="ok">{steps[shown.height]}</Chip> : undefined} actions={<ButtonLink to={`/people/${shown.person.id}`}>{t.file}</ButtonLink>} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        {shown.served ? <Served shown={shown} /> : null}
        <Columns>
          <Stack>
            {open.map((one) => <InvitationCard key={one.id} one={one} today={today} result={result} />)}
            {open.length === 0 ? <NextStep shown={shown} today={today} /> : null}
            {shown.invitations.filter(({ state }) => !isOpen(state)).map((one) => <InvitationCard key={one.id} one={one} today={today} result={result} />)}
          </Stack>
          <Stack>
            <Card title={t.way}><Rungs shown={shown} today={today} /></Card>
            {shown.episodes.length > 0 ? <Card title={t.roles}><Episodes episodes={shown.episodes} today={today} result={result} /></Card> : null}
          </Stack>
        </Columns>
      </FormScope>
    </>
  );
}

function Served({ shown: { path } }: { shown: ShownClimber }) {
  const { person: t } = useText(pathwaysText);
  return <Notice tone="due"><p>{t.served}</p>{path.content.limits.length > 0 ? <><p>{t.limits}</p><ul>{path.content.limits.map((line) => <li key={line}>{line}</li>)}</ul></> : null}</Notice>;
}

/** What the next step needs, what support there is, and the question. */
function NextStep({ shown: { next, askAgainOn, path }, today }: { shown: ShownClimber; today: string }) {
  const { person: t, steps, unverified } = useText(pathwaysText);
  const language = useLanguage();
  if (next === null) return <Card>{t.top}</Card>;
  const { needs, support } = path.content.steps[next];
  return (
    <Card title={t.next(steps[next])} aside={path.verified === null ? <Chip tone="due">{unverified}</Chip> : undefined}>
      <div className="stack">
        <div><h3>{t.needs}</h3><ul>{needs.map((line) => <li key={line}>{line}</li>)}</ul></div>
        <div><h3>{t.support}</h3><ul>{support.map((line) => <li key={line}>{line}</li>)}</ul></div>
        {askAgainOn !== null && askAgainOn > today ? <Notice>{t.later(formatDayOnly(askAgainOn, language, today))}</Notice> : (
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="step" value={next} />
            <TextField name="what" label={t.what} hint={t.whatHint} maxLength={120} />
            <FormActions><SubmitButton>{t.invite}</SubmitButton></FormActions>
          </Form>
        )}
      </div>
    </Card>
  );
}

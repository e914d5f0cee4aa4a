import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DraftForm, FormActions, FormScope, Notice, PageHeader, RadioCards, RefusalNote, Select, SubmitButton, TextArea } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { IMPRESSIONS, NoteForm, OFF_REASONS } from "../../model/recruitment/interview.ts";
import { callOffInterview, CallingOff } from "../../service/recruitment/interviews.ts";
import { showInterview, writeNote } from "../../service/recruitment/interview-notes.ts";
import { returnedOf } from "../../ui/step-page.tsx";

const TONES = { suits: "ok", unsure: "due", not_yet: "plain" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showInterview(session, readParam(params.interviewId, z.uuid()))), today: session.today, mayManage: session.actor.capabilities.has("volunteers.manage") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const interviewId = readParam(params.interviewId, z.uuid());
    if (data.get("step") === "off") await callOffInterview(sessionOf(context), { interviewId, ...read(CallingOff.omit({ interviewId: true })) });
    else await writeNote(sessionOf(context), { interviewId, ...read(NoteForm) });
    return redirect(`/interviews/${interviewId}`);
  });
}

export default function ShowInterview() {
  const { interview, name, programmeId, programmeName, notes, mayWrite, mayManage, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const { interview: i } = t.recruitment;
  const texts = useRefusals(volunteeringText);
  const language = useLanguage();
  const refused = returnedOf(useActionData());
  return (
    <>
      <title>{i.title}</title>
      <PageHeader title={name} eyebrow={`${programmeName} · ${i.title}`} lead={`${formatDay(interview.onDay, language, today)} ${interview.fromTime} · ${interview.place}`}
        crumbs={[{ label: t.recruitment.board, to: `/volunteers/programmes/${programmeId}/recruitment` }, { label: name, to: `/volunteers/${interview.volunteerId}` }]} />
      {interview.off ? <Notice tone="due">{i.isOff(i.offs[interview.off])}</Notice> : null}
      <Notes />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} />
        {mayWrite ? <Card title={i.write}><WriteNote interviewId={interview.id} written={notes.length} /></Card> : null}
        {mayManage && !interview.off ? (
          <Card title={i.off}>
            <Form method="post" className="cluster">
              <IdempotencyField />
              <Select name="reason" label={i.offReason} options={OFF_REASONS.map((value) => ({ value, label: i.offs[value] }))} />
              <SubmitButton tone="danger" name="step" value="off">{i.off}</SubmitButton>
            </Form>
          </Card>
        ) : null}
      </FormScope>
    </>
  );
}

/** What the interviewers wrote, as far as the reader may see it. */
function Notes() {
  const { interview, notes, hidden, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const { interview: i } = t.recruitment;
  const language = useLanguage();
  const latest = new Map(notes.map((note) => [note.accountId, note.number]));
  return (
    <Card title={i.notes}>
      <div className="stack">
        <p className="soft">{t.labelled(t.recruitment.with, interview.interviewers.map((one) => one.name).join("、"))}</p>
        {hidden ? <Notice>{i.hidden}</Notice> : notes.length === 0 ? <p>{i.none}</p> : null}
        {notes.map((note) => (
          <article key={`${note.accountId}${note.number}`} className="stack">
            <p className="cluster"><strong>{note.byName}</strong><Chip tone={TONES[note.impression]}>{i.impressions[note.impression]}</Chip>
              <span className="small soft">{formatInstant(note.at, language, today)}{latest.get(note.accountId) === note.number ? "" : ` · ${i.earlier}`}</span></p>
            <p className="measure pre">{note.words}</p>
          </article>
        ))}
        <p className="small soft">{i.only}</p>
      </div>
    </Card>
  );
}

function WriteNote({ interviewId, written }: { interviewId: string; written: number }) {
  const { recruitment: { interview: i } } = useText(volunteeringText);
  return (
    <DraftForm formKey={`interview-note/${interviewId}`} basis={written} className="form" actions={<FormActions><SubmitButton tone="primary" name="step" value="note">{i.submit}</SubmitButton></FormActions>}>
      <IdempotencyField />
      <RadioCards name="impression" label={i.impression} choices={IMPRESSIONS.map((value) => ({ value, label: i.impressions[value] }))} />
      <TextArea name="words" label={i.words} hint={i.wordsHint} rows={5} maxLength={4000} />
      {written > 0 ? <p className="small soft">{i.again}</p> : null}
    </DraftForm>
  );
}

import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant, formatNearDay } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import type { Tone } from "#platform/ui/show/tone.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { enquiriesText } from "../messages/index.ts";
import { CLOSING_REASONS, type EnquiryStatus } from "../model/enquiry.ts";
import { openFile } from "../service/open-file.ts";
import { showEnquiry, type ShownEnquiry } from "../service/show-enquiry.ts";
import { takeStep } from "../service/take-step.ts";
import { caseAddress } from "../ui/case-address.ts";
import { EnquirySteps } from "../ui/enquiry-steps.tsx";

const TONES: Readonly<Record<EnquiryStatus, Tone>> = { new: "calm", taken: "due", contacted: "ok", closed: "plain" };
const Version = z.coerce.number().int();
const StepForm = z.discriminatedUnion("step", [
  z.object({ step: z.enum(["taken", "reopened"]), version: Version }),
  z.object({ step: z.enum(["contacted", "not_reached"]), version: Version, note: z.string().max(2000).optional() }),
  z.object({ step: z.literal("closed"), version: Version, reason: z.enum(CLOSING_REASONS), note: z.string().max(2000).optional() }),
  z.object({ step: z.enum(["open_file", "open_case"]), version: Version, name: z.string().max(40) }),
]);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { enquiry: await showEnquiry(session, readParam(params.enquiryId, z.uuid())), today: session.today, mayOpenCase: session.actor.capabilities.has("cases.work") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const enquiryId = readParam(params.enquiryId, z.uuid());
    const { step, version, ...rest } = read(StepForm);
    if (step === "open_file" || step === "open_case") {
      const { personId } = await openFile(session, { enquiryId, version, name: (rest as { name: string }).name });
      return redirect(step === "open_case" ? caseAddress(personId, enquiryId) : `/people/${personId}`);
    }
    await takeStep(session, { enquiryId, version, kind: step, ...rest });
    return redirect(`/enquiries/${enquiryId}`);
  });
}

export default function ShowEnquiry() {
  const { enquiry, today, mayOpenCase } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(enquiriesText);
  const texts = useRefusals(enquiriesText);
  const language = useLanguage();
  const result = refused && "refusal" in refused ? refused : undefined;
  const facts = factsOf(enquiry, t, language, today);
  const history = enquiry.events.map((event, index) => ({
    key: String(index), when: formatInstant(event.at, language, today), at: event.at, title: `${t.events[event.kind]} · ${event.byName}`,
    note: [event.reason && t.steps.reasons[event.reason], event.note].filter(Boolean).join(" · ") || undefined,
  }));
  return (
    <>
      <title>{t.received(enquiry.reference)}</title>
      <PageHeader title={t.received(enquiry.reference)} crumbs={[{ label: t.title, to: "/enquiries" }]}
        chips={<><Chip tone={TONES[enquiry.status]}>{t.status[enquiry.status]}</Chip>{enquiry.urgent ? <Chip tone="late">{t.urgent}</Chip> : null}</>} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Columns>
          <div className="stack">
          <Card title={t.columns.words}><p className="measure pre">{enquiry.words}</p></Card>
          <Card title={t.steps.title}><EnquirySteps enquiry={enquiry} mayOpenCase={mayOpenCase} /></Card>
          {history.length > 0 ? <Card title={t.history}><Timeline label={t.history} items={history} /></Card> : null}
          </div>
          <Card><Facts facts={facts} /></Card>
        </Columns>
      </FormScope>
    </>
  );
}

function factsOf(enquiry: ShownEnquiry, t: typeof enquiriesText.zh, language: Language, today: string) {
  return [
    { label: t.facts.asker, value: enquiry.askerName ?? t.anonymous },
    { label: t.facts.contact, value: enquiry.askerContact },
    { label: t.facts.relation, value: enquiry.askerRelation },
    { label: t.facts.subject, value: enquiry.subjectName ?? (enquiry.forWhom === "self" ? t.forSelf : t.anonymous) },
    { label: t.facts.community, value: enquiry.community },
    { label: t.facts.channel, value: t.channels[enquiry.channel] },
    { label: t.facts.received, value: formatInstant(enquiry.receivedAt, language, today) },
    { label: t.facts.due, value: formatNearDay(enquiry.dueOn, language, today) },
    { label: t.facts.taker, value: enquiry.taker?.name },
  ].filter(({ value }) => value);
}

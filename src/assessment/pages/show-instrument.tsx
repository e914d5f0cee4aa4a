import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { assessmentText } from "../messages/index.ts";
import { itemsOf, type Instrument } from "../model/instrument.ts";
import { importItemTexts } from "../service/texts/import-item-texts.ts";
import { showInstrument } from "../service/show-instrument.ts";
import { undoItemTexts } from "../service/texts/undo-item-texts.ts";
import { ImportCard } from "../ui/import-card.tsx";
import styles from "../ui/assessment.css?url";

const Name = z.string().max(40);
const ImportForm = z.object({ licence: z.string().trim().min(2).max(300) });

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { instrument, imports } = await showInstrument(session, readParam(params.instrument, Name));
  return { instrument, imports, mayImport: session.actor.capabilities.has("instruments.manage"), imported: new URL(request.url).searchParams.has("imported"), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const instrumentId = readParam(params.instrument, Name);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    if (data.get("intent") === "undo") {
      await undoItemTexts(session, read(z.object({ importId: z.uuid() })).importId);
      return redirect(`/instruments/${instrumentId}`);
    }
    const file = data.get("file");
    const { licence } = read(ImportForm);
    if (!(file instanceof File) || file.size === 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "file", reason: "assessment.file_missing" }] });
    const done = await importItemTexts(session, { instrumentId, licence, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } });
    return "faults" in done ? { faults: done.faults, values: { licence } } : redirect(`/instruments/${instrumentId}?imported=1`);
  });
}

export default function ShowInstrument() {
  const { instrument, imports, mayImport, imported, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const bands = instrument.total?.bands;
  const licensed = instrument.licence[language];
  return (
    <>
      <title>{instrument.name[language]}</title>
      <PageHeader title={instrument.name[language]} crumbs={[{ label: t.title, to: "/assessments" }, { label: t.instruments, to: "/instruments" }]} lead={instrument.about[language]}
        chips={instrument.verified ? undefined : <Chip tone="due">{t.unverified}</Chip>} actions={<PrintButton label={t.instrument.printBlank} />} />
      {imported ? <Notice tone="ok">{t.instrument.imported}</Notice> : null}
      <Columns>
        <Card title={t.instrument.sheet}><BlankSheet instrument={instrument} /></Card>
        <Stack>
          <Card title={t.instrument.source}>
            <Facts facts={[
              { label: t.instrument.version, value: t.result.versionOf(instrument.version) },
              { label: t.instrument.licence, value: licensed },
              { label: t.instrument.source, value: instrument.source[language] },
              { label: t.instrument.assessors, value: instrument.assessors.medical ? t.sheet.assessorsRule(instrument.assessors.least) : String(instrument.assessors.least) },
              ...(instrument.repeatDays === null ? [] : [{ label: t.instrument.repeat, value: t.instrument.repeatDays(instrument.repeatDays) }]),
            ]} />
          </Card>
          {bands ? (
            <Card title={t.instrument.bands} aside={bands.verified ? undefined : <Chip tone="due">{t.unverified}</Chip>}>
              <div className="stack tight">
                {bands.lines.map((band) => <div key={band.key} className="spread"><span>{band.from === band.to ? band.from : `${band.from}–${band.to}`}</span><Chip tone={band.tone}>{band.label[language]}</Chip></div>)}
                <p className="small soft">{t.result.bandSource(bands.source[language])}</p>
              </div>
            </Card>
          ) : null}
          <ImportCard imports={imports} mayImport={mayImport && (imports.length > 0 || hasBareItems(instrument))} today={today} answer={answer && !(answer instanceof Response) ? answer : undefined} />
        </Stack>
      </Columns>
    </>
  );
}

const hasBareItems = (instrument: Instrument) => itemsOf(instrument).some(({ text }) => text === undefined);

/** The sheet to be filled in by hand. */
function BlankSheet({ instrument }: { instrument: Instrument }) {
  const { sheet: t } = useText(assessmentText);
  const language = useLanguage();
  return (
    <div className="stack">
      {instrument.parts.map((part) => (
        <section key={part.id} className="stack tight" aria-label={part.label[language]}>
          <h3>{part.label[language]}</h3>
          <ul className="blank-sheet">
            {part.items.map((item) => (
              <li key={item.id}>
                <div>{item.text ? `${item.number}. ${item.text[language]}` : t.item(item.number)}</div>
                <div className="cluster small">{item.choices.map(({ value, label }) => <span key={value}>□ {label ? `${label[language]} · ${value}` : value}</span>)}{item.mayNotApply ? <span>□ {t.notApplicable}</span> : null}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { insightsText } from "../../messages/index.ts";
import { openDigest } from "../../service/digest/show-digest.ts";
import { DigestFigures } from "../../ui/digest/digest-figures.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { kept: await openDigest(session, readParam(params.weekOn, z.iso.date())), today: session.today };
}

export default function ShowKeptDigest() {
  const { kept, today } = useLoaderData<typeof loader>();
  const { digest: t } = useText(insightsText);
  const language = useLanguage();
  const from = formatDay(kept.weekOn, language, today);
  return (
    <>
      <title>{`${t.title} · ${t.week(from)}`}</title>
      <PageHeader title={t.week(from)} lead={t.keptLead(from, formatInstant(kept.madeAt, language, today))} crumbs={[{ label: t.title, to: "/digest" }]} actions={<PrintButton label={t.print} />} />
      <DigestFigures figures={kept.figures} />
    </>
  );
}

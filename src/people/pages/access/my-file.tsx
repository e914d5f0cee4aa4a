import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { peopleText } from "../../messages/index.ts";
import { showOwnSheet } from "../../service/files/show-answer-sheet.ts";
import { SheetBody } from "../../ui/answer-sheet.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { sheet: await showOwnSheet(session, webOf(context).lang), today: session.today };
}

/** Somebody's own account: who can see their file, and who has. */
export default function MyFile() {
  const { sheet, today } = useLoaderData<typeof loader>();
  const { sheet: t } = useText(peopleText);
  return (
    <>
      <title>{t.mine}</title>
      <PageHeader title={t.mine} lead={t.lead} />
      <SheetBody sheet={sheet} today={today} />
    </>
  );
}

import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, Card, DataList, Notice, PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { matchingPagesText, matchingTogetherText } from "../messages/index.ts";
import { exportRound } from "../service/rounds/export-round.ts";
import { sheetsOfRound } from "../ui/round-sheets.ts";

/** A sheet of paper is not read beyond this. */
const MOST_PRINTED = 1000;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const roundId = readParam(params.roundId, z.uuid());
  const { round, sheets: [proposals, left] } = sheetsOfRound(await exportRound(sessionOf(context), roundId), webOf(context).lang);
  const shown = [proposals, left].map(({ name, columns, rows }) => ({ name, heads: columns.map(({ header }) => header), rows: rows.slice(0, MOST_PRINTED).map((cells, index) => ({ index, cells })) }));
  return { roundId, number: round.number, shown, more: proposals.rows.length > MOST_PRINTED || left.rows.length > MOST_PRINTED, most: MOST_PRINTED };
}

export default function PrintRound() {
  const { roundId, number, shown, more, most } = useLoaderData<typeof loader>();
  const { rounds } = useText(matchingPagesText);
  const { printPage: t } = useText(matchingTogetherText);
  return (
    <>
      <title>{t.title(number)}</title>
      <PageHeader title={t.title(number)} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(number), to: `/matching/${roundId}` }]} actions={<Button type="button" tone="primary" onClick={() => window.print()}>{t.do}</Button>} />
      {more ? <Notice tone="due">{t.more(most)}</Notice> : null}
      {shown.map(({ name, heads, rows }) => (
        <Card key={name} flush title={name}>
          <DataList caption={name} rows={rows} rowKey={({ index }) => String(index)} empty={null}
            columns={heads.map((label, at) => ({ key: String(at), label, render: ({ cells }: (typeof rows)[number]) => cells[at] })) as never} />
        </Card>
      ))}
    </>
  );
}

import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatNearDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { visitsText } from "../messages/index.ts";
import { listMyPairs } from "../service/list-my-pairs.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const saved = new URL(request.url).searchParams.get("saved");
  return { pairs: await listMyPairs(session), saved: saved === "visit" || saved === "told" ? saved : null, today: session.today };
}

export default function MyPairs() {
  const { pairs, saved, today } = useLoaderData<typeof loader>();
  const { mine: t, form } = useText(visitsText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      {saved ? <div role="status"><Notice tone="ok">{form.saved} {saved === "told" ? form.told : ""}</Notice></div> : null}
      {pairs.length === 0 ? <EmptyState title={t.empty}>{t.emptyHint}</EmptyState> : null}
      {pairs.map((pair) => {
        const running = (pair.state === "trial" || pair.state === "active") && pair.mayMeet;
        const late = running && pair.dueOn !== null && pair.dueOn < today;
        return (
          <Card key={pair.pairId} title={pair.name} aside={<PairChip state={pair.state} late={late} />}>
            <Stack>
              {pair.mayMeet ? null : <Notice tone="due">{t.suspended}</Notice>}
              <p>{t.every(pair.rhythmDays)} · {pair.lastMetOn ? t.lastMet(formatNearDay(pair.lastMetOn, language, today)) : t.neverMet}
                {running && pair.dueOn && !late ? ` · ${t.due(formatNearDay(pair.dueOn, language, today))}` : ""}</p>
              <div className="cluster">
                {running ? <ButtonLink to={`/my-pairs/${pair.pairId}/log`} tone="primary" big>{t.log}</ButtonLink> : null}
                <ButtonLink to={`/my-pairs/${pair.pairId}`} big>{pair.name}</ButtonLink>
              </div>
            </Stack>
          </Card>
        );
      })}
    </>
  );
}

function PairChip({ state, late }: { state: string; late: boolean }) {
  const { mine: t } = useText(visitsText);
  if (late) return <Chip tone="due">{t.late}</Chip>;
  if (state === "paused") return <Chip tone="plain">{t.paused}</Chip>;
  return state === "trial" || state === "active" ? null : <Chip tone="calm">{t.waiting}</Chip>;
}

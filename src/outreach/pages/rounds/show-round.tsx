import { UserPlus } from "lucide-react";
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { MapView } from "#platform/ui/picture/map-view.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import { Reassignment, RoundId } from "../../model/round/round.ts";
import { closeRound } from "../../service/rounds/close-round.ts";
import { countRoundProgress } from "../../service/rounds/count-round-progress.ts";
import { listRoundMembers } from "../../service/rounds/list-round-members.ts";
import { listWorkers } from "../../service/rounds/list-workers.ts";
import { reassignMembers } from "../../service/rounds/reassign-members.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { MembersList } from "../../ui/members-list.tsx";
import { tilesOf, withSomebody } from "../../ui/place-tiles.ts";
import { refusedOf } from "../../ui/refused.ts";
import { RoundFigures, WorkersProgress } from "../../ui/rounds/round-figures.tsx";
import { shapesOf } from "../../ui/shapes.ts";
import { memberFilterOf } from "../../ui/member-query.ts";
import styles from "../../ui/outreach.css?url";

const Closing = z.object({ reason: z.string().trim().min(1).max(400) });
const Picked = Reassignment.pick({ workerId: true }).extend({ id: listOf(Reassignment.shape.personIds.element) });

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const roundId = readParam(params.roundId, RoundId);
  const query = new URL(request.url).searchParams;
  const mayManage = session.actor.capabilities.has("outreach.manage");
  const filter = memberFilterOf(query);
  const progress = await countRoundProgress(session, roundId);
  const page = await listRoundMembers(session, roundId, filter, { after: query.get("after"), limit: 30 });
  return {
    ...progress, page, filter, today: session.today, mayManage, gave: query.get("gave"),
    shapes: shapesOf(await listCommunities(session)), colleagues: mayManage ? await listWorkers(session) : [],
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const roundId = readParam(params.roundId, RoundId);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    if (data.get("intent") === "close") {
      await closeRound(session, { roundId, ...read(Closing) });
      return redirect(`/outreach/rounds/${roundId}`);
    }
    const { id, workerId } = read(Picked);
    const { given } = await reassignMembers(session, { roundId, personIds: id, workerId });
    return redirect(`/outreach/rounds/${roundId}?gave=${given}`);
  });
}

export default function ShowRound() {
  const { round, progress, toReach, shapes, workers, mayManage, gave, today } = useLoaderData<typeof loader>();
  const { rounds, round: t, worklist, segments } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const refused = refusedOf(useActionData<typeof action>());
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  const open = mayManage && round.closedOn === null;
  return (
    <>
      <title>{round.name}</title>
      <PageHeader title={round.name} crumbs={[{ label: worklist.title, to: "/outreach" }, { label: rounds.title, to: "/outreach/rounds" }]}
        chips={<Chip tone={round.closedOn ? "plain" : "calm"}>{round.closedOn ? rounds.closed : rounds.open}</Chip>}
        lead={t.facts(round.segmentName, day(round.agesOn), day(round.opensOn), day(round.dueOn))}
        actions={open ? <ButtonLink tone="primary" icon={<UserPlus className="icon" aria-hidden="true" />} to={`/outreach/rounds/${round.id}/assign`}>{t.assign}</ButtonLink> : undefined} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      {gave ? <Notice tone="ok">{t.gave(gave)}</Notice> : null}
      <Notices />
      <RoundFigures progress={progress} roundId={round.id} />
      <WorkersProgress workers={workers} roundId={round.id} />
      {progress.open === 0 ? null : (
        <Card title={t.toReach}>
          <MapView label={t.toReach} shapes={shapes} places={tilesOf(withSomebody(toReach), segments.noCommunity, (place) => `/outreach/rounds/${round.id}?${new URLSearchParams({ state: "open", ...place })}#members`)} />
        </Card>
      )}
      <Members />
      {open ? <CloseRound /> : null}
    </>
  );
}

function Notices() {
  const { round, progress, today } = useLoaderData<typeof loader>();
  const { round: t } = useText(outreachText);
  const language = useLanguage();
  const left = Object.entries(round.leftOut) as [keyof typeof t.leftOutReasons, number][];
  const leftCount = left.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      {round.closedOn ? <Notice>{t.closedOn(formatDayOnly(round.closedOn, language, today), round.closedReason ?? "")}</Notice> : null}
      {progress.unassigned > 0 ? <Notice tone="due">{t.unassignedNote(progress.unassigned)}</Notice> : null}
      {leftCount > 0 ? <Notice>{t.leftOut(leftCount)} {left.map(([reason, count]) => `${t.leftOutReasons[reason]} ${t.persons(count)}`).join(" · ")}</Notice> : null}
    </>
  );
}

function Members() {
  const { round, page, filter, colleagues, members, mayManage, today } = useLoaderData<typeof loader>();
  return <MembersList key={page.rows.map(({ personId, version }) => `${personId}${version}`).join()} roundId={round.id} page={page} filter={filter} workers={colleagues} places={members} today={today} mayGive={mayManage && round.closedOn === null} />;
}

function CloseRound() {
  const { round: t } = useText(outreachText);
  return (
    <ConfirmForm trigger={t.close} question={t.closeQuestion} confirm={t.close} values={{ intent: "close" }}>
      <IdempotencyField />
      <TextField name="reason" label={t.closeReason} maxLength={400} />
    </ConfirmForm>
  );
}

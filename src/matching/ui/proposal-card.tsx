import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { BarLine, Button, ButtonLink, Chip, Facing, SubmitButton } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { matchingPagesText, matchingReviewText, matchingText } from "../messages/index.ts";
import { sayAlternative, sayCame } from "../messages/say-proposal.ts";
import { fitPercent } from "../model/fit.ts";
import type { ProposalRow } from "../service/rounds/show-round.ts";
import type { WordedRound } from "./worded-round.ts";
import { ForbidForm, OverrideForm } from "./decide-forms.tsx";
import { SideCard } from "./side-card.tsx";
import { WhatIf } from "./together/what-if.tsx";

interface Props {
  proposal: ProposalRow;
  round: WordedRound;
  today: string;
  manages: boolean;
  refused: Refused | undefined;
}

/** Two facing cards with the reasons between them, and what can be decided. */
export function ProposalCard({ proposal, round, today, manages, refused }: Props) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const text = useText(matchingText);
  const [resident, helper] = [round.sides[proposal.residentId], round.sides[proposal.helperId]];
  if (!resident || !helper) return null;
  const nameOf = (id: string) => round.sides[id]?.name ?? "";
  return (
    <div data-proposal tabIndex={-1} className="proposal">
      <Facing label={`${resident.name} · ${helper.name}`} left={<SideCard side={resident} today={today} />} right={<SideCard side={helper} today={today} />}
        middle={
          <div className="stack tight">
            <h3>{t.why}</h3>
            {proposal.parts.map(({ part, score, key, params }) => <BarLine key={part} label={text.parts[part]} share={score} text={text.partTexts[key]?.(params) ?? ""} />)}
            <p className="small soft"><b>{more.fit(fitPercent(proposal.cost, round.run!.rules))}</b>{proposal.came ? ` · ${more.came(sayCame(text, proposal.came, nameOf))}` : null}</p>
            <p className="small soft">{proposal.alternative ? sayAlternative(text, proposal.alternative, nameOf) : text.alternative.noOther}</p>
          </div>}
        actions={proposal.pairId ? <ToPair pairId={proposal.pairId} /> : manages ? <Decide proposal={proposal} round={round} refused={refused} /> : undefined} />
    </div>
  );
}

/** A pair of the round that stands apart from what was proposed: chosen by hand, or opened before the round was computed again. */
export function OpenedCard({ pair, round, today }: Pick<Props, "round" | "today"> & { pair: WordedRound["besides"][number] }) {
  const { review: t } = useText(matchingPagesText);
  const [resident, helper] = [round.sides[pair.residentId], round.sides[pair.helperId]];
  if (!resident || !helper) return null;
  return (
    <div className="proposal">
      <Facing label={`${resident.name} · ${helper.name}`} left={<SideCard side={resident} today={today} />} right={<SideCard side={helper} today={today} />}
        middle={<p className="small soft">{t.besides}</p>} actions={<ToPair pairId={pair.pairId} />} />
    </div>
  );
}

function ToPair({ pairId }: { pairId: string }) {
  const { review: t } = useText(matchingPagesText);
  return <><Chip tone="ok">{t.opened}</Chip><ButtonLink to={`/pairs/${pairId}`}>{t.openPair}</ButtonLink></>;
}

function Decide({ proposal: { residentId, helperId, state }, round, refused }: Pick<Props, "proposal" | "round" | "refused">) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const locked = state === "locked";
  return (
    <>
      {state === "forbidden" ? <Chip tone="late">{more.show.forbidden}</Chip> : null}
      <Form method="post" className="cluster">
        <IdempotencyField /><input type="hidden" name="residentId" value={residentId} /><input type="hidden" name="helperId" value={helperId} />
        {state === "forbidden" ? null : <SubmitButton name="kind" value="accept" data-key="accept">{t.accept}</SubmitButton>}
        {state === "forbidden" ? null : <Button type="submit" name="kind" value={locked ? "unlock" : "lock"} data-key="lock" aria-pressed={locked}>{locked ? t.unlock : t.lock}</Button>}
      </Form>
      <OverrideForm residentId={residentId} helperId={helperId} round={round} refused={refused} />
      {state === "forbidden" ? null : <ForbidForm residentId={residentId} helperId={helperId} round={round} refused={refused} />}
      <WhatIf residentId={residentId} helperId={helperId} helperName={round.sides[helperId]?.name ?? ""} state={state} />
      <span className="soft small keys">{t.keys}</span>
    </>
  );
}

import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { BarLine, Button, ButtonLink, Chip, Facing, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import { sayAlternative } from "../messages/say-proposal.ts";
import type { Proposal } from "../model/round.ts";
import type { WordedRound } from "./worded-round.ts";
import { SideCard } from "./side-card.tsx";

interface Props {
  proposal: Proposal;
  round: WordedRound;
  today: string;
  manages: boolean;
  /** The pair already opened for this resident, if any. */
  opened: string | null;
}

/** Two facing cards with the reasons between them, and what can be decided. */
export function ProposalCard({ proposal, round, today, manages, opened }: Props) {
  const { review: t } = useText(matchingPagesText);
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
            <p className="small soft">{proposal.alternative ? sayAlternative(text, proposal.alternative, nameOf) : text.alternative.noOther}</p>
          </div>}
        actions={opened
          ? <><Chip tone="ok">{t.opened}</Chip><ButtonLink to={`/pairs/${opened}`}>{t.openPair}</ButtonLink></>
          : manages ? <Decide proposal={proposal} round={round} /> : undefined} />
    </div>
  );
}

function Decide({ proposal: { residentId, helperId }, round }: Pick<Props, "proposal" | "round">) {
  const { review: t } = useText(matchingPagesText);
  const locked = round.locked.some((pair) => pair.residentId === residentId && pair.helperId === helperId);
  const pair = <><IdempotencyField /><input type="hidden" name="residentId" value={residentId} /></>;
  const helper = <input type="hidden" name="helperId" value={helperId} />;
  const others = round.members.helpers.filter((id) => id !== helperId).map((id) => ({ value: id, label: round.sides[id]?.name ?? "" }));
  return (
    <>
      <Form method="post" className="cluster">
        {pair}{helper}
        <SubmitButton name="kind" value="accept" data-key="a">{t.accept}</SubmitButton>
        <Button type="submit" name="kind" value={locked ? "unlock" : "lock"} data-key="l" aria-pressed={locked}>{locked ? t.unlock : t.lock}</Button>
      </Form>
      <details className="act">
        <summary className="button">{t.another}</summary>
        <Form method="post" className="form">
          {pair}
          <Select name="helperId" label={t.choose} options={others} />
          <TextField name="reason" label={t.reason} maxLength={500} />
          <Button type="submit" name="kind" value="override">{t.override}</Button>
        </Form>
      </details>
      <details className="act">
        <summary className="button quiet">{t.forbid}</summary>
        <Form method="post" className="form">
          {pair}{helper}
          <TextField name="reason" label={t.reason} hint={t.forbidAsk} maxLength={500} />
          <Button type="submit" tone="danger" name="kind" value="forbid">{t.forbidDo}</Button>
        </Form>
      </details>
      <span className="soft small keys">{t.keys}</span>
    </>
  );
}

import { Link } from "react-router";
import { ageOn } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Facts } from "#platform/ui/index.ts";
import { caseworkText } from "../../messages/index.ts";
import type { ShownCase } from "../../service/cases/show-case.ts";
import { needName, STATUS_TONES } from "../need-name.ts";
import { STANDING_TONES } from "./case-words.ts";

/** Who the case is about and how it came. */
export function WhoCard({ file: { case: one, card, events }, today }: { file: ShownCase; today: string }) {
  const { cases: t, populations } = useText(caseworkText);
  const language = useLanguage();
  const p = t.page;
  const facts = [
    { label: t.list.population, value: [populations[one.population], card.birthOn && p.years(ageOn(card.birthOn, today))].filter(Boolean).join(" · ") },
    { label: p.phone, value: card.phones[0] ? <a href={`tel:${card.phones[0].value}`}>{card.phones[0].value}</a> : null },
    { label: p.lives, value: [card.communityName, card.laneName].filter(Boolean).join(" ") },
    { label: t.list.worker, value: [one.workerName, one.teamName].filter(Boolean).join(" · ") },
    { label: t.list.programme, value: one.programmeName },
    { label: p.origin, value: [t.origins[one.originKind], one.originWords].filter(Boolean).join(" · ") },
    { label: t.list.opened, value: p.openedBy(formatDayOnly(events[0]!.onDay, language, today), one.openedByName) },
    ...(one.closedOn ? [{ label: t.list.closedOn, value: formatDayOnly(one.closedOn, language, today) }, { label: t.list.reason, value: t.closingReasons[one.closingReason!] }] : []),
  ];
  return <Card title={p.who} aside={<Link to={`/people/${card.id}`}>{p.person}</Link>}><Facts facts={facts.filter(({ value }) => value)} /></Card>;
}

/** Family and support, those that keep people safe first. */
export function RelationsCard({ file: { relatives, card }, picture }: { file: ShownCase; picture: boolean }) {
  const { page: p } = useText(caseworkText).cases;
  return (
    <Card title={p.relations} aside={picture ? <Link to={`/people/${card.id}/family`}>{p.picture}</Link> : undefined}>
      {relatives.length === 0 ? <p className="soft">{p.noRelations}</p> : (
        <ul className="stack tight">
          {relatives.map((one) => (
            <li key={`${one.id} ${one.forward}`}>
              <span className="soft">{one.relation}</span> {one.otherId ? <Link to={`/people/${one.otherId}`}>{one.otherName}</Link> : one.otherName}{" "}
              {one.isGuardian ? <Chip>{p.guardian}</Chip> : null} {one.isCarer ? <Chip>{p.carer}</Chip> : null} {one.contactRule === "must_not" ? <Chip tone="late">{p.mustNot}</Chip> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function NeedsCard({ file: { needs, card } }: { file: ShownCase }) {
  const { cases: { page: p }, statuses } = useText(caseworkText);
  const language = useLanguage();
  return (
    <Card title={p.needs} aside={<Link to={`/needs/of/${card.id}`}>{p.needsAll}</Link>}>
      {needs.length === 0 ? <p className="soft">{p.needsNone}</p> : (
        <ul className="stack tight">{needs.map(({ id, code, status }) => <li key={id} className="spread"><span>{needName(code, language)}</span><Chip tone={STATUS_TONES[status]}>{statuses[status]}</Chip></li>)}</ul>
      )}
    </Card>
  );
}

export function OtherCasesCard({ file: { others } }: { file: ShownCase }) {
  const { cases: t } = useText(caseworkText);
  if (others.length === 0) return null;
  return (
    <Card title={t.page.others}>
      <ul className="stack tight">
        {others.map(({ id, reference, stage, standing, workerName, programmeName }) => (
          <li key={id}><Link to={`/cases/${id}`}>{reference}</Link> {t.stages[stage]} <Chip tone={STANDING_TONES[standing]}>{t.standings[standing]}</Chip> <span className="small soft">{[programmeName, workerName].filter(Boolean).join(" · ")}</span></li>
        ))}
      </ul>
    </Card>
  );
}

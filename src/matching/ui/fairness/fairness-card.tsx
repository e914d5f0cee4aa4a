import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DataList } from "#platform/ui/index.ts";
import { matchingFairnessText, matchingReviewText } from "../../messages/index.ts";
import type { RoundFairness } from "../../model/candidates/rules.ts";
import type { PolicyResult } from "../../model/fairness/compare-policies.ts";
import type { ChoicePrices } from "../../model/fairness/rounds/round-fairness.ts";

interface Props {
  choices: ChoicePrices;
  /** The choice the round went by then. */
  used: RoundFairness["mode"];
  /** When it was compared, where people or rules may have changed since; absent for the answer shown. */
  comparedAt?: string | undefined;
  today: string;
  /** Names of communities. */
  places: Readonly<Record<string, string>>;
}

/** What each choice of fairness would have cost, against the least cost with as many pairs. */
export function FairnessCard({ choices: { groupBy, labels, results }, used, comparedAt, today, places }: Props) {
  const t = useText(matchingFairnessText);
  const { noCommunity } = useText(matchingReviewText);
  const language = useLanguage();
  const names = { community: places, sex: t.sexes, disability: t.disabilities }[groupBy];
  const nameOf = (group: number) => names[labels[group] ?? ""] ?? noCommunity;
  return (
    <Card title={t.card}>
      <p className="soft measure">{t.cardLead}</p>
      {comparedAt ? <p className="soft measure">{t.comparedAt(formatInstant(comparedAt, language, today))}</p> : null}
      <DataList<PolicyResult> caption={t.card} rows={results} rowKey={({ mode }) => mode} empty={null}
        columns={[
          { key: "choice", label: t.choice, render: ({ mode, cap }) => <>{t.modes[mode]}{mode === used ? ` · ${t.chosen}` : ""}{cap && !cap.kept ? <span className="soft small"> {t.capNotKept(rounded(cap.points))}</span> : null}</> },
          { key: "extra", label: t.extra, render: ({ extraCost, extraShare }) => (extraCost === 0 ? t.none : t.extraWords(points(extraCost), extraShare === null ? null : `${rounded(100 * extraShare)}%`)) },
          { key: "worst", label: t.worst, render: ({ worst }) => (worst === null ? "" : t.points(points(worst))) },
          { key: "served", label: t.served, render: ({ served }) => t.people(served) },
          { key: "group", label: t.group, render: (result) => { const group = worstOff(result); return group ? t.groupWords(nameOf(group.group), group.served, group.residents) : ""; } },
        ]} />
    </Card>
  );
}

/** Costs are kept in hundredths of a point. */
const points = (cost: number): string => rounded(cost / 100);

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

function worstOff({ groups }: PolicyResult): PolicyResult["groups"][number] | undefined {
  return groups.filter(({ residents }) => residents > 0).sort((a, b) => a.served / a.residents - b.served / b.residents)[0];
}

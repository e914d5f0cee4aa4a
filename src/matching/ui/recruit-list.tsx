import { weekdayName } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/index.ts";
import { matchingReviewText } from "../messages/index.ts";
import type { Recruit } from "../model/explain/recruitment.ts";

interface Props {
  recruits: readonly Recruit[];
  places: Readonly<Record<string, string>>;
}

/** Where one more volunteer would help, who, and what they would change. */
export function RecruitList({ recruits, places }: Props) {
  const { recruit: t, community, noCommunity } = useText(matchingReviewText);
  const language = useLanguage();
  const when = ({ weekday, part }: Recruit) => `${weekdayName(weekday, language)}${language === "zh" ? "" : " "}${t.parts[part]}`;
  return (
    <DataList<Recruit> caption={t.title} rows={recruits} rowKey={({ communityId }) => communityId} empty={<p className="soft">{t.none}</p>}
      columns={[
        { key: "place", label: community, render: ({ communityId }) => places[communityId] ?? noCommunity },
        { key: "who", label: t.need, render: (recruit) => t.who(when(recruit), recruit.sex ? t.sexes[recruit.sex] ?? "" : "", recruit.language ?? "") },
        { key: "effect", label: t.effect, render: ({ serves, atMost, saves }) => (serves === 1 ? t.serves(atMost) : t.saves(String(Math.round(saves / 10) / 10))) },
      ]} />
  );
}

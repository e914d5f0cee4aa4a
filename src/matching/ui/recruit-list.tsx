import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/index.ts";
import { matchingReviewText } from "../messages/index.ts";
import { sayPlace, sayRecruit } from "../messages/say-recruit.ts";
import type { Recruit } from "../model/explain/recruitment.ts";

interface Props {
  recruits: readonly Recruit[];
  /** Names of communities and lanes. */
  places: Readonly<Record<string, string>>;
}

/** Where one more volunteer would help, who, and what they would change. */
export function RecruitList({ recruits, places }: Props) {
  const { recruit: t, noCommunity } = useText(matchingReviewText);
  const language = useLanguage();
  return (
    <DataList<Recruit> caption={t.title} rows={recruits} rowKey={({ communityId, laneId }) => `${communityId} ${laneId ?? ""}`} empty={<p className="soft">{t.none}</p>}
      columns={[
        { key: "place", label: t.place, render: (recruit) => (recruit.laneId ? sayPlace(recruit, places, noCommunity) : <b>{sayPlace(recruit, places, noCommunity)}</b>) },
        { key: "who", label: t.need, render: (recruit) => sayRecruit(recruit, language).need },
        { key: "effect", label: t.effect, render: (recruit) => sayRecruit(recruit, language).effect },
      ]} />
  );
}

import { ageOn } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Avatar, Chip } from "#platform/ui/index.ts";
import { matchingPagesText } from "../messages/index.ts";
import type { Side } from "../service/rounds/sides.ts";

/** A side with its free hours in words, made on the server. */
export type WordedSide = Side & { readonly hoursInWords: string };

/** One of the two: who they are and what speaks, in a few lines. */
export function SideCard({ side, today }: { side: WordedSide; today: string }) {
  const { review: t } = useText(matchingPagesText);
  const about = [side.birthOn ? t.years(ageOn(side.birthOn, today)) : null, side.sex ? t.sex[side.sex] : null, side.communityName].filter(Boolean).join(" · ");
  return (
    <div className="stack tight">
      <div className="side-who"><Avatar name={side.name} /><div><h2>{side.name}</h2><p className="soft">{about}</p></div></div>
      <ul>
        {side.words ? <li>{side.words}</li> : null}
        <li>{side.hoursInWords ? t.hours(side.hoursInWords) : t.noHours}</li>
        {side.languages.length > 0 ? <li>{t.speaks(side.languages.join("、"))}</li> : null}
        {side.interests.length > 0 ? <li>{t.likes(side.interests.join("、"))}</li> : null}
        {side.skills.length > 0 ? <li>{t.can(side.skills.join("、"))}</li> : null}
        {side.placement ? <li><Chip tone={side.placement === "reserve" ? "calm" : "ok"}>{t.placement[side.placement]}</Chip></li> : null}
      </ul>
    </div>
  );
}

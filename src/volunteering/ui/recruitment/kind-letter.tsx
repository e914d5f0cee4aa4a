import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { volunteeringText } from "../../messages/index.ts";
import type { Offer, ToldReason } from "../../model/recruitment/refusal.ts";

export interface KindLetterProps {
  letter: { readonly reasons: readonly ToldReason[]; readonly offers: readonly Offer[]; readonly words: string; readonly otherProgramme: { readonly slug: string; readonly name: string } | null };
  /** The name in the organisation's public addresses. */
  organization: string;
}

/** A no as the applicant reads it: thanks, why, what else is possible. */
export function KindLetter({ letter: { reasons, offers, words, otherProgramme }, organization }: KindLetterProps) {
  const { recruitment: { own } } = useText(volunteeringText);
  return (
    <Card>
      <div className="stack">
        <p className="measure">{own.thanks}</p>
        {words ? <p className="measure pre">{words}</p> : null}
        <h2>{own.why}</h2>
        <ul>{reasons.map((reason) => <li key={reason}>{own.reasons[reason]}</li>)}</ul>
        {offers.length > 0 ? (
          <>
            <h2>{own.offers}</h2>
            <ul className="stack">
              {offers.map((offer) => (
                <li key={offer}>
                  {offer === "other_programme" ? own.offered.other_programme(otherProgramme?.name ?? "") : own.offered[offer]}
                  {offer === "other_programme" && otherProgramme ? <p><ButtonLink big to={`/join/${organization}/${otherProgramme.slug}`}>{own.toOther}</ButtonLink></p> : null}
                  {offer === "activities" ? <p><ButtonLink big to="/gatherings">{own.toActivities}</ButtonLink></p> : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p><ButtonLink tone="quiet" to="/join">{own.more}</ButtonLink></p>
      </div>
    </Card>
  );
}

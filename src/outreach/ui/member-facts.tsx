import { Phone } from "lucide-react";
import { useText } from "#platform/i18n/use-text.ts";
import { Facts, type Fact } from "#platform/ui/show/facts.tsx";
import { outreachText } from "../messages/index.ts";
import type { MemberFile } from "../service/members/show-member.ts";

/** How to reach somebody: numbers to press, then where they live. */
export function MemberFacts({ card, contactRefused }: Pick<MemberFile, "card" | "contactRefused">) {
  const { member: t } = useText(outreachText);
  const facts: Fact[] = [
    ...(card.address ? [{ label: t.address, value: card.address }] : []),
    ...(card.remarks ? [{ label: t.remarks, value: card.remarks }] : []),
  ];
  return (
    <div className="stack">
      {card.phones.length > 0 ? (
        <ul className="cluster">
          {card.phones.map(({ value, whose, holderName, relation }) => (
            <li key={value}>
              <a className="button" href={`tel:${value.replaceAll(/[^\d+]/g, "")}`}><Phone className="icon" aria-hidden="true" />{t.call(value)}{whose === "other" ? ` · ${t.phoneOf([holderName, relation].filter(Boolean).join(" · "))}` : ""}</a>
            </li>
          ))}
        </ul>
      ) : contactRefused ? null : <p className="soft">{t.noPhone}</p>}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
    </div>
  );
}

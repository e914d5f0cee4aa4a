import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { peopleText } from "../messages/index.ts";
import type { PersonFile } from "../service/files/show-person.ts";

/** How to reach somebody, in the order to try. */
export function ReachCard({ contacts }: Pick<PersonFile, "contacts">) {
  const t = useText(peopleText);
  return (
    <Card title={t.show.reach}>
      {contacts.length === 0 ? <p className="soft">{t.show.noPhone}</p> : (
        <ul className="stack tight">
          {contacts.map(({ id, kind, value, whose, holderName, relation }) => (
            <li key={id}>
              {kind === "mobile" || kind === "landline" ? <a href={`tel:${value}`}>{value}</a> : value}
              <span className="small soft"> {[t.contactKinds[kind as "mobile"], whose === "other" ? relation ?? t.whose.other : null, holderName].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Relatives that are so today. */
export function FamilyCard({ relatives }: Pick<PersonFile, "relatives">) {
  const t = useText(peopleText);
  const current = relatives.filter(({ untilOn }) => untilOn === null);
  return (
    <Card title={t.show.family}>
      {current.length === 0 ? <p className="soft">{t.show.noFamily}</p> : (
        <ul className="stack tight">
          {current.map(({ id, otherId, otherName, otherPhone, relation, isGuardian, isCarer, contactRule }) => (
            <li key={id}>
              <span className="soft">{relation}</span> {otherId ? <Link to={`/people/${otherId}`}>{otherName}</Link> : otherName} {otherPhone ? <a href={`tel:${otherPhone}`}>{otherPhone}</a> : null}{" "}
              {isGuardian ? <Chip>{t.show.guardian}</Chip> : null} {isCarer ? <Chip>{t.show.carer}</Chip> : null} {contactRule === "must_not" ? <Chip tone="late">{t.relations.rules.must_not}</Chip> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

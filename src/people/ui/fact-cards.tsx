import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { peopleText } from "../messages/index.ts";
import type { zh } from "../messages/zh.ts";
import { REVEAL_PURPOSES } from "../model/terms.ts";
import type { PersonFile } from "../service/files/show-person.ts";

/** What is known, and nothing of what is not. */
export function FactsCard({ file }: { file: PersonFile }) {
  const t = useText(peopleText);
  const { person, situations, disabilities, interests, languages } = file;
  const current = situations.filter(({ untilOn }) => untilOn === null);
  const disability = disabilities.find(({ untilOn }) => untilOn === null);
  const facts = [
    { label: t.show.born, value: person.birthOn === null ? null : bornWords(person.birthOn, person.birthPrecision) },
    ...current.map(({ kind, value }) => ({ label: t.situations[kind as "living"], value: kind === "long_at_home" ? t.atHome[value as "yes"] : value })),
    { label: t.show.disability, value: disability ? disabilityWords(disability, t) : null },
    { label: t.show.lives, value: person.address }, { label: t.show.registered, value: person.registeredAddress === person.address ? null : person.registeredAddress },
    { label: t.show.ethnicity, value: person.ethnicity }, { label: t.show.interests, value: interests.join("、") }, { label: t.show.languages, value: languages.join("、") },
    { label: t.show.remarks, value: person.remarks }, { label: t.show.from, value: t.sources[person.source] ?? person.source },
  ];
  return <Card title={t.show.situation}><Facts facts={facts.filter(({ value }) => value !== null && value !== "")} /></Card>;
}

const bornWords = (birthOn: string, precision: string | null) => (precision === "year" ? birthOn.slice(0, 4) : precision === "month" ? birthOn.slice(0, 7) : birthOn);

const disabilityWords = ({ type, grade }: { type: number | null; grade: number | null }, t: typeof zh) =>
  [type === null ? null : t.disabilityTypes[type], grade === null ? null : t.disabilityGrades[grade]].filter(Boolean).join(" ");

interface PapersProps {
  file: PersonFile;
  mayReveal: boolean;
  /** The number just shown, until the page is left. */
  revealed: { identifierId: string; value: string } | null;
}

/** Papers by their last signs; a whole number only after saying why. */
export function PapersCard({ file: { identifiers, sensitive }, mayReveal, revealed }: PapersProps) {
  const t = useText(peopleText);
  if (!sensitive) return <Card title={t.show.papers}><p className="soft">{t.show.second}</p></Card>;
  if (identifiers.length === 0) return null;
  return (
    <Card title={t.show.papers}>
      <ul className="stack tight">
        {identifiers.map(({ id, system, last4, fault }) => (
          <li key={id}>
            <b>{t.identifiers[system as "passport"]}</b> {revealed?.identifierId === id ? <output aria-label={t.show.revealed}>{revealed.value}</output> : t.show.last4(last4)} {fault ? <Chip tone="due">{t.show.notVerified}</Chip> : null}
          </li>
        ))}
      </ul>
      {mayReveal ? <Reveal identifiers={identifiers} /> : null}
    </Card>
  );
}

function Reveal({ identifiers }: Pick<PersonFile, "identifiers">) {
  const t = useText(peopleText);
  const { show } = t;
  return (
    <details>
      <summary>{show.reveal}</summary>
      <Form method="post" preventScrollReset className="stack tight">
        <IdempotencyField />
        <Select name="identifierId" label={show.papers} empty={null} options={identifiers.map(({ id, system, last4 }) => ({ value: id, label: `${t.identifiers[system as "passport"]} ${show.last4(last4)}` }))} />
        <Select name="purpose" label={show.revealWhy} options={REVEAL_PURPOSES.map((value) => ({ value, label: show.purposes[value] }))} />
        <SubmitButton tone="plain">{show.reveal}</SubmitButton>
      </Form>
    </details>
  );
}

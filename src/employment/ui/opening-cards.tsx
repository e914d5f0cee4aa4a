import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, ConfirmForm, DayField, EmptyState, FormScope, Stack } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import type { MatchPart } from "../model/match.ts";
import type { FittingOpening } from "../service/show-person.ts";

const TONES = { yes: "ok", no: "late", unknown: "plain" } as const;

/** What is open now, each with why it fits or does not. */
export function OpeningCards({ openings, today }: { openings: readonly FittingOpening[]; today: string }) {
  const { person: t } = useText(employmentText);
  return (
    <Card title={t.openings}>
      {openings.length === 0 ? <EmptyState title={t.noOpenings} level={3} action={<ButtonLink to="/employment/places">{t.noOpeningsHint}</ButtonLink>} /> : (
        <Stack><p className="soft small">{t.openingsHint}</p>{openings.map((one) => <One key={one.opening.id} one={one} today={today} />)}</Stack>
      )}
    </Card>
  );
}

function One({ one: { opening, parts, possible }, today }: { one: FittingOpening; today: string }) {
  const { person: t, place, hoursWeek } = useText(employmentText);
  const texts = useRefusals(employmentText);
  return (
    <section aria-label={`${opening.placeName} ${opening.title}`} className="stack tight">
      <h3><Link to={`/employment/places/${opening.placeId}`}>{`${opening.placeName} · ${opening.title}`}</Link> <Chip tone={possible ? "ok" : "plain"}>{possible ? t.possible : t.against}</Chip></h3>
      <p className="small soft">{[opening.schedule, opening.hours === null ? "" : hoursWeek(opening.hours), place.free(opening.freeSeats, opening.seats)].filter(Boolean).join(" · ")}</p>
      <p className="cluster">{parts.map((part) => <Part key={part.part} part={part} />)}</p>
      {possible ? (
        <ConfirmForm tone="primary" trigger={t.begin} question={t.beginQ(opening.placeName, opening.title)} confirm={t.beginDo} values={{ openingId: opening.id }}>
          <IdempotencyField />
          <FormScope form={opening.id} result={undefined} texts={texts}><DayField name="begunOn" label={t.begunOn} defaultValue={today} max={today} /></FormScope>
        </ConfirmForm>
      ) : null}
    </section>
  );
}

function Part({ part: { part, fits, values, hard } }: { part: MatchPart }) {
  const { parts, fits: words, tasks, access, conditions, partWords, partOf, between } = useText(employmentText);
  const named: Readonly<Record<string, string>> = { ...tasks, ...access, ...conditions };
  return <Chip tone={fits === "no" && !hard ? "plain" : TONES[fits]}>{partOf(parts[part], words[fits], values.length > 0 ? partWords[part]!(values.map((value) => named[value]).join(between)) : "")}</Chip>;
}

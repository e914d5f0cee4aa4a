import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { volunteeringText } from "../../messages/index.ts";
import type { PublicProgramme } from "../../service/sign-up/public-programmes.ts";
import { requirementName } from "../words.ts";

/** A programme for anybody: what it is, whom it looks for, how much time, what it asks, and how many places there are. */
export function AboutProgramme({ programme }: { programme: PublicProgramme }) {
  const t = useText(volunteeringText);
  const { recruitment: r } = t;
  const { summary, lookedFor, timeWords, contact, requirements, ageBands } = programme;
  const steps = requirements.map((one) => `${requirementName(one, t.kind, one.key)}${one.needed > 1 ? ` ×${one.needed}` : ""}`);
  return (
    <>
      <PlacesNote programme={programme} />
      {summary ? <Card title={t.join.about}><p className="measure pre">{summary}</p></Card> : null}
      {lookedFor ? <Card title={r.lookedFor}><p className="measure pre">{lookedFor}</p></Card> : null}
      {timeWords ? <Card title={r.time}><p className="measure pre">{timeWords}</p></Card> : null}
      <Card title={t.join.asks}>
        <ol>{steps.map((step, index) => <li key={step}>{index + 1}. {step}</li>)}</ol>
        <Ages bands={ageBands} />
        {contact ? <p>{t.labelled(t.join.contact, contact)}</p> : null}
      </Card>
    </>
  );
}

function PlacesNote({ programme: { places, taking } }: { programme: PublicProgramme }) {
  const { recruitment: r } = useText(volunteeringText);
  if (places === null || (taking !== "yes" && taking !== "wait")) return null;
  if (taking === "yes") return <Notice tone="ok">{r.placesLeft(places.left, places.all)}</Notice>;
  return <Notice>{r.waitingNow(places.all, places.waiting)} {r.own.orderIs(r.orders[places.order])}</Notice>;
}

/** From which age one can sign up, and until which a guardian is asked. */
function Ages({ bands }: { bands: PublicProgramme["ageBands"] }) {
  const { join: t } = useText(volunteeringText);
  const from = bands.find(({ rule }) => rule !== "forbidden")?.fromAge ?? 0;
  const guardianUntil = bands.findLast(({ rule }) => rule === "guardian")?.toAge;
  return <p className="soft">{[...(from > 0 ? [t.fromAge(from)] : []), ...(guardianUntil ? [t.guardianUnder(guardianUntil)] : [])].join(t.comma)}</p>;
}

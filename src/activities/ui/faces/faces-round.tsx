import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type FormEvent } from "react";
import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { FaceDrawing } from "#platform/ui/form/faces-field.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { activitiesText } from "../../messages/index.ts";
import { FACES, type Press } from "../../model/faces.ts";
import { NOTHING, openQueue } from "./faces-queue.ts";

/** A second press so soon after the first is the same hand. */
const SAME_HAND_MS = 1500;
/** How long a press can be taken back; afterwards the page asks the next person. */
const UNDO_MS = 8000;

interface Round {
  readonly sessionId: string;
  readonly present: number;
  readonly given: number;
  readonly left: number;
  /** Numbers for answers to come. */
  readonly numbers: readonly string[];
  /** The answer just given, where the page was sent without script. */
  readonly before: string | null;
}

/** The question, three faces, thanks. Without script each face sends the form, and the page comes back ready for the next person. */
export function FacesRound(round: Round) {
  const { faces: t } = useText(activitiesText);
  const { told, queue, next, press } = useRound(round);
  return (
    <>
      <div className="faces-top">
        <h1>{next === null ? t.full : t.title}</h1>
        <p role="status" className={told ? "faces-told" : "soft"}>{told ? (told.face === "undone" ? t.undone : t.thanks) : next === null ? t.fullHint : t.hint}</p>
      </div>
      {/* New buttons each time: neither a ring nor a shade tells the next person what was pressed. */}
      {next === null ? null : <Faces key={next} answerId={next} press={press} />}
      <div className="faces-undo">{told && told.face !== "undone" ? <Undo answerId={told.answerId} press={press} /> : null}</div>
      <p className="small soft">{t.left(round.given + queue.taken, round.present)}</p>
      <div role="status">
        {queue.away ? <Notice tone="due">{t.waiting(queue.waiting.length)}</Notice> : null}
        {queue.refused ? <Notice tone="late">{t.dropped}</Notice> : null}
      </div>
    </>
  );
}

function useRound({ sessionId, left, numbers, before }: Round) {
  const line = useMemo(() => openQueue(sessionId), [sessionId]);
  const queue = useSyncExternalStore(line.watch, line.look, () => NOTHING);
  const [told, setTold] = useState<Press | null>(before === null ? null : { answerId: before, face: "good" });
  const quietUntil = useRef(0);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const press = (one: Press) => {
    if (Date.now() < quietUntil.current) return;
    quietUntil.current = Date.now() + SAME_HAND_MS;
    line.press(one);
    setTold(one);
  };
  return { queue, told, press, next: queue.full || queue.taken >= left ? null : numbers[queue.pressed] ?? null };
}

interface Part { readonly answerId: string; press(one: Press): void }

/** Each button sends the form; with script the press goes into the line instead. */
const inLine = ({ answerId, press }: Part) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  const value = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value;
  const face = [...FACES, "undone" as const].find((one) => one === value);
  if (face) press({ answerId, face });
};

function Faces(part: Part) {
  const { session: { faces } } = useText(activitiesText);
  return (
    <Form method="post" className="faces-big" onSubmit={inLine(part)}>
      <input type="hidden" name="answerId" value={part.answerId} />
      {FACES.map((face) => <button key={face} type="submit" name="face" value={face} className="face-big"><FaceDrawing face={face} /><span>{faces[face]}</span></button>)}
    </Form>
  );
}

function Undo(part: Part) {
  const { faces: t } = useText(activitiesText);
  return (
    <Form method="post" onSubmit={inLine(part)}>
      <input type="hidden" name="answerId" value={part.answerId} />
      <Button type="submit" name="face" value="undone">{t.undo}</Button>
    </Form>
  );
}

import { useRef, useState, type PointerEvent } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { planningText } from "../messages/index.ts";

const [WIDTH, HEIGHT, LONGEST] = [600, 200, 20_000];

/** A place to sign with a finger, a pen or the mouse. Without script, or for who cannot draw, the name alone is kept. */
export function SignaturePad() {
  const { sign: t } = useText(planningText);
  const [strokes, setStrokes] = useState("");
  const drawing = useRef(false);

  function point(event: PointerEvent<SVGSVGElement>): string {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
    return `${within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH)} ${within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT)}`;
  }
  const add = (part: string) => setStrokes((before) => (before.length + part.length > LONGEST ? before : before + part));
  function onDown(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    add(`M${point(event)}`);
  }
  function onMove(event: PointerEvent<SVGSVGElement>) {
    if (drawing.current) add(`L${point(event)}`);
  }
  return (
    <div className="stack tight">
      <p className="strong">{t.draw}</p>
      <p className="hint">{t.drawHint}</p>
      <svg className="sign-box" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.draw} onPointerDown={onDown} onPointerMove={onMove} onPointerUp={() => { drawing.current = false; }}>
        <path d={strokes || "M0 0"} />
      </svg>
      <input type="hidden" name="strokes" value={strokes} />
      {strokes ? <div><Button tone="quiet" onClick={() => setStrokes("")}>{t.clear}</Button></div> : null}
    </div>
  );
}

/** A signature as it was drawn. */
export function Signature({ strokes }: { strokes: string }) {
  const { sign: t } = useText(planningText);
  return <svg className="signature" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.drawn}><path d={strokes} /></svg>;
}

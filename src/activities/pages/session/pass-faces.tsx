import { randomUUID } from "node:crypto";
import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { FACES, pressesLeft } from "../../model/faces.ts";
import { pressFace } from "../../service/faces/press-face.ts";
import { showFaces } from "../../service/faces/show-faces.ts";
import { undoFace } from "../../service/faces/undo-face.ts";
import { FacesRound } from "../../ui/faces/faces-round.tsx";
import { whenOf } from "../../ui/words.tsx";
import styles from "../../ui/faces/faces.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
/** It goes through many hands: nothing of the house around it. */
export const handle = { bare: true };

const Step = z.object({ answerId: z.uuid(), face: z.enum([...FACES, "undone"]) });
/** Numbers beyond those that count, for presses that are taken back. */
const SPARE = 30;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const round = await showFaces(session, readParam(params.sessionId, z.uuid()));
  const before = z.uuid().safeParse(new URL(request.url).searchParams.get("before")).data ?? null;
  const left = pressesLeft(round);
  // Numbers of answers to come are made here: a browser on a plain address cannot.
  return { ...round, left, before, today: session.today, numbers: Array.from({ length: left + SPARE }, () => randomUUID()) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const [session, sessionId, step] = [sessionOf(context), readParam(params.sessionId, z.uuid()), read(Step)];
    const { answerId, face } = step;
    if (face === "undone") await undoFace(session, sessionId, answerId);
    else await pressFace(session, sessionId, { answerId, face });
    return redirect(`/activities/${sessionId}/faces${face === "undone" ? "" : `?before=${answerId}`}`);
  });
}

/** Three big faces for a device that goes from hand to hand after a session: one tap, thanks, the next. */
export default function PassFaces() {
  const { occasion, present, tooEarly, today, ...round } = useLoaderData<typeof loader>();
  const { faces: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  return (
    <div className="faces-page">
      <title>{`${t.title} · ${occasion.name}`}</title>
      <main className="faces-main" id="main" tabIndex={-1}>
        <p className="soft">{occasion.name} · {whenOf(occasion, language, today)}</p>
        <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
        {tooEarly ? <><h1>{t.title}</h1><Notice>{texts[`activities.${tooEarly}`]}</Notice></>
          : present === 0 ? <><h1>{t.nobody}</h1><Notice>{t.nobodyHint}</Notice></>
          : <FacesRound sessionId={occasion.id} present={present} {...round} />}
      </main>
      <footer className="faces-foot small soft">
        <p className="measure">{t.rule}</p>
        <p><Link to={`/activities/${occasion.id}/attendance`}>{t.back}</Link></p>
      </footer>
    </div>
  );
}

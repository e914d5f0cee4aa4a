import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { planningText } from "../messages/index.ts";
import { Answer } from "../model/forms.ts";
import { PlanId } from "../model/plan.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { answerVersion } from "../service/progress/answer-version.ts";
import { refusedOf } from "../ui/refused.ts";
import { SignForm } from "../ui/sign-form.tsx";
import { Signature } from "../ui/signature-pad.tsx";
import styles from "../ui/planning.css?url";

const VersionNumber = z.coerce.number().int().positive();

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { plan, personId, name, versions, agreements } = await showPlan(session, readParam(params.planId, PlanId));
  const number = readParam(params.version, VersionNumber);
  const version = versions.find((one) => one.number === number);
  if (!version) throw new Refusal("not_found", "plan.not_found");
  if (version.text === null || version.textHash === null) throw redirect(`/plans/${plan.id}/draft`);
  const { text, textHash, standing, whole } = version;
  return { planId: plan.id, personId, name, number, text, textHash, standing, whole, mayAnswer: plan.endedOn === null && (standing === "waiting" || standing === "refused"), answers: agreements.filter((one) => one.version === number), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const planId = readParam(params.planId, PlanId);
  return submit(request, webOf(context).lang, async ({ read }) => {
    await answerVersion(sessionOf(context), { ...read(Answer.omit({ planId: true })), planId });
    return redirect(`/plans/${planId}/versions/${params.version}`);
  });
}

export default function ShowVersion() {
  const shown = useLoaderData<typeof loader>();
  const refused = refusedOf(useActionData<typeof action>());
  const t = useText(planningText);
  const { planId, name, number, text, textHash, standing, whole, mayAnswer, answers, today } = shown;
  return (
    <>
      <title>{`${t.sign.title(number)} · ${name}`}</title>
      <PageHeader title={t.sign.title(number)} avatar={name} lead={name} crumbs={[{ label: t.title, to: "/plans" }, { label: t.show.crumb, to: `/plans/${planId}` }]}
        chips={<Chip tone={standing === "agreed" ? "ok" : standing === "replaced" ? "plain" : "due"}>{t.standings[standing]}</Chip>} actions={<><ButtonLink to={`/plans/${planId}/easy`}>{t.sign.toEasy}</ButtonLink><PrintButton label={t.sign.print} /></>} />
      <Columns>
        <Stack>
          <Card title={t.sign.text}><p className="plan-text" lang="zh-CN">{text}</p></Card>
          {mayAnswer ? <SignForm key={answers.length} planId={planId} version={number} textHash={textHash} name={name} today={today} refused={refused} /> : null}
        </Stack>
        <Stack>
          <Card title={t.sign.answers}>{answers.length === 0 ? <p className="soft">{t.sign.none}</p> : <ul className="stack">{answers.map((one) => <Signed key={one.number} one={one} same={one.textHash === textHash} today={today} />)}</ul>}</Card>
          <Card title={t.sign.hash}>
            <div className="stack tight">
              <p className="hash small">{textHash}</p>
              <Chip tone={whole ? "ok" : "late"}>{whole ? t.sign.whole : t.sign.broken}</Chip>
              <p className="small soft">{t.sign.hashHint}</p>
            </div>
          </Card>
        </Stack>
      </Columns>
    </>
  );
}

function Signed({ one, same, today }: { one: ReturnType<typeof useLoaderData<typeof loader>>["answers"][number]; same: boolean; today: string }) {
  const { sign: t } = useText(planningText);
  const language = useLanguage();
  const day = formatDayOnly(one.onDay, language, today);
  return (
    <li className="stack tight">
      <span className="strong">{one.kind === "agreed" ? t.agreed(one.name, day) : t.refused(one.name, day)}</span>
      <span className="small soft">{[one.capacity === "guardian" ? t.guardianOf(one.relation) : null, one.how === "paper" && one.paper ? t.onPaper(one.paper) : null, one.words, t.by(one.byName)].filter(Boolean).join(" · ")}</span>
      {one.strokes ? <Signature strokes={one.strokes} /> : null}
      {same ? <Chip tone="ok">{t.sameText}</Chip> : null}
      <span className="hash small soft">{one.textHash}</span>
    </li>
  );
}

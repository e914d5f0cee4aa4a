import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { changeProgramme, ProgrammeChange } from "../../service/programmes/change-programme.ts";
import { showProgramme } from "../../service/programmes/show-programme.ts";
import { PolicyView } from "../../ui/policy-view.tsx";
import { ProgrammeFields } from "../../ui/programme-fields.tsx";
import { StepPage } from "../../ui/step-page.tsx";
import { publicAddress } from "./public-address.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showProgramme(session, readParam(params.programmeId, z.uuid()));
  return { ...file, address: await publicAddress(webOf(context), file.programme.slug), mayManage: session.actor.capabilities.has("volunteers.manage"), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const programmeId = readParam(params.programmeId, z.uuid());
    const fixed = { programmeId, version: Number(data.get("version")) };
    await changeProgramme(sessionOf(context), read(z.preprocess((sent) => ({ ...(sent as object), ...fixed }), ProgrammeChange)));
    return redirect(`/volunteers/programmes/${programmeId}`);
  });
}

export default function ShowProgramme() {
  const { programme, policies, templates, address, mayManage, today } = useLoaderData<typeof loader>();
  const refused = useActionData();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const labels = { name: t.programmes.name, summary: t.programmes.summary, nextSteps: t.programmes.nextSteps, contact: t.programmes.contact, lookedFor: t.recruitment.lookedFor, timeWords: t.recruitment.time, places: t.recruitment.places, whenFull: t.recruitment.whenFull, waitingOrder: t.recruitment.order, signUpFrom: t.programmes.signUpFrom, signUpUntil: t.programmes.signUpUntil };
  const inForce = policies.findLast(({ effectiveOn }) => effectiveOn <= today);
  const before = (
    <Stack>
      <p><ButtonLink tone="primary" to={`/volunteers/programmes/${programme.id}/recruitment`}>{t.recruitment.board}</ButtonLink></p>
      {address ? <p>{t.labelled(t.programmes.publicPage, "")}<a href={address}>{address}</a></p> : null}
      {[...policies].reverse().map((policy) => (
        <Card key={policy.version} title={`${t.policy.title} · ${t.policy.version(policy.version)}`} aside={mayManage && policy === policies.at(-1) ? <ButtonLink to={`/volunteers/programmes/${programme.id}/policy`}>{t.policy.newVersion}</ButtonLink> : null}>
          <p className="soft">{t.policy.effective(formatDay(policy.effectiveOn, language, today))} · {policy === inForce ? t.policy.current : policy.effectiveOn > today ? t.policy.future : t.policy.past}{policy.note ? ` · ${policy.note}` : ""}</p>
          {policy === inForce || policy.effectiveOn > today ? <PolicyView policy={policy} /> : null}
        </Card>
      ))}
      <Card title={t.agreements.title} aside={mayManage ? <ButtonLink to={`/volunteers/programmes/${programme.id}/agreements`}>{t.agreements.publish}</ButtonLink> : null}>
        {templates.length === 0 ? <p className="soft">{t.agreements.none}</p> : <ul>{templates.map((one) => <li key={one.id}>{one.title} · {t.page.textVersion(one.version)}</li>)}</ul>}
      </Card>
    </Stack>
  );
  if (!mayManage) return <><title>{programme.name}</title><h1>{programme.name}</h1>{before}</>;
  return (
    <StepPage title={programme.name} lead={t.programmes.words} crumbs={[{ label: t.list.title, to: `/volunteers?programme=${programme.id}` }, { label: t.programmes.title, to: "/volunteers/programmes" }]}
      refused={refused} basis={programme.version} submit={t.programmes.save} labels={labels} before={before}>
      <input type="hidden" name="version" value={programme.version} />
      <ProgrammeFields values={programme} today={today} />
    </StepPage>
  );
}

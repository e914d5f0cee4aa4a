import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import type { Session } from "#platform/db/session.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { showVolunteer, type VolunteerPage } from "../../service/volunteers/show-volunteer.ts";

/** The volunteer a step is about, with today and the session's asked-for requirement. */
export async function loadStep({ params, request, context }: LoaderFunctionArgs): Promise<VolunteerPage & { today: string; asked: string | null }> {
  const session = sessionOf(context);
  const file = await showVolunteer(session, readParam(params.volunteerId, z.uuid()));
  return { ...file, today: session.today, asked: new URL(request.url).searchParams.get("requirement") };
}

/** Reads a step's form, does it, and goes back to the volunteer; a refusal comes back to the form. */
export function takeStep<S extends z.ZodType>({ request, params, context }: ActionFunctionArgs, schema: S, work: (session: Session, volunteerId: string, form: z.output<S>, data: FormData) => Promise<unknown>) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const volunteerId = readParam(params.volunteerId, z.uuid());
    await work(sessionOf(context), volunteerId, read(schema), data);
    return redirect(`/volunteers/${volunteerId}`);
  });
}

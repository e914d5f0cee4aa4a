import { redirect, type ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readForm, readValues, valuesOf } from "#platform/web/form.ts";
import { peopleText } from "../messages/index.ts";
import { readFilter } from "../model/filter/filter-query.ts";
import { EXPORT_PURPOSES } from "../model/terms.ts";
import { exportPersons } from "../service/lists/export-persons.ts";

const ExportForm = z.object({ purpose: z.enum(EXPORT_PURPOSES), note: z.string().trim().min(1).max(200) });

/** Opened by its address the download leads back to the page that asks for its purpose. */
export function loader({ request }: { request: Request }) {
  return redirect(`/people/export${new URL(request.url).search}`);
}

/** The workbook: nothing sensitive, no cell that a spreadsheet would run. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const t = peopleText[lang];
  const { purpose, note } = readValues(ExportForm, valuesOf(await readForm(request)), lang);
  const persons = await exportPersons(session, { filter: readFilter(new URL(request.url).searchParams), purpose, note });
  const heads = [t.fields.name, t.fields.preferredName, t.fields.sex, t.fields.birthOn, t.list.age, t.fields.communityId, t.fields.laneId, t.fields.address, t.fields.phone, t.fields.relation, t.fields.longAtHome];
  const rows = persons.map((person) => [
    person.name, person.preferredName, person.sex && t.sexes[person.sex], person.birthOn && person.birthPrecision === "day" ? { day: person.birthOn } : person.birthOn?.slice(0, 7) ?? null, person.birthOn && ageOn(person.birthOn, session.today),
    person.communityName, person.laneName, person.address, person.phone, person.phoneWhose === "other" ? person.phoneRelation ?? t.whose.other : null, person.longAtHome && t.atHome[person.longAtHome],
  ]);
  return sheetsAnswer([{ name: t.export.sheet, columns: heads.map((header) => ({ header })), rows }], { name: `${t.export.sheet}-${session.today}` });
}

import { z } from "zod";
import { NewContact, PersonFields, type NewPerson } from "../person.ts";
import { BIRTH_PRECISIONS, DISABILITY_GRADES, DISABILITY_TYPES, ROLES } from "../terms.ts";

const blank = <S extends z.ZodType>(schema: S) => schema.optional().transform((value) => value ?? null);
const shape = PersonFields.shape;

/** A person's own fields as a form sends them: what is left blank becomes nothing. */
export const PersonForm = z.object({
  name: shape.name, preferredName: blank(shape.preferredName), sex: blank(shape.sex), birthOn: blank(shape.birthOn), birthPrecision: z.enum(BIRTH_PRECISIONS).optional(),
  ethnicity: blank(shape.ethnicity), communityId: blank(shape.communityId), laneId: blank(shape.laneId), address: blank(shape.address), registeredAddress: blank(shape.registeredAddress),
  remarks: blank(shape.remarks), deceasedOn: blank(shape.deceasedOn),
}).transform(({ birthPrecision, ...fields }) => ({ ...fields, birthPrecision: fields.birthOn ? birthPrecision ?? ("day" as const) : null }));

/** What comes on top when somebody is added. */
export const NewPersonForm = z.object({
  phone: z.string().trim().max(40).optional(), whose: NewContact.shape.whose, relation: z.string().trim().max(40).optional(),
  residentId: z.string().trim().max(30).optional(), certificate: z.string().trim().max(30).optional(),
  longAtHome: z.enum(["yes", "no"]).optional(), role: z.enum(ROLES).optional(), confirmed: z.literal("yes").optional(),
});

/** The person a form speaks of. */
export function personOfForm(fields: z.output<typeof PersonForm>, more: z.output<typeof NewPersonForm>, today: string): NewPerson {
  const { phone, whose, relation, residentId, certificate, longAtHome, role } = more;
  const digits = phone?.replace(/[\s-]/g, "") ?? "";
  return {
    ...fields,
    contacts: phone ? [{ kind: /^1[3-9]\d{9}$/.test(digits) ? "mobile" : "landline", value: /^1[3-9]\d{9}$/.test(digits) ? digits : phone, whose: whose ?? "self", relation: relation ?? null }] : [],
    identifiers: [...(residentId ? [{ system: "resident_id" as const, value: residentId }] : []), ...(certificate ? [{ system: "disability_certificate" as const, value: certificate }] : [])],
    situations: longAtHome ? [{ kind: "long_at_home", value: longAtHome }] : [],
    roles: role ? [{ role, fromOn: today }] : [],
  };
}

const number = <const N extends readonly number[]>(values: N) => z.coerce.number().pipe(z.literal(values as N)).optional().transform((value) => value ?? null);

/** Kind and grade as the form sends them. */
export const DisabilityForm = z.object({ type: number(DISABILITY_TYPES), grade: number(DISABILITY_GRADES), fromOn: blank(shape.birthOn) });

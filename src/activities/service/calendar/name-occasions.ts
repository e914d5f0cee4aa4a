import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Occasion } from "../../model/series.ts";
import type { Kind, OpenTo, Role } from "../../model/terms.ts";
import { countTaken } from "../../store/registrations.ts";
import { selectSeries } from "../../store/series.ts";
import { type Planned, placesOf } from "../ground.ts";

/** How many of a role there are, and how many places. */
export interface Filled { readonly places: number; readonly booked: number; readonly waiting: number; readonly applied: number; readonly came: number }

/** A session as pages show it: what, when, where, how full. No name of anybody. */
export interface NamedOccasion extends Occasion {
  readonly name: string;
  readonly summary: string;
  readonly kind: Kind;
  readonly openTo: OpenTo;
  /** The room on file and words of one's own, as people find it. */
  readonly place: string;
  readonly filled: Readonly<Record<Role, Filled>>;
}

/** Sessions with their names, places and numbers: three queries, whatever the number. */
export async function nameOccasions({ actor: { orgId } }: Session, tx: Tx, occasions: readonly Occasion[]): Promise<NamedOccasion[]> {
  const series = await selectSeries(tx, orgId, occasions.map(({ seriesId }) => seriesId));
  const units = await unitNames(tx, orgId, occasions.flatMap(({ placeId }) => placeId ?? []));
  const taken = Map.groupBy(await countTaken(tx, orgId, occasions.map(({ id }) => id)), ({ sessionId }) => sessionId);
  return occasions.map((occasion) => {
    const { name, summary, kind, openTo } = series.get(occasion.seriesId)!;
    const room = occasion.placeId === null ? "" : units.get(occasion.placeId)?.name ?? "";
    const places = placesOf(occasion);
    const filledOf = (role: Role): Filled => {
      const row = taken.get(occasion.id)?.find((one) => one.role === role);
      return { places: places[role], booked: row?.booked ?? 0, waiting: row?.waiting ?? 0, applied: row?.applied ?? 0, came: row?.came ?? 0 };
    };
    return {
      ...occasion, name, summary, kind, openTo, place: [room, occasion.placeWords].filter((part) => part !== "").join(" "),
      filled: { participant: filledOf("participant"), volunteer: filledOf("volunteer"), companion: filledOf("companion") },
    };
  });
}

export async function nameOccasion(session: Session, tx: Tx, { occasion }: Planned): Promise<NamedOccasion> {
  return (await nameOccasions(session, tx, [occasion]))[0]!;
}

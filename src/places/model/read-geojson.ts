import { z } from "zod";
import { kindOfCode } from "./division-code.ts";
import type { ReadDrafts, RowFault, UnitDraft } from "./import-draft.ts";
import { UNIT_KINDS } from "./unit-kinds.ts";

const Position = z.array(z.number()).min(2).max(3).refine(([longitude = 999, latitude = 999]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90);
const Ring = z.array(Position).min(4);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
  z.object({ type: z.literal("Point"), coordinates: Position }),
]);
const word = z.union([z.string(), z.number()]).transform((value) => String(value).normalize("NFKC").trim());
const Properties = z.object({
  code: word.optional(), name: word, kind: z.enum(UNIT_KINDS).optional(), parent: word.optional(), aliases: z.array(z.string()).optional(),
});
const Collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.object({ properties: z.unknown(), geometry: z.unknown() })).max(20_000) });

/** Reads units with their outlines from a GeoJSON collection (RFC 7946). Null when it is none. Properties: name, code, kind, parent, aliases. */
export function readGeoJson(text: string): ReadDrafts | null {
  let json: unknown;
  try { json = JSON.parse(text.replace(/^\uFEFF/, "")); } catch { return null; }
  const collection = Collection.safeParse(json);
  if (!collection.success) return null;
  const read = collection.data.features.map((feature, index) => readFeature(feature, index + 1));
  return { drafts: read.filter((one): one is UnitDraft => "name" in one), faults: read.filter((one): one is RowFault => "reason" in one) };
}

function readFeature({ properties, geometry }: { properties?: unknown; geometry?: unknown }, row: number): UnitDraft | RowFault {
  const known = Properties.safeParse(properties);
  if (!known.success || known.data.name === "" || known.data.name.length > 60) return { row, reason: "place.name_missing", text: "" };
  const { name, parent = null, aliases = [] } = known.data;
  const code = known.data.code?.padEnd(12, "0") ?? null;
  const kind = known.data.kind ?? (code === null ? "community" : kindOfCode(code));
  if (kind === null || (code !== null && !/^\d{12}$/.test(code))) return { row, reason: "place.code_form", text: known.data.code ?? "" };
  const drawn = geometry === null ? null : Geometry.safeParse(geometry);
  if (drawn !== null && !drawn.success) return { row, reason: "place.shape_wrong", text: name };
  const draft = { row, kind, name, code, parent, aliases, urbanRuralClass: null, longitude: null, latitude: null, shape: null };
  if (drawn === null) return draft;
  if (drawn.data.type === "Point") return { ...draft, longitude: drawn.data.coordinates[0]!, latitude: drawn.data.coordinates[1]! };
  return { ...draft, shape: drawn.data };
}

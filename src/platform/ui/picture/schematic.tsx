import { useLanguage } from "../../i18n/use-text.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { largestPart, shortName, tintOf, type Place } from "./place.ts";
import { TableBehind } from "./table-behind.tsx";

export interface PictureOfPlacesProps {
  /** What is counted: 长期居家的居民. */
  label: string;
  places: readonly Place[];
}

const [TILE_WIDTH, TILE_HEIGHT, GAP, COLUMNS, HEAD] = [96, 62, 8, 3, 44];

/** Communities and their lanes as plain blocks with numbers, for when no shapes are known. The table behind says the same. */
export function Schematic({ label, places }: PictureOfPlacesProps) {
  const largest = largestPart(places);
  return (
    <figure className="stack">
      <div className="schematic">{places.map((place) => <Community key={place.code} place={place} largest={largest} />)}</div>
      <PlacesTable label={label} places={places} />
    </figure>
  );
}

function Community({ place, largest }: { place: Place; largest: number }) {
  const t = useKitText();
  const language = useLanguage();
  const parts = place.parts ?? [];
  const rows = Math.max(1, Math.ceil(parts.length / COLUMNS));
  const width = COLUMNS * TILE_WIDTH + (COLUMNS + 1) * GAP + 8;
  const height = HEAD + rows * (TILE_HEIGHT + GAP) + GAP;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`${place.name} ${formatNumber(place.count, language)}`}>
      <rect className="ground" x=".5" y=".5" width={width - 1} height={height - 1} rx="14" />
      <text className="place-name" x="16" y="29">{shortName(place.name, 11)}</text>
      <text className="place-sum" x={width - 16} y="29" textAnchor="end">{formatNumber(place.count, language)}</text>
      {parts.length === 0 ? <text className="place-sum" x="16" y={HEAD + 36}>{t.noLanes}</text> : null}
      {parts.map((part, index) => (
        <Lane key={part.code} part={part} tint={part.bare ? 1 : tintOf(part.count, largest)}
          x={GAP + 4 + (index % COLUMNS) * (TILE_WIDTH + GAP)} y={HEAD + Math.floor(index / COLUMNS) * (TILE_HEIGHT + GAP)} />
      ))}
    </svg>
  );
}

function Lane({ part, tint, x, y }: { part: Place; tint: number; x: number; y: number }) {
  const language = useLanguage();
  const tile = (
    <g className={classes(tint === 4 && "on-deep")}>
      <rect className={classes("lane", tint > 0 && `tint-${tint}`)} x={x} y={y} width={TILE_WIDTH} height={TILE_HEIGHT} rx="9" />
      <text className="lane-name" x={x + 11} y={y + 23}>{shortName(part.name, 6)}</text>{" "}
      {part.bare ? null : <text className="lane-count" x={x + 11} y={y + 49}>{formatNumber(part.count, language)}</text>}
    </g>
  );
  return part.to ? <a href={part.to}>{tile}</a> : tile;
}

/** The numbers of a picture of places, as a table. */
export function PlacesTable({ label, places }: PictureOfPlacesProps) {
  const t = useKitText();
  const rows = places.flatMap((place) => [place, ...(place.parts ?? []).filter(({ bare }) => !bare).map((part) => ({ ...part, name: `${place.name} · ${part.name}` }))]);
  return <TableBehind caption={label} head={[t.place, t.number]} rows={rows.map((row) => ({ key: row.code, name: row.name, to: row.to, values: [row.count] }))} />;
}

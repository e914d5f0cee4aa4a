import "maplibre-gl/dist/maplibre-gl.css";
import { LngLatBounds, Map as Canvas, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { tintOf, type Place } from "./place.ts";

type Ring = readonly (readonly number[])[];

/** A GeoJSON collection of outlines; `properties.code` says which place each is. */
export interface PlaceShapes {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly properties: { readonly code: string };
    readonly geometry: { readonly type: "Polygon"; readonly coordinates: readonly Ring[] } | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

/** How many go from one place to another, by code. */
export interface PlaceLine { readonly from: string; readonly to: string; readonly pairs: number }

interface MapTask {
  target: HTMLElement;
  shapes: PlaceShapes;
  places: readonly Place[];
  lines: readonly PlaceLine[];
  /** Goes to a place's rows. */
  open: (to: string) => void;
}

/** Draws the map and resolves once it stands; rejects where the device cannot draw it. Gives back how to take it away. */
export async function drawMap({ target, shapes, places, lines, open }: MapTask): Promise<() => void> {
  setWorkerUrl(workerUrl);
  const bounds = boundsOf(shapes.features.flatMap(ringsOf));
  const map = new Canvas({ container: target, style: { version: 8, sources: {}, layers: [] }, bounds, fitBoundsOptions: { padding: 48 }, attributionControl: false, dragRotate: false });
  map.addControl(new NavigationControl({ showCompass: false }));
  await new Promise<void>((ready, fail) => {
    map.once("load", () => ready());
    map.once("error", ({ error }) => fail(error));
  });
  addAreas(map, shapes, places);
  addLines(map, shapes, lines);
  for (const shape of shapes.features) {
    const place = places.find(({ code }) => code === shape.properties.code);
    if (place) new Marker({ element: labelOf(place, open) }).setLngLat(boundsOf(ringsOf(shape)).getCenter()).addTo(map);
  }
  return () => map.remove();
}

function addAreas(map: Canvas, shapes: PlaceShapes, places: readonly Place[]) {
  const colour = (name: string) => getComputedStyle(map.getContainer()).getPropertyValue(name).trim();
  const largest = Math.max(0, ...places.map((place) => place.count));
  const counts = new Map(places.map((place) => [place.code, place.count]));
  const features = shapes.features.map((feature) => ({ ...feature, properties: { ...feature.properties, tint: tintOf(counts.get(feature.properties.code) ?? 0, largest) } }));
  map.addSource("places", { type: "geojson", data: { type: "FeatureCollection", features } as never });
  map.addLayer({ id: "areas", type: "fill", source: "places", paint: { "fill-color": colour("--accent"), "fill-opacity": ["*", 0.14, ["get", "tint"]] } });
  map.addLayer({ id: "edges", type: "line", source: "places", paint: { "line-color": colour("--edge"), "line-width": 1.5 } });
}

/** A line for each two places, the wider the more go between them. */
function addLines(map: Canvas, shapes: PlaceShapes, lines: readonly PlaceLine[]) {
  const middles = new Map(shapes.features.map((shape) => [shape.properties.code, boundsOf(ringsOf(shape)).getCenter().toArray()]));
  const most = Math.max(1, ...lines.map(({ pairs }) => pairs));
  const features = lines.flatMap(({ from, to, pairs }) => {
    const [start, end] = [middles.get(from), middles.get(to)];
    return start && end ? [{ type: "Feature", properties: { width: 1 + (5 * pairs) / most }, geometry: { type: "LineString", coordinates: [start, end] } }] : [];
  });
  map.addSource("lines", { type: "geojson", data: { type: "FeatureCollection", features } as never });
  const colour = getComputedStyle(map.getContainer()).getPropertyValue("--accent").trim();
  map.addLayer({ id: "lines", type: "line", source: "lines", layout: { "line-cap": "round" }, paint: { "line-color": colour, "line-width": ["get", "width"], "line-opacity": 0.55 } });
}

function labelOf(place: Place, open: (to: string) => void): HTMLElement {
  const label = document.createElement(place.to ? "a" : "span");
  label.className = "map-label";
  label.append(`${place.name} `, Object.assign(document.createElement("b"), { textContent: String(place.count) }));
  const { to } = place;
  if (to && label instanceof HTMLAnchorElement) {
    label.href = to;
    label.addEventListener("click", (event) => {
      event.preventDefault();
      open(to);
    });
  }
  return label;
}

function ringsOf({ geometry }: PlaceShapes["features"][number]): Ring[] {
  return geometry.type === "Polygon" ? [...geometry.coordinates] : geometry.coordinates.flat();
}

function boundsOf(rings: readonly Ring[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const [lng = 0, lat = 0] of rings.flat()) bounds.extend([lng, lat]);
  return bounds;
}

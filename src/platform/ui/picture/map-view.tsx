import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { classes } from "../show/tone.ts";
import type { PlaceLine, PlaceShapes } from "./map-canvas.ts";
import { PlacesTable, Schematic, type PictureOfPlacesProps } from "./schematic.tsx";

export interface MapViewProps extends PictureOfPlacesProps {
  /** Outlines from our own list of places, each feature with `properties.code`. Without them the schematic stands in. */
  shapes?: PlaceShapes | null;
  /** How many go from one place to another, by their codes; drawn as lines between the middles. */
  lines?: readonly PlaceLine[];
}

const NO_LINES: readonly PlaceLine[] = [];

/** Places on a map drawn from our own outlines, with no outside tiles. Until it is drawn, and where it cannot be, the schematic. */
export function MapView({ label, places, shapes, lines = NO_LINES }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [state, setState] = useState<"waiting" | "drawn" | "impossible">("waiting");
  const drawable = Boolean(shapes?.features.length) && state !== "impossible";

  useEffect(() => {
    const target = box.current;
    if (!target || !shapes) return;
    let put: (() => void) | undefined;
    let gone = false;
    import("./map-canvas.ts")
      .then(({ drawMap }) => drawMap({ target, shapes, places, lines, open: (to) => void navigate(to) }))
      .then((remove) => {
        if (gone) return remove();
        put = remove;
        setState("drawn");
      })
      .catch(() => setState("impossible"));
    return () => {
      gone = true;
      put?.();
    };
  }, [shapes, places, lines, navigate]);

  const drawn = state === "drawn";
  return (
    <figure className="stack map-frame" aria-label={label}>
      {drawable ? <div className={classes("map", !drawn && "waiting")}><div className="map-canvas" ref={box} /></div> : null}
      {drawn ? <PlacesTable label={label} places={places} /> : <Schematic label={label} places={places} />}
    </figure>
  );
}

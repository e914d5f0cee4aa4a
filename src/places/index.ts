export { listUnits, unitNames, type UnitLabel, type UnitsWanted } from "./store/units.ts";
export { changeUnit } from "./service/change-unit.ts";
export { ensureUnits, undoUnitsOfSource, type WantedUnit } from "./service/ensure-units.ts";
export { type Shape, type Unit } from "./model/unit.ts";
export {  type UnitKind } from "./model/unit-kinds.ts";
export { pictureOfPlaces, type CountAt, type PictureOfPlaces } from "./ui/picture-of-places.ts";

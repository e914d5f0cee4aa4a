export { listUnits, unitNames, type UnitLabel, type UnitsWanted } from "./store/units.ts";
export { ensureUnits, undoUnitsOfSource, type WantedUnit } from "./service/ensure-units.ts";
export { UNIT_KINDS, type Shape, type Unit, type UnitKind } from "./model/unit.ts";

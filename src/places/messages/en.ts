import type { zh } from "./zh.ts";

/** English, complete, in the shape of the Chinese source. */
export const en: typeof zh = {
  kinds: { city: "City", district: "District", street: "Street, town", community: "Community, village", lane: "Lane, estate", grid: "Grid", building: "Building" },
  fields: {
    name: "Name", kind: "Kind", code: "Division code", aliases: "Other and former names", parentId: "Lies in", urbanRuralClass: "Urban–rural class", validFrom: "In use from", validTo: "Revoked on",
    longitude: "Longitude", latitude: "Latitude", on: "Revoked from which day", successorIds: "What it became", childrenTo: "Units in it go to", shape: "Outline", point: "Point", parent: "Lies in",
  },
  hints: {
    code: "12 digits: 6 for the division, 3 for the street, 3 for the community. Lanes, grids and buildings have none.", aliases: "Other spellings registers may use, parted by “、”", urbanRuralClass: "111 city core, 112 edge of the city, 121 town core …",
    coordinates: "Where the map puts it when there is no outline", validFrom: "If you do not know, today", childrenTo: "Needed when lanes or grids lie in it; not when it became one unit only",
  },
  title: "Places", lead: "Streets, communities and lanes your organisation serves. Communities in a register are recognised by this list.",
  none: "No places yet", noneWhat: "Import streets and communities from a file, or add them one by one. A register import also proposes communities that are missing here.",
  add: "Add a place", import: "Import from a file", export: "Export", peopleMap: "People by community",
  picture: "Units within each community", loose: "Not yet in a street", on: "List as of", show: "Show", communities: "Communities", below: "Units in it", edit: "Edit", close: "Revoke this unit", history: "History",
  facts: { alsoCalled: "Also called", code: "Division code", class: "Urban–rural class", period: "In use from", until: "Revoked", point: "Point" },
  committee: { residents: "Residents' committee", villagers: "Villagers' committee" }, unverified: "not verified", unverifiedWhy: "Inferred from the last 3 digits: 001–199 residents', 200–399 villagers' committee. This rule has not been verified.",
  became: (day, name) => `Became ${name} on ${day}`, cameFrom: (day, name) => `Came from ${name} on ${day}`, closedOn: (day) => `Revoked from ${day}`,
  addTitle: "Add a place", editTitle: "Edit a place", closeTitle: "Revoke a unit", closeLead: "Lists of earlier days still show it; its code may be given out again.", saved: "Save", closeNow: "Revoke", cancel: "Cancel", topLevel: "Lies in none",
  importTitle: "Import places", importLead: "Excel or CSV (with a name column, and a code or kind column), or GeoJSON with outlines. You look first, then decide.",
  file: "File", fileHint: "Columns such as code, name, kind, parent, alias, urban–rural class, longitude, latitude", look: "See what would happen",
  preview: {
    title: "Look before importing", added: "New", changed: "Changed", same: "Unchanged", faults: "With faults", apply: "Import", nothing: "There is nothing new in this file.", applied: "This file has been imported.", back: "Back to places",
    row: "Row", what: "Content", action: "What happens", place: "Lies in", why: "Reason", faultsLead: "These rows stay out; the others go in. Mend them and upload again.", goodLead: "These rows go in, in use from today.",
    actions: { add: "New", change: "Changed", same: "Unchanged" }, more: (count) => `${count} more rows are not listed`,
  },
  exportSheet: "Places",
  refusals: {
    "place.not_found": "There is no such place.", "place.closed": "This unit was revoked and cannot be changed.", "place.no_day": "Please write a day such as 2026-11-22.",
    "place.code_form": "A division code has 12 digits and names a city, district, street or community.", "place.code_other_kind": "The code's level is not that of the kind.", "place.code_outside_parent": "The code does not lie under its parent's code.",
    "place.code_below_community": "Lanes, grids and buildings have no division code.", "place.code_taken": "Another unit has this code at that time.", "place.code_turned_into_number": "Excel turned the code into a number. Set the column to text and fill it in again.",
    "place.name_taken": "There is a unit of this name in the same place.", "place.name_missing": "The name is missing.", "place.name_long": "The name has more than 60 signs.", "place.name_has_other_code": "The unit of this name has another code. Is it the same one?",
    "place.kind_unknown": "The kind is not clear. Write 市, 区, 街道, 社区, 巷, 网格 or 楼栋.", "place.class_form": "An urban–rural class has 3 digits and begins with 1 or 2.", "place.point_wrong": "Longitude and latitude do not fit; both are needed.", "place.shape_wrong": "The outline cannot be drawn: Polygon, MultiPolygon or Point, longitude first.",
    "place.parent_unknown": "The unit it lies in was not found.", "place.parent_missing": "Say which community a lane, grid or building lies in.", "place.parent_not_wider": "It must lie in something wider: a community in a street, a lane in a community.",
    "place.twice_in_file": "This unit stood in the file before.", "place.closed_before_begin": "It must end after it began.", "place.successor_unfit": "A successor is of the same kind, still there, and not the unit itself.",
    "place.has_children": "{count} units still lie in it. Say where they go.", "place.import_not_found": "There is no such upload.", "place.import_applied": "This file has already been imported.",
    "place.file_without_units": "There are no places in this file.", "place.head_unknown": "No head was recognised. A name column is needed, and a code or kind column.", "place.geojson_wrong": "This is no GeoJSON FeatureCollection.", "place.too_many_rows": "More than {most} rows. Please split the file.", "place.file_missing": "Please choose a file.",
  },
};

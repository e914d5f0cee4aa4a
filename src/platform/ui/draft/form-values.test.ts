import { expect, test } from "vitest";
import { collectFields, restoreFields, sameFields, touchedFields, type Control } from "./form-values.ts";

const text = (name: string, value: string, type = "text"): Control => ({ name, type, value });
const tick = (name: string, value: string, checked: boolean, type = "checkbox"): Control => ({ name, type, value, checked });

test("secrets, files, hidden values and buttons are never kept", () => {
  const controls = [text("note", "球"), text("pin", "1", "password"), text("photo", "a", "file"), text("version", "7", "hidden"), text("go", "1", "submit"), { ...text("code", "9"), dataset: { draft: "off" } }];
  expect(collectFields(controls)).toEqual({ note: ["球"] });
});

test("an unticked box is kept as unticked", () => {
  const controls = [tick("topic", "球", true), tick("topic", "画", false), tick("mood", "good", false, "radio")];
  expect(collectFields(controls)).toEqual({ topic: ["球"], mood: [] });
});

test("restoring gives back what was collected", () => {
  const before = [text("note", "球"), text("note", "画"), tick("topic", "a", true), tick("topic", "b", false)];
  const after = [text("note", ""), text("note", ""), tick("topic", "a", false), tick("topic", "b", true)];
  restoreFields(after, collectFields(before));
  expect(after).toEqual(before);
});

test("several choices of one list come back", () => {
  const list = (chosen: boolean[]): Control => ({ name: "lanes", type: "select-multiple", value: "", options: chosen.map((selected, index) => ({ value: `${index}`, selected })) });
  const after = list([true, false, false]);
  restoreFields([after], collectFields([list([false, true, true])]));
  expect(after).toEqual(list([false, true, true]));
});

test("a field the draft does not know keeps what it has", () => {
  const control = text("phone", "138");
  restoreFields([control], { note: ["球"] });
  expect(control.value).toBe("138");
});

test("what was typed before the page was ready stays, and the draft fills the rest", () => {
  const lanes = (chosen: number, begun: number): Control => ({ name: "lanes", type: "select-one", value: `${chosen}`, options: [0, 1].map((at) => ({ value: `${at}`, selected: at === chosen, defaultSelected: at === begun })) });
  const controls = [{ ...text("note", "新写的"), defaultValue: "" }, { ...text("place", "家"), defaultValue: "家" }, { ...tick("topic", "球", true), defaultChecked: false }, { ...tick("mood", "good", true, "radio"), defaultChecked: true }, lanes(1, 0), { ...lanes(0, -1), name: "tone" }];
  const touched = touchedFields(controls);
  expect([...touched]).toEqual(["note", "topic", "lanes"]);
  restoreFields(controls, { note: ["早先的"], place: ["公园"], topic: [], mood: [] }, touched);
  expect(controls.slice(0, 4).map(({ value, checked }) => [value, checked])).toEqual([["新写的", undefined], ["公园", undefined], ["球", true], ["good", false]]);
});

test("drafts are compared whatever the order of their fields", () => {
  expect(sameFields({ a: ["1"], b: [] }, { b: [], a: ["1"] })).toBe(true);
  expect(sameFields({ a: ["1"] }, { a: ["2"] })).toBe(false);
});

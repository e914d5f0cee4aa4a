import fc from "fast-check";
import { expect, test } from "vitest";
import { adopt, begin, choose, edit, enter, nextToSend, settle, wake, type Answer, type Item } from "./queue.ts";
import { again, follow, mayGo, type OfEntry } from "./photo-queue.ts";
import { decideReceive, type Incoming, type Standing } from "./receive.ts";

type Message = Incoming & { sendKey: string; words: string };

/** The keeper, as simple as can be: every revision of every entry, each with the words it holds. */
class Keeper {
  readonly chains = new Map<string, { sendKey: string; words: string }[]>();
  readonly withdrawn = new Set<string>();
  /** Photographs by id: what they show, and of which entry. */
  readonly photos = new Map<string, Photo>();

  receivePhoto(id: string, photo: Photo): Answer<Photo> {
    const known = this.photos.get(id);
    if (known) return known.of === photo.of ? { kind: "accepted", revision: 1 } : { kind: "refused", reason: "known" };
    if (!this.chains.has(photo.of) || this.withdrawn.has(photo.of) || photo.words.startsWith("poison")) return { kind: "refused", reason: "no" };
    this.photos.set(id, photo);
    return { kind: "accepted", revision: 1 };
  }

  receive(id: string, { words, sendKey, ...incoming }: Message): Answer<string> {
    const chain = this.chains.get(id) ?? [];
    const standing: Standing | null = chain.length === 0 ? null : {
      revision: chain.length, sendKey: chain.at(-1)!.sendKey, withdrawn: this.withdrawn.has(id), receivedAs: chain.findIndex((one) => one.sendKey === sendKey) + 1 || null,
    };
    const decision = decideReceive(standing, incoming);
    if (decision.kind === "same") return { kind: "accepted", revision: decision.revision };
    if (decision.kind === "clash") {
      return { kind: "clash", theirs: { kind: decision.withdrawn ? "withdrawn" : "changed", revision: chain.length, entry: decision.withdrawn ? null : chain.at(-1)!.words, difference: {}, stamps: {} } };
    }
    if (words.startsWith("poison")) return { kind: "refused", reason: "no" };
    this.chains.set(id, [...chain, { sendKey, words }]);
    return { kind: "accepted", revision: decision.revision };
  }
}

type Photo = OfEntry & { words: string };
type Device = Map<string, Item<string>>;
interface Letter { device: number; id: string; message: Message; photo?: Photo }
const [DEVICES, STEPS] = [3, 60];

/** One life of three devices and a keeper. What was typed is unique, so that its fate can be told. */
class World {
  readonly keeper = new Keeper();
  readonly devices: Device[] = Array.from({ length: DEVICES }, () => new Map());
  readonly photos: Map<string, Item<Photo>>[] = Array.from({ length: DEVICES }, () => new Map());
  /** What somebody typed and neither typed over on the same device nor gave up knowingly. */
  readonly owed = new Map<string, number>();
  /** Requests under way; any may arrive late, twice, or never. */
  readonly air: Letter[] = [];
  private count = 0;

  fresh = (kind: string) => `${kind}-${++this.count}`;

  type(at: number, id: string | undefined, poison: boolean): void {
    const device = this.devices[at]!;
    const words = this.fresh(poison ? "poison" : "words");
    const known = id === undefined ? undefined : device.get(id);
    const item = known ? edit(known, this.fresh("key"), words) : enter(this.fresh("entry"), this.fresh("key"), words);
    if (known) this.owed.delete(known.entry); // typed over by the same hand on the same device
    device.set(item.id, item);
    this.owed.set(words, at);
  }

  /** A photograph of an entry that is on the device. */
  snap(at: number, pick: number, poison: boolean): void {
    const of = [...this.devices[at]!.keys()][pick];
    if (of === undefined) return;
    const [id, words] = [this.fresh("photo"), this.fresh(poison ? "poison" : "picture")];
    this.photos[at]!.set(id, enter(id, id, { of, words }));
    this.owed.set(words, at);
  }

  sendPhoto(at: number): void {
    const next = nextToSend([...this.photos[at]!.values()].filter((photo) => mayGo(photo, this.devices[at]!.get(photo.entry.of))));
    if (!next) return;
    const sending = begin(next);
    this.photos[at]!.set(next.id, sending);
    this.air.push({ device: at, id: next.id, message: { basis: 0, sendKey: sending.sendKey, tried: [], words: "" }, photo: sending.entry });
  }

  send(at: number): void {
    const device = this.devices[at]!;
    const next = nextToSend([...device.values()]);
    if (!next) return;
    const sending = begin(next);
    device.set(next.id, sending);
    const { id, basis, sendKey, tried, entry } = sending;
    this.air.push({ device: at, id, message: { basis, sendKey, tried, words: entry } });
  }

  /** A request arrives; `how`: it goes and the answer comes, or the answer is lost, or it will arrive once more. */
  arrive(pick: number, how: "whole" | "answer lost" | "twice" | "request lost"): void {
    if (this.air.length === 0) return;
    const [letter] = this.air.splice(pick % this.air.length, 1) as [Letter];
    if (how === "twice") this.air.push(letter);
    if (letter.photo) return this.photoArrives(letter, letter.photo, how);
    const answer = how === "request lost" ? null : this.keeper.receive(letter.id, letter.message);
    const device = this.devices[letter.device]!;
    const item = device.get(letter.id);
    if (item) device.set(letter.id, settle(item, letter.message.sendKey, answer && how !== "answer lost" ? answer : { kind: "lost" }));
  }

  private photoArrives({ id, device: at, message: { sendKey } }: Letter, photo: Photo, how: string): void {
    const answer = how === "request lost" ? null : this.keeper.receivePhoto(id, photo);
    const item = this.photos[at]!.get(id);
    if (item) this.photos[at]!.set(id, settle(item, sendKey, answer && how !== "answer lost" ? answer : { kind: "lost" }));
  }

  crash(at: number): void {
    for (const item of this.photos[at]!.values()) this.photos[at]!.set(item.id, wake(item));
    for (const item of this.devices[at]!.values()) this.devices[at]!.set(item.id, wake(item));
  }

  /** Somebody takes an entry back at a desk. */
  withdraw(pick: number): void {
    const id = [...this.keeper.chains.keys()][pick];
    if (id !== undefined) this.keeper.withdrawn.add(id);
  }

  /** Takes along what the keeper has. */
  pull(at: number): void {
    for (const [id, chain] of this.keeper.chains) {
      if (!this.keeper.withdrawn.has(id)) this.devices[at]!.set(id, adopt(this.devices[at]!.get(id), id, chain.length, chain.at(-1)!.sendKey, chain.at(-1)!.words));
    }
  }

  decide(at: number, side: "mine" | "theirs"): void {
    const device = this.devices[at]!;
    const clash = [...device.values()].find(({ state }) => state === "clash");
    if (!clash) return;
    const chosen = choose(clash, side, { id: this.fresh("entry"), sendKey: this.fresh("key") });
    if (side === "theirs") this.owed.delete(clash.entry);
    device.delete(clash.id);
    if (chosen) device.set(chosen.id, chosen);
    const before = [...this.photos[at]!.values()]; // what is moved is not met again
    for (const photo of before) {
      const next = follow(photo, clash.id, chosen, this.fresh("photo"));
      this.photos[at]!.delete(photo.id);
      if (next) this.photos[at]!.set(next.id, next);
      else this.owed.delete(photo.entry.words); // given up with its entry, knowingly
    }
  }

  /** The network holds, nobody types: everything settles. */
  calm(): void {
    for (let round = 0; round < 400; round++) {
      for (let at = 0; at < DEVICES; at++) { this.crash(at); this.send(at); this.sendPhoto(at); this.decide(at, "mine"); }
      while (this.air.length > 0) this.arrive(0, "whole");
    }
  }

  /** Everything owed is in the keeper's chains or still to be seen on the device it was typed on. */
  lost(): string[] {
    const kept = new Set([...this.keeper.chains.values()].flat().concat([...this.keeper.photos.values()].map(({ words }) => ({ sendKey: "", words }))).map(({ words }) => words));
    const onDevice = (at: number) => new Set([...this.photos[at]!.values()].filter(({ state }) => state !== "accepted").map(({ entry }) => entry.words));
    return [...this.owed].filter(([words, at]) => !kept.has(words) && !onDevice(at).has(words) && ![...this.devices[at]!.values()].some(({ entry, state }) => entry === words && state !== "accepted")).map(([words]) => words);
  }

  doubled(): string[] {
    const all = [...this.keeper.chains.values()].flat();
    return all.map(({ words }) => words).filter((words, index, list) => list.indexOf(words) !== index);
  }
}

const at = fc.nat(DEVICES - 1);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant("type" as const), at, over: fc.option(fc.nat(5), { nil: undefined }), poison: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("send" as const), at }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant("arrive" as const), pick: fc.nat(9), how: fc.constantFrom("whole" as const, "whole" as const, "answer lost" as const, "twice" as const, "request lost" as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("snap" as const), at, pick: fc.nat(4), poison: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("send photo" as const), at }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("crash" as const), at }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("pull" as const), at }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("decide" as const), at, side: fc.constantFrom("mine" as const, "theirs" as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("withdraw" as const), pick: fc.nat(5) }) },
);

function live(world: World, steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): void {
  for (const one of steps) {
    if (one.act === "type") world.type(one.at, one.over === undefined ? undefined : [...world.devices[one.at]!.keys()][one.over], one.poison && one.over === undefined);
    else if (one.act === "send") world.send(one.at);
    else if (one.act === "snap") world.snap(one.at, one.pick, one.poison);
    else if (one.act === "send photo") world.sendPhoto(one.at);
    else if (one.act === "arrive") world.arrive(one.pick, one.how);
    else if (one.act === "crash") world.crash(one.at);
    else if (one.act === "pull") world.pull(one.at);
    else if (one.act === "decide") world.decide(one.at, one.side);
    else world.withdraw(one.pick);
    expect(world.lost(), "nothing is lost at any moment").toEqual([]);
    expect(world.doubled(), "nothing is kept twice at any moment").toEqual([]);
  }
}

/** Received; refused as a poisoned one, or because its entry was taken back; or it waits for an entry that is refused itself. */
function endOf({ state, entry: { of, words } }: Item<Photo>, at: number, { devices, keeper }: World): string {
  if (state === "accepted") return "received";
  if (state === "refused") return words.startsWith("poison") || keeper.withdrawn.has(of) ? "refused" : "stuck";
  return devices[at]!.get(of)?.state === "refused" ? "waits" : "stuck";
}

test("three devices, any typing, any network, any crash: nothing is silently lost, nothing doubled, and in the end only what is refused waits", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: STEPS, size: "max" }), (steps) => {
    const world = new World();
    live(world, steps);
    world.calm();
    expect(world.lost()).toEqual([]);
    expect(world.doubled()).toEqual([]);
    const left = world.devices.flatMap((device) => [...device.values()]).filter(({ state }) => state !== "accepted");
    expect(left.every(({ state, entry }) => state === "refused" && entry.startsWith("poison"))).toBe(true);
    for (const [at, photos] of world.photos.entries()) for (const photo of photos.values()) expect(endOf(photo, at, world), "every photograph ends somewhere that can be seen").not.toBe("stuck");
  }), { numRuns: 3000 });
});

test("one refused entry holds up no other", () => {
  const world = new World();
  world.type(0, undefined, true);
  for (let index = 0; index < 5; index++) world.type(0, undefined, false);
  for (let index = 0; index < 6; index++) { world.send(0); world.arrive(0, "whole"); }
  expect([...world.devices[0]!.values()].map(({ state }) => state)).toEqual(["refused", "accepted", "accepted", "accepted", "accepted", "accepted"]);
});

test("a photograph never goes before its entry, and one that is refused holds up neither another nor any entry", () => {
  const world = new World();
  world.type(0, undefined, false);
  world.snap(0, 0, true);
  world.snap(0, 0, false);
  world.sendPhoto(0);
  expect(world.air).toEqual([]);
  for (let index = 0; index < 3; index++) { world.send(0); world.sendPhoto(0); while (world.air.length > 0) world.arrive(0, "whole"); }
  world.type(0, undefined, false);
  world.send(0);
  world.arrive(0, "whole");
  expect([...world.photos[0]!.values()].map(({ state }) => state)).toEqual(["refused", "accepted"]);
  expect([...world.devices[0]!.values()].every(({ state }) => state === "accepted")).toBe(true);
  expect(again([...world.photos[0]!.values()][0]!)).toMatchObject({ state: "waiting", reason: null });
});

test("typed over while the first sending is on its way, the later words stand and the earlier are a revision of the same entry", () => {
  const world = new World();
  world.type(0, undefined, false);
  world.send(0);
  const [id] = [...world.devices[0]!.keys()] as [string];
  world.arrive(0, "answer lost");
  world.type(0, id, false);
  world.send(0);
  world.arrive(0, "whole");
  expect(world.keeper.chains.size).toBe(1);
  expect(world.keeper.chains.get(id)).toHaveLength(2);
});

import { KeyIndex } from "./key-index.ts";
import { hashText, joinHashes } from "./hash-text.ts";
import { Numbers } from "./numbers.ts";
import { soundOfName } from "./sound-of-name.ts";

/** What is known of one row for telling whether it is someone already seen. */
export interface Identity {
  readonly rowNumber: number;
  readonly name: string;
  /** 18 characters, as written or recovered from the certificate; null when there is none. */
  readonly residentId: string | null;
  /** The number passes its check; a wrong one proves little. */
  readonly idHolds: boolean;
  readonly birthOn: string | null;
  readonly sex: "male" | "female" | null;
  readonly phones: readonly string[];
  readonly address: string | null;
}

/** `certain` and `likely` count as the same person; `possible` is shown for a person to decide. */
export type Strength = "certain" | "likely" | "possible";
export type Evidence = "same_id" | "same_id_other_name" | "same_name_and_birth" | "same_name_and_phone" | "same_name_and_address" | "same_sound_and_birth";

/** Two rows that seem to be one person. */
export interface Repeat {
  readonly row: number;
  readonly earlierRow: number;
  /** In order of `add`, from 0. */
  readonly earlierEntry: number;
  readonly strength: Strength;
  readonly evidence: Evidence;
}

/** Of rows under one key, only this many are compared: a telephone of the office or 1900-01-01 would otherwise meet everyone. */
const MOST_COMPARED = 40;

/** Places of 15 in which one number may differ from itself, mistyped. */
const MOST_SLIPS = 2;

/**
 * Finds the same person again in a register of any length, one row at a time
 * and never row against row: candidates share an identity number, the sound of
 * a name and a birth date, a name and telephone, or a name and address. Memory is
 * about 170 bytes a row.
 */
export class RepeatFinder {
  readonly #rows = new Numbers(Int32Array);
  readonly #ids = new Numbers(Float64Array);
  /** The first 15 digits as a number, which a double holds exactly. */
  readonly #digits = new Numbers(Float64Array);
  readonly #idHolds = new Numbers(Uint8Array);
  readonly #names = new Numbers(Float64Array);
  readonly #sounds = new Numbers(Float64Array);
  readonly #births = new Numbers(Int32Array);
  readonly #sexes = new Numbers(Uint8Array);
  readonly #group = new Numbers(Int32Array);
  readonly #byId = new KeyIndex();
  readonly #byNamePhone = new KeyIndex();
  readonly #byNameAddress = new KeyIndex();
  readonly #bySoundBirth = new KeyIndex();

  get length(): number {
    return this.#rows.length;
  }

  /** Takes in one named row and says which earlier one it repeats, the strongest evidence first; null when it is new. */
  add(identity: Identity): Repeat | null {
    const entry = this.#rows.length;
    const keys = this.#keep(identity);
    const repeat = this.#match(entry, keys);
    if (repeat !== null && repeat.strength !== "possible") this.#group.set(entry, this.groupOf(repeat.earlier));
    this.#index(entry, keys);
    if (!repeat) return null;
    return { row: identity.rowNumber, earlierRow: this.#rows.at(repeat.earlier), earlierEntry: repeat.earlier, strength: repeat.strength, evidence: repeat.evidence };
  }

  /** The entry (from 0, in order of `add`) that first was this person. */
  groupOf(entry: number): number {
    return this.#group.at(entry);
  }

  #keep(identity: Identity): Keys {
    const entry = this.#rows.length;
    const name = hashText(identity.name);
    const sound = hashText(soundOfName(identity.name));
    const birth = identity.birthOn ? Number(identity.birthOn.replaceAll("-", "")) : 0;
    const id = identity.residentId ? hashText(identity.residentId) : 0;
    this.#rows.push(identity.rowNumber);
    this.#ids.push(id);
    this.#digits.push(/^\d{15}/.test(identity.residentId ?? "") ? Number(identity.residentId!.slice(0, 15)) : 0);
    this.#idHolds.push(identity.idHolds ? 1 : 0);
    this.#names.push(name);
    this.#sounds.push(sound);
    this.#births.push(birth);
    this.#sexes.push(identity.sex === null ? 0 : identity.sex === "male" ? 1 : 2);
    this.#group.push(entry);
    return {
      id,
      namePhone: identity.phones[0] ? hashText(`${identity.name}/${identity.phones[0]}`) : 0,
      nameAddress: identity.address ? hashText(`${identity.name}/${identity.address}`) : 0,
      soundBirth: birth ? joinHashes(sound, birth) : 0,
    };
  }

  #index(entry: number, keys: Keys): void {
    this.#byId.add(keys.id, entry);
    this.#byNamePhone.add(keys.namePhone, entry);
    this.#byNameAddress.add(keys.nameAddress, entry);
    this.#bySoundBirth.add(keys.soundBirth, entry);
  }

  #match(entry: number, keys: Keys): Match | null {
    const byId = this.#best(this.#byId, keys.id, (earlier) => this.#sameId(entry, earlier));
    if (byId?.strength === "certain") return byId;
    const byBirth = this.#best(this.#bySoundBirth, keys.soundBirth, (earlier) => this.#sameNameAndBirth(entry, earlier));
    if (byBirth?.strength === "likely") return byBirth;
    if (byId) return byId;
    return this.#best(this.#byNamePhone, keys.namePhone, (earlier) => this.#sameNameAnd("same_name_and_phone", entry, earlier))
      ?? this.#best(this.#byNameAddress, keys.nameAddress, (earlier) => this.#sameNameAnd("same_name_and_address", entry, earlier))
      ?? byBirth;
  }

  #best(index: KeyIndex, key: number, judge: (earlier: number) => Match | null): Match | null {
    let best: Match | null = null;
    let compared = 0;
    for (let earlier = index.last(key); earlier >= 0 && compared < MOST_COMPARED; earlier = index.before(earlier), compared++) {
      const match = judge(earlier);
      if (match?.strength === "certain") return match;
      if (match && (best === null || best.strength === "possible")) best = match;
    }
    return best;
  }

  /** One number, one person; but where name, sound and birth date all differ, somebody else's number was typed. */
  #sameId(entry: number, earlier: number): Match {
    const sameName = this.#names.at(entry) === this.#names.at(earlier) || this.#sounds.at(entry) === this.#sounds.at(earlier);
    if (sameName) return { earlier, strength: "certain", evidence: "same_id" };
    const birthAgrees = this.#births.at(entry) !== 0 && this.#births.at(entry) === this.#births.at(earlier);
    return { earlier, strength: birthAgrees ? "likely" : "possible", evidence: "same_id_other_name" };
  }

  /** Two good numbers that differ are two people who share a name and a birthday; of a wrong one, most places must agree. */
  #sameNameAndBirth(entry: number, earlier: number): Match | null {
    if (this.#contradict(entry, earlier)) return null;
    if (this.#names.at(entry) === this.#names.at(earlier)) return { earlier, strength: "likely", evidence: "same_name_and_birth" };
    return { earlier, strength: "possible", evidence: "same_sound_and_birth" };
  }

  #sameNameAnd(evidence: Evidence, entry: number, earlier: number): Match | null {
    if (this.#contradict(entry, earlier) || this.#birthsDiffer(entry, earlier)) return null;
    return { earlier, strength: evidence === "same_name_and_phone" ? "likely" : "possible", evidence };
  }

  #contradict(entry: number, earlier: number): boolean {
    const idsDiffer = this.#ids.at(entry) !== this.#ids.at(earlier) && this.#numbersApart(entry, earlier);
    const [sex, other] = [this.#sexes.at(entry), this.#sexes.at(earlier)];
    return idsDiffer || (sex !== 0 && other !== 0 && sex !== other);
  }

  /** True when both rows have a number and they cannot be one number with a slip in it. */
  #numbersApart(entry: number, earlier: number): boolean {
    const [digits, other] = [this.#digits.at(entry), this.#digits.at(earlier)];
    if (digits === 0 || other === 0) return false;
    if (this.#idHolds.at(entry) === 1 && this.#idHolds.at(earlier) === 1) return true;
    return differentPlaces(digits, other) > MOST_SLIPS;
  }

  #birthsDiffer(entry: number, earlier: number): boolean {
    const [birth, other] = [this.#births.at(entry), this.#births.at(earlier)];
    return birth !== 0 && other !== 0 && birth !== other;
  }
}

function differentPlaces(a: number, b: number): number {
  const other = String(b);
  return [...String(a)].filter((digit, place) => digit !== other[place]).length;
}

interface Keys {
  readonly id: number;
  readonly namePhone: number;
  readonly nameAddress: number;
  readonly soundBirth: number;
}

interface Match {
  readonly earlier: number;
  readonly strength: Strength;
  readonly evidence: Evidence;
}

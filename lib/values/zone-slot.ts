import { ValueError } from "./value-error";
import { describe } from "./wording";

const LETTER = /[a-z]$/i;
const DIGITS = /[0-9]+$/;
const MOST_SLOTS = 256;

/** What the address plan of one zone asks for, as far as slots go. */
export interface SlotWish {
  /** An explicit slot wins over the one that follows from the key. */
  readonly slot?: number;
}

/** The short key of a zone: the letter that ends its id, "cn-hangzhou-h" to "h", "ap-southeast-1a" to "a". */
export function zoneKey(zoneId: string): string {
  const letter = LETTER.exec(zoneId)?.[0];
  if (letter === undefined) {
    throw new ValueError({
      got: `zone ${describe(zoneId)}`,
      want: "a zone id that ends with a letter, such as cn-hangzhou-h",
      fix: "give the zones as a map, with keys of your own",
    });
  }
  return letter.toLowerCase();
}

/**
 * Zones by their short keys.
 *
 * @throws ValueError if two of them have one letter
 */
export function zonesByLetter(zoneIds: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const zone of zoneIds) {
    const key = zoneKey(zone);
    const other = byKey.get(key);
    if (other !== undefined) {
      throw new ValueError({
        got: `the zones ${other} and ${zone}`,
        want: "one key for each zone",
        fix: "give a map: { a: { zone: ... } }",
      });
    }
    byKey.set(key, zone);
  }
  return byKey;
}

/**
 * The address slot of a zone, from its key alone, so that adding or removing another zone never moves this
 * one's addresses: the letter that ends the key (a is 0) or else the number that does, modulo the slots.
 *
 * Must never change: the addresses of existing vSwitches follow from it, and a vSwitch cannot be moved.
 *
 * @param slots number of slots, 1 to 256
 */
export function zoneSlot(key: string, slots: number): number {
  requireSlots(slots);
  const letter = LETTER.exec(key)?.[0];
  if (letter !== undefined) return (letter.toLowerCase().charCodeAt(0) - "a".charCodeAt(0)) % slots;

  const digits = DIGITS.exec(key)?.[0];
  if (digits !== undefined) return Number(BigInt(digits) % BigInt(slots));

  throw new ValueError({
    got: `zone key ${describe(key)}`,
    want: "a key that ends with a Latin letter or a digit",
    fix: "rename the key, or give the zone an explicit slot",
  });
}

/** The slot of a zone: its explicit one, or the one that follows from its key. */
export function slotFor(key: string, wish: SlotWish, slots: number): number {
  return wish.slot === undefined ? zoneSlot(key, slots) : explicitSlot(key, wish.slot, slots);
}

/** @throws ValueError if two zones share a slot; the fix proposes a free one. */
export function requireDistinctSlots(wishes: ReadonlyMap<string, SlotWish>, slots: number): void {
  requireSlots(slots);
  const holders = new Map<number, string>();
  for (const [key, wish] of wishes) {
    const slot = slotFor(key, wish, slots);
    const holder = holders.get(slot);
    if (holder !== undefined) throw clash(holder, key, wishes, slots);
    holders.set(slot, key);
  }
}

function clash(
  holder: string,
  key: string,
  wishes: ReadonlyMap<string, SlotWish>,
  slots: number,
): ValueError {
  const used = new Set([...wishes].map(([each, wish]) => slotFor(each, wish, slots)));
  const free = Array.from({ length: slots }, (_, slot) => slot).find((slot) => !used.has(slot));
  // An explicit slot was chosen on purpose: propose to move the other zone.
  const moved = wishes.get(key)?.slot === undefined ? key : holder;
  return new ValueError({
    got: `zones ${describe(holder)} and ${describe(key)} in one address slot of ${slots}`,
    want: "one zone for each slot",
    fix:
      free === undefined
        ? `no slot is free: give zone ${describe(moved)} explicit CIDRs`
        : `give zone ${describe(moved)} a free one, such as slot: ${free}`,
  });
}

function explicitSlot(key: string, slot: number, slots: number): number {
  if (Number.isInteger(slot) && slot >= 0 && slot < slots) return slot;
  throw new ValueError({
    got: `slot ${describe(slot)} for zone ${describe(key)}`,
    want: `an integer from 0 to ${slots - 1}, one of the ${slots} slots`,
  });
}

function requireSlots(slots: number): void {
  if (!Number.isInteger(slots) || slots < 1 || slots > MOST_SLOTS) {
    throw new ValueError({ got: `${describe(slots)} slots`, want: `an integer from 1 to ${MOST_SLOTS}` });
  }
}

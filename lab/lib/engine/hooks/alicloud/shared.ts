import type { Value } from "../../../values";
import { isWhollyKnown } from "../../../values";
import { isEquivalent } from "../../normalise";
import type { Comparison, Planning } from "../hooks";
import { sameJson } from "../json";

export type Predicate = (comparison: Comparison) => boolean;

/** Whether an argument at the top of the resource has a value, which is known and not zero. */
export function isSet({ get }: Pick<Planning, "get">, name: string): boolean {
  const value = get(name);
  return isWhollyKnown(value) && !isEquivalent("dynamic", value, null);
}

/** Whether an argument has one of these values; what is not known yet has none of them. */
export const is =
  (name: string, ...values: readonly Value[]): Predicate =>
  ({ get }) =>
    values.includes(get(name));

export const isNot =
  (name: string, ...values: readonly Value[]): Predicate =>
  ({ get }) =>
    !values.includes(get(name));

/** As `is`, whatever the case of the letters. */
export const reads =
  (name: string, value: string): Predicate =>
  ({ get }) =>
    String(get(name)).toLowerCase() === value;

/** Whether an argument has a value, and another one than this. */
export const isOtherThan =
  (name: string, value: Value): Predicate =>
  (comparison) =>
    isSet(comparison, name) && comparison.get(name) !== value;

export const isAbsent =
  (name: string): Predicate =>
  (comparison) =>
    !isSet(comparison, name);

export const not =
  (predicate: Predicate): Predicate =>
  (comparison) =>
    !predicate(comparison);

export const all =
  (...predicates: readonly Predicate[]): Predicate =>
  (comparison) =>
    predicates.every((predicate) => predicate(comparison));

export const any =
  (...predicates: readonly Predicate[]): Predicate =>
  (comparison) =>
    predicates.some((predicate) => predicate(comparison));

/** Heeded when the resource is made, and never again. */
export const onceMade: Predicate = ({ creating }) => !creating;

/** The same list, written in another order. */
export const sameMembers: Predicate = ({ old, new: now }) =>
  old.split(",").sort().join() === now.split(",").sort().join();

export const sameDocument: Predicate = ({ old, new: now }) => sameJson(old, now);

/** The context of a password that is encrypted. A password that is not known yet is one. */
export const withoutKmsPassword: Predicate = ({ get }) => (get("kms_encrypted_password") ?? "") === "";

/** A plain password goes before an encrypted one. */
export const hasPlainPassword: Predicate = (comparison) =>
  isSet(comparison, "password") || isSet(comparison, "account_password");

export const kmsPassword = {
  kms_encrypted_password: hasPlainPassword,
  kms_encryption_context: withoutKmsPassword,
};

const isPrepaid = any(reads("instance_charge_type", "prepaid"), is("payment_type", "Subscription"));

/** What is not paid in advance has no period. */
export const isNotPrepaid = not(isPrepaid);
export const isNotRenewed = not(all(isPrepaid, is("auto_renew", true)));

export const otherThanEssd = (category: string): Predicate => isOtherThan(category, "cloud_essd");

import { registerLimit } from "./catalogue";
import type { Finding, Known, KnownFact, Limit, LimitKind, LimitText, Precondition, Terms } from "./limit";
import {
  absentOr,
  isAtLeastVersion,
  isEach,
  isGivenTerm,
  isLike,
  isOneOf,
  isWithin,
  lengthOfTerm,
} from "./expressions";
import { findingsOf, firstRepeated, isGiven, lengthOf, matches, none } from "./findings";
import type { QuotaName } from "./quota-names";

/** The facts of `F` whose known, present form is a `T`. */
type KeysOf<F, T> = {
  [P in keyof F & string]: NonNullable<KnownFact<F[P]>> extends T ? P : never;
}[keyof F & string];

type MemberOf<X> = NonNullable<KnownFact<X>> extends readonly (infer Member)[] ? Member : never;

type Check<F, K extends keyof F> = (known: Known<F, K>, max: number) => readonly Finding[];

/** What Terraform is to judge where a fact is unknown; undefined when it cannot. */
type Later<K extends string> = (terms: Terms<K>) => Precondition | undefined;

type LaterOnValue = (term: string) => Precondition | undefined;

function onTerm<K extends string>(key: K, later: LaterOnValue): Later<K> {
  return (terms) => {
    const made = later(terms[key]);
    return made === undefined ? undefined : { ...made, condition: absentOr(terms[key], made.condition) };
  };
}

/** What users call a fact. */
function calledIn({ prop }: LimitText, key: string): string {
  return prop ?? key;
}

/** A construct of a group, by the name that it has in the cloud. */
export interface Named {
  readonly path: string;
  readonly name: string;
}

interface Options<K extends string> {
  readonly kind?: LimitKind;
  readonly monotone?: boolean;
  readonly countsMembers?: boolean;
  readonly quota?: QuotaName;
  readonly precondition?: Later<K> | undefined;
}

/**
 * The vocabulary in which the limits of one kind of subject are written down. Most documented limits have one of
 * these shapes; `limit` takes the rest. Call it once at the top of a `limits.ts`.
 *
 * @param register what keeps the limits of this library, of which each id is defined once
 */
export function limitsOn<F extends object>(subject = "Limits of your own", register = registerLimit) {
  function define<K extends keyof F & string>(
    id: string,
    reads: readonly K[],
    text: LimitText,
    check: Check<F, K>,
    options: Options<K> = {},
  ): Limit<F> {
    const kind = options.kind ?? (text.advice === true ? "advice" : "hard");
    // The function can only name the facts in `reads`, which the engine has made sure are known.
    const checkKnown = check as unknown as Limit<F>["check"];
    return register({
      id,
      subject,
      kind,
      text,
      reads,
      monotone: options.monotone ?? false,
      check: checkKnown,
      ...(options.countsMembers === undefined ? {} : { countsMembers: options.countsMembers }),
      ...(options.quota === undefined ? {} : { quota: options.quota }),
      ...(options.precondition === undefined ? {} : { precondition: options.precondition as Later<string> }),
    });
  }

  /** A limit on the value of one fact that says nothing when the fact is absent. */
  function onValue<K extends keyof F & string>(
    id: string,
    key: K,
    text: LimitText,
    check: (value: NonNullable<KnownFact<F[K]>>) => Finding | undefined,
    later?: LaterOnValue,
    options: Options<K> = {},
  ): Limit<F> {
    return define(
      id,
      [key],
      text,
      (known) => {
        const value = known[key];
        if (value === undefined || value === null) {
          return none;
        }
        const finding = check(value);
        return finding === undefined ? none : [finding];
      },
      { ...options, ...(later === undefined ? {} : { precondition: onTerm(key, later) }) },
    );
  }

  return {
    /** Any rule over the facts in `reads`; a list with an unknown member silences it. */
    limit: <K extends keyof F & string>(
      id: string,
      reads: readonly K[],
      text: LimitText,
      check: Check<F, K>,
    ): Limit<F> => define(id, reads, text, check),

    /** As `limit`, for rules that one more list member can only break: unknown members are left out. */
    monotone: <K extends keyof F & string>(
      id: string,
      reads: readonly K[],
      text: LimitText,
      check: Check<F, K>,
    ): Limit<F> => define(id, reads, text, check, { monotone: true }),

    /** A rule against a quota of the account: what the team declared, or else the documented default. */
    quota: <K extends keyof F & string>(
      id: string,
      quota: QuotaName,
      reads: readonly K[],
      text: LimitText,
      check: Check<F, K>,
    ): Limit<F> => define(id, reads, text, check, { kind: "quota", monotone: true, quota }),

    /** One of a closed list. */
    oneOf: <K extends KeysOf<F, string | number>>(
      id: string,
      key: K,
      allowed: readonly (string | number)[],
      text: LimitText,
    ): Limit<F> =>
      onValue(
        id,
        key,
        text,
        (value) =>
          allowed.includes(value as string | number)
            ? undefined
            : {
                got: `${calledIn(text, key)} ${JSON.stringify(value)}`,
                want: `one of ${allowed.join(", ")}`,
              },
        (term) => ({
          condition: isOneOf(term, allowed),
          want: `${calledIn(text, key)}: one of ${allowed.join(", ")}`,
        }),
      ),

    /** A number between two bounds, both included. */
    range: <K extends KeysOf<F, number>>(
      id: string,
      key: K,
      bounds: {
        readonly min: number;
        readonly max: number;
        readonly unit?: string;
        readonly integer?: false;
      },
      text: LimitText,
    ): Limit<F> => {
      const unit = bounds.unit === undefined ? "" : ` ${bounds.unit}`;
      const kind = bounds.integer === false ? "a number" : "a whole number";
      const want = `${kind} from ${bounds.min} to ${bounds.max}${unit}`;
      return onValue(
        id,
        key,
        text,
        (value) => {
          const number = value as number;
          const whole = bounds.integer === false || Number.isInteger(number);
          return whole && number >= bounds.min && number <= bounds.max
            ? undefined
            : { got: `${calledIn(text, key)} ${String(value)}${unit}`, want };
        },
        (term) => ({ condition: isWithin(term, bounds), want: `${calledIn(text, key)}: ${want}` }),
      );
    },

    /** The number of members of a list, known or not, or of characters of a text. */
    length: <K extends KeysOf<F, string | readonly unknown[]>>(
      id: string,
      key: K,
      bounds: { readonly min: number; readonly max: number; readonly of: string },
      text: LimitText,
    ): Limit<F> =>
      onValue(
        id,
        key,
        text,
        (value) => {
          const length = lengthOf(value as string | readonly unknown[]);
          return length >= bounds.min && length <= bounds.max
            ? undefined
            : {
                got: `${calledIn(text, key)} with ${length} ${bounds.of}`,
                want: `${bounds.min} to ${bounds.max} ${bounds.of}`,
              };
        },
        (term) => ({
          condition: isWithin(lengthOfTerm(term), { ...bounds, integer: false }),
          want: `${calledIn(text, key)}: ${bounds.min} to ${bounds.max} ${bounds.of}`,
        }),
        { countsMembers: true },
      ),

    /** A text that a pattern describes; `want` says the pattern in words. */
    format: <K extends KeysOf<F, string>>(
      id: string,
      key: K,
      pattern: RegExp,
      want: string,
      text: LimitText,
    ): Limit<F> =>
      onValue(
        id,
        key,
        text,
        (value) =>
          typeof value === "string" && matches(value, pattern)
            ? undefined
            : { got: `${calledIn(text, key)} ${JSON.stringify(value)}`, want },
        (term) => {
          const condition = isLike(term, pattern);
          return condition === undefined ? undefined : { condition, want: `${calledIn(text, key)}: ${want}` };
        },
      ),

    /** A version (anything that can compare itself) that is not below the first one that has the feature. */
    atLeast: <K extends KeysOf<F, { isAtLeast(version: string): boolean }>>(
      id: string,
      key: K,
      version: string,
      text: LimitText,
    ): Limit<F> =>
      onValue(
        id,
        key,
        text,
        (value) =>
          (value as unknown as { isAtLeast(version: string): boolean }).isAtLeast(version)
            ? undefined
            : { got: `${calledIn(text, key)} ${String(value)}`, want: `${version} or later` },
        (term) => ({
          condition: isAtLeastVersion(term, version),
          want: `${calledIn(text, key)}: ${version} or later`,
        }),
      ),

    /** Two facts of which at most one may be given. */
    excludes: <A extends keyof F & string, B extends keyof F & string>(
      id: string,
      one: A,
      other: B,
      text: LimitText,
    ): Limit<F> =>
      define(
        id,
        [one, other],
        text,
        (known) =>
          isGiven(known[one]) && isGiven(known[other])
            ? [{ got: `${one} and ${other}`, want: `${one} or ${other}, not both` }]
            : none,
        {
          precondition: (terms: Terms<A | B>) => ({
            condition: `!(${isGivenTerm(terms[one])} && ${isGivenTerm(terms[other])})`,
            want: `${one} or ${other}, not both`,
          }),
        },
      ),

    /** A fact that makes no sense, or is ignored, without another. */
    requires: <A extends keyof F & string, B extends keyof F & string>(
      id: string,
      given: A,
      needed: B,
      text: LimitText,
    ): Limit<F> =>
      define(
        id,
        [given, needed],
        text,
        (known) =>
          isGiven(known[given]) && !isGiven(known[needed])
            ? [{ got: `${given} without ${needed}`, want: `${needed} beside ${given}` }]
            : none,
        {
          precondition: (terms: Terms<A | B>) => ({
            condition: `(!${isGivenTerm(terms[given])} || ${isGivenTerm(terms[needed])})`,
            want: `${needed} beside ${given}`,
          }),
        },
      ),

    /** A rule on each member of a list on its own. */
    each: <K extends KeysOf<F, readonly unknown[]>>(
      id: string,
      key: K,
      text: LimitText,
      check: (member: MemberOf<F[K]>) => Finding | undefined,
    ): Limit<F> =>
      define(
        id,
        [key],
        text,
        (known) => findingsOf(known[key] as readonly MemberOf<F[K]>[] | undefined, check),
        { monotone: true },
      ),

    /** A pattern that each text of a list matches. */
    eachFormat: <K extends KeysOf<F, readonly string[]>>(
      id: string,
      key: K,
      pattern: RegExp,
      words: { readonly member: string; readonly want: string },
      text: LimitText,
    ): Limit<F> =>
      define(
        id,
        [key],
        text,
        (known) =>
          findingsOf(known[key] as readonly string[] | undefined, (member) =>
            matches(member, pattern)
              ? undefined
              : { got: `the ${words.member} ${JSON.stringify(member)}`, want: words.want },
          ),
        {
          monotone: true,
          precondition: (terms: Terms<K>) => {
            const condition = isEach(terms[key], (member) => isLike(member, pattern));
            return condition === undefined
              ? undefined
              : { condition, want: `each ${words.member}: ${words.want}` };
          },
        },
      ),

    /** Names that the constructs of a group do not share: the one that comes later is at fault. */
    namesDiffer: <K extends KeysOf<F, readonly Named[]>>(
      id: string,
      key: K,
      words: { readonly got: (name: string, earlier: string) => string; readonly want: string },
      text: LimitText,
    ): Limit<F> =>
      define(
        id,
        [key],
        text,
        (known) => {
          const first = new Map<string, string>();
          return findingsOf(known[key] as readonly Named[] | undefined, ({ path, name }) => {
            const earlier = first.get(name);
            if (earlier !== undefined) {
              return { at: path, got: words.got(name, earlier), want: words.want };
            }
            first.set(name, path);
            return undefined;
          });
        },
        { monotone: true },
      ),

    /** Members of a list that must all differ. */
    unique: <K extends KeysOf<F, readonly (string | number)[]>>(
      id: string,
      key: K,
      text: LimitText,
    ): Limit<F> =>
      define(
        id,
        [key],
        text,
        (known) => {
          const twice = firstRepeated(known[key] as readonly (string | number)[] | undefined);
          return twice === undefined
            ? none
            : [
                {
                  got: `${calledIn(text, key)} with ${JSON.stringify(twice)} more than once`,
                  want: "members that differ",
                },
              ];
        },
        { monotone: true },
      ),
  };
}

import { ValueError } from "./value-error";
import { describe } from "./wording";

const QUANTITY = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

/** Kubernetes keeps nothing smaller than a billionth. */
const DECIMALS = 9;

const POWERS_OF_1024 = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const POWERS_OF_10: Readonly<Record<string, number>> = {
  ...{ n: -9, u: -6, m: -3 },
  ...{ k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 },
};

/** An amount as Kubernetes writes it: `500m` of a CPU, `1.5Gi` of memory, `1000` processes. */
export class Quantity {
  /** Billionths of a CPU, of a byte, of a piece. */
  private readonly billionths: bigint;
  private readonly text: string;

  private constructor(text: string, billionths: bigint) {
    this.text = text;
    this.billionths = billionths;
    Object.freeze(this);
  }

  /** @throws ValueError for what Kubernetes does not read, such as "1 GB" or "1.5GiB" */
  public static parse(text: string): Quantity {
    const given: unknown = text;
    const parts = typeof given === "string" ? QUANTITY.exec(given) : null;
    if (parts !== null) return new Quantity(text, billionthsOf(parts));
    throw new ValueError({
      got: describe(given),
      want: "an amount of Kubernetes, such as 500m, 1.5Gi or 1000",
    });
  }

  /** Like {@link Quantity.parse}, with `undefined` instead of an error. */
  public static tryParse(text: string): Quantity | undefined {
    try {
      return Quantity.parse(text);
    } catch (error) {
      if (error instanceof ValueError) return undefined;
      throw error;
    }
  }

  /** Exactly the text that was parsed. */
  public toString(): string {
    return this.text;
  }

  /** JSON shows the same text as messages do. */
  public toJSON(): string {
    return this.text;
  }

  /** CPUs, bytes, pieces: as near as a number of JavaScript comes. */
  public get value(): number {
    return Number(this.billionths) / 10 ** DECIMALS;
  }

  /** Thousandths of a CPU; a part of one counts as a whole, as Kubernetes has it. */
  public get milli(): number {
    return Number(divideUp(this.billionths, 10n ** 6n));
  }

  /** Negative, 0 or positive, as the order of `Array.sort` wants it. */
  public compare(other: Quantity): number {
    return this.billionths < other.billionths ? -1 : Number(this.billionths > other.billionths);
  }

  public get isPositive(): boolean {
    return this.billionths > 0n;
  }

  public get isNegative(): boolean {
    return this.billionths < 0n;
  }
}

function billionthsOf([, sign, digits = "", binary, decimal, exponent]: RegExpExecArray): bigint {
  const [whole = "", fraction = ""] = digits.split(".");
  const unscaled =
    BigInt(whole + fraction) * (binary === undefined ? 1n : 1024n ** powerOf(binary, POWERS_OF_1024));
  const power = DECIMALS - fraction.length + (POWERS_OF_10[decimal ?? ""] ?? Number(exponent ?? 0));
  const amount = power >= 0 ? unscaled * 10n ** BigInt(power) : divideUp(unscaled, 10n ** BigInt(-power));
  return sign === "-" ? -amount : amount;
}

function powerOf(unit: string, units: readonly string[]): bigint {
  return BigInt(units.indexOf(unit) + 1);
}

function divideUp(amount: bigint, by: bigint): bigint {
  const floor = amount / by;
  return amount > floor * by ? floor + 1n : floor;
}

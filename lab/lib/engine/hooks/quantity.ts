/** How Kubernetes writes quantities: `500m`, `1.5Gi`, `1e3`. */
export const QUANTITY = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;

const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

export function isQuantity(text: string): boolean {
  return valueOf(text) !== undefined;
}

/** Less than zero, zero, or more; of two quantities. */
export function compareQuantities(a: string, b: string): number {
  return (valueOf(a) ?? NaN) - (valueOf(b) ?? NaN);
}

function valueOf(text: string): number | undefined {
  const [, digits = "", suffix = ""] = QUANTITY.exec(text) ?? [];
  if (digits === "") return undefined;
  const factor = SUFFIXES[suffix];
  if (factor !== undefined) return Number(digits) * factor;
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix);
  return exponent === null ? undefined : Number(`${digits}e${exponent[1] ?? "0"}`);
}

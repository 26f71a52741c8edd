const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const DURATION = new RegExp(`^(?:0|(?:${PART.source})+)$`);

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  ...{ us: 1e-3, µs: 1e-3, μs: 1e-3 },
  ...{ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 },
};

/** The milliseconds of a time span as Kubernetes writes it: `90s`, `1m30s`, `1.5h`; undefined for other texts. */
export function durationMilliseconds(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  return [...text.matchAll(PART)].reduce(
    (sum, [, amount, unit = ""]) => sum + Number(amount) * (MILLISECONDS[unit] ?? 0),
    0,
  );
}

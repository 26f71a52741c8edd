import { fact, facts, isToken, isUnknown, mapFact, unknown, type Fact, type FactList } from "../limits";
import type { KubernetesVersion } from "../values";
import type { KubeletConfiguration, ReservedNumaMemory } from "./kubelet";
import type { ResolvedPoolProps } from "./pool-arguments";
import { versionFact } from "./version-fact";

/** A setting of the kubelet, by what a user calls it: `maxPods`, `evictionHard["memory.available"]`. */
export interface KubeletSetting<T> {
  readonly prop: string;
  readonly value: T;
}

export interface NumberSetting extends KubeletSetting<number> {
  readonly range: NumberRange;
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** What ACK suggests, where it does. */
  readonly usual?: readonly [min: number, max: number];
}

export interface SpanSetting extends KubeletSetting<string> {
  readonly range: {
    /** In milliseconds. */
    readonly min: number;
    readonly max: number;
    readonly want: string;
  };
}

/** What the limits on kubelets need to know. */
export interface KubeletFacts {
  readonly kubernetesVersion: Fact<KubernetesVersion> | undefined;
  /** What is set. */
  readonly settings: readonly (keyof KubeletConfiguration)[];
  readonly instanceTypes: FactList<string>;
  /** Of the pool, beside that of the kubelet. */
  readonly cpuPolicy: string | undefined;
  readonly cpuManagerPolicy: string | undefined;
  readonly numbers: FactList<NumberSetting>;
  readonly eventRecordQps: Fact<number> | undefined;
  readonly eventBurst: Fact<number> | undefined;
  readonly imageGcHigh: Fact<number> | undefined;
  readonly imageGcLow: Fact<number> | undefined;
  readonly amounts: FactList<KubeletSetting<string>>;
  readonly thresholds: FactList<KubeletSetting<string>>;
  readonly spans: FactList<SpanSetting>;
  /** Signals of soft eviction, and those of them that have a time. */
  readonly softSignals: FactList<string>;
  readonly graceSignals: FactList<string>;
  readonly cfsQuotaPeriod: Fact<string> | undefined;
  readonly hasCfsGate: Fact<boolean>;
  readonly memoryManagerPolicy: string | undefined;
  readonly reservedMemory: FactList<ReservedNumaMemory> | undefined;
  /** Amounts of memory that are kept, where all three are given. */
  readonly keptMemory: FactList<string> | undefined;
  /** Whether both reservations are given, so that nothing is what ACK keeps. */
  readonly reservesAll: boolean;
  /** CPUs and memory that both reservations keep. */
  readonly keptCpus: FactList<string>;
  readonly keptMemories: FactList<string>;
  readonly sysctls: FactList<string>;
  readonly clusterDns: FactList<string>;
  readonly featureGates: FactList<string>;
}

const MOST = 2 ** 31 - 1;
const COUNT: NumberRange = { min: 0, max: MOST };
const PERCENT: NumberRange = { min: 0, max: 100 };

type NumberProp = {
  [P in keyof KubeletConfiguration]-?: NonNullable<KubeletConfiguration[P]> extends number ? P : never;
}[keyof KubeletConfiguration];

const RANGES: Readonly<Record<NumberProp, NumberRange>> = {
  registryPullQps: COUNT,
  registryBurst: COUNT,
  eventRecordQps: { ...COUNT, usual: [1, 50] },
  eventBurst: { ...COUNT, usual: [1, 100] },
  kubeApiQps: COUNT,
  kubeApiBurst: COUNT,
  maxPods: COUNT,
  podPidsLimit: { min: -1, max: Number.MAX_SAFE_INTEGER },
  readOnlyPort: { min: 0, max: 65_535 },
  imageGcHighThresholdPercent: PERCENT,
  imageGcLowThresholdPercent: PERCENT,
  containerLogMaxFiles: { min: 2, max: MOST, usual: [2, 10] },
  containerLogMaxWorkers: { min: 1, max: MOST },
};

const SPANS = {
  containerLogMonitorInterval: { min: 3_000, max: Infinity, want: "a time span of 3s or more" },
  cpuCfsQuotaPeriod: { min: 1, max: 1_000, want: "a time span from 1ms to 1s" },
  evictionSoftGracePeriod: { min: 1e-6, max: Infinity, want: "a time span above 0, such as 90s" },
} as const;

/** Undefined for the many pools that say nothing of their kubelets. */
export function kubeletFacts(props: ResolvedPoolProps): KubeletFacts | undefined {
  const { kubelet } = props;
  if (kubelet === undefined) {
    return undefined;
  }
  const { kubeReserved, systemReserved, evictionHard, evictionSoft, evictionSoftGracePeriod } = kubelet;
  const reservedMemory = kubelet.reservedMemory ?? [];
  const kept = [kubeReserved?.memory, systemReserved?.memory, evictionHard?.["memory.available"]];
  return {
    kubernetesVersion: versionFact(props.cluster.kubernetesVersion),
    settings: (Object.keys(kubelet) as (keyof KubeletConfiguration)[]).filter((prop) =>
      isGiven(kubelet[prop]),
    ),
    instanceTypes: facts(props.instances.instanceTypes) ?? [],
    cpuPolicy: props.cpuPolicy,
    cpuManagerPolicy: kubelet.cpuManagerPolicy,
    numbers: numberFacts(kubelet),
    eventRecordQps: fact(kubelet.eventRecordQps),
    eventBurst: fact(kubelet.eventBurst),
    imageGcHigh: fact(kubelet.imageGcHighThresholdPercent),
    imageGcLow: fact(kubelet.imageGcLowThresholdPercent),
    amounts: [
      ...settings("kubeReserved", kubeReserved),
      ...settings("systemReserved", systemReserved),
      ...reservedMemory.flatMap(({ limits }, index) => settings(`reservedMemory[${index}].limits`, limits)),
      ...settings(undefined, { containerLogMaxSize: kubelet.containerLogMaxSize }),
    ],
    thresholds: [...settings("evictionHard", evictionHard), ...settings("evictionSoft", evictionSoft)],
    spans: spanFacts(kubelet),
    softSignals: keys(evictionSoft),
    graceSignals: keys(evictionSoftGracePeriod),
    cfsQuotaPeriod: fact(kubelet.cpuCfsQuotaPeriod),
    hasCfsGate: fact(kubelet.featureGates?.["CustomCPUCFSQuotaPeriod"]) ?? false,
    memoryManagerPolicy: kubelet.memoryManagerPolicy,
    reservedMemory: kubelet.reservedMemory?.map(numaFact),
    keptMemory: kept.some((amount) => amount === undefined)
      ? undefined
      : facts(kept.filter((amount) => amount !== undefined)),
    reservesAll: [kubeReserved, systemReserved].every((kept) => Object.values(kept ?? {}).some(isGiven)),
    keptCpus: both(kubeReserved?.cpu, systemReserved?.cpu),
    keptMemories: both(kubeReserved?.memory, systemReserved?.memory),
    sysctls: facts(kubelet.allowedUnsafeSysctls) ?? [],
    clusterDns: facts(kubelet.clusterDns) ?? [],
    featureGates: keys(kubelet.featureGates),
  };
}

function numberFacts(kubelet: KubeletConfiguration): readonly Fact<NumberSetting>[] {
  const own = (Object.keys(RANGES) as NumberProp[]).flatMap((prop) =>
    numberFact(prop, kubelet[prop], RANGES[prop]),
  );
  const rate = kubelet.tracing?.samplingRatePerMillion;
  return [...own, ...numberFact("tracing.samplingRatePerMillion", rate, { min: 0, max: 1_000_000 })];
}

function numberFact(prop: string, given: number | undefined, range: NumberRange): Fact<NumberSetting>[] {
  return given === undefined ? [] : [mapFact(fact(given), (value) => ({ prop, value, range }))];
}

function spanFacts(kubelet: KubeletConfiguration): readonly Fact<SpanSetting>[] {
  const { containerLogMonitorInterval, cpuCfsQuotaPeriod, evictionSoftGracePeriod } = kubelet;
  const ranged = (found: readonly Fact<KubeletSetting<string>>[], range: SpanSetting["range"]) =>
    found.map((one) => mapFact(one, (known) => ({ ...known, range })));
  return [
    ...ranged(settings(undefined, { containerLogMonitorInterval }), SPANS.containerLogMonitorInterval),
    ...ranged(settings(undefined, { cpuCfsQuotaPeriod }), SPANS.cpuCfsQuotaPeriod),
    ...ranged(settings("evictionSoftGracePeriod", evictionSoftGracePeriod), SPANS.evictionSoftGracePeriod),
  ];
}

/** What is given of a map, each by the name that a message has for it. */
function settings(
  map: string | undefined,
  values: Readonly<Partial<Record<string, string>>> | undefined = {},
): readonly Fact<KubeletSetting<string>>[] {
  if (isToken(values)) {
    return [unknown(map ?? "kubelet")];
  }
  return Object.entries(values).flatMap(([key, given]) => {
    const prop = map === undefined ? key : `${map}[${JSON.stringify(key)}]`;
    return given === undefined ? [] : [mapFact(fact(given), (value) => ({ prop, value }))];
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

function keys(values: Readonly<Partial<Record<string, unknown>>> = {}): FactList<string> {
  return facts(Object.keys(values).filter((key) => isGiven(values[key]))) ?? [];
}

function both(...amounts: (string | undefined)[]): FactList<string> {
  return facts(amounts.filter((amount) => amount !== undefined)) ?? [];
}

function numaFact(memory: ReservedNumaMemory): Fact<ReservedNumaMemory> {
  const node = fact(memory.numaNode);
  if (isUnknown(node)) {
    return node;
  }
  return isToken(memory.limits) || Object.values(memory.limits).some(isToken)
    ? unknown("reservedMemory")
    : memory;
}

export interface InstanceType {
  readonly id: string;
  readonly cores: number;
  readonly memory: number;
  readonly enis: number;
  readonly ipsPerEni: number;
  readonly gpu?: { readonly amount: number; readonly spec: string };
}

/** Sizes with their cores, network interfaces, and addresses of each. */
const sizes = [
  ["large", 2, 3, 6],
  ["xlarge", 4, 4, 15],
  ["2xlarge", 8, 4, 15],
  ["3xlarge", 12, 8, 15],
  ["4xlarge", 16, 8, 30],
  ["6xlarge", 24, 8, 30],
  ["8xlarge", 32, 8, 30],
  ["16xlarge", 64, 8, 30],
] as const;

/** Families with the memory that they have for each core. */
const families = [
  ["ecs.c7", 2],
  ["ecs.g7", 4],
  ["ecs.r7", 8],
  ["ecs.c6", 2],
  ["ecs.g6", 4],
  ["ecs.r6", 8],
  ["ecs.c8i", 2],
  ["ecs.g8i", 4],
  ["ecs.r8i", 8],
  ["ecs.c8y", 2],
  ["ecs.g8y", 4],
] as const;

/** Those whose name says how much memory a core has; of the small sizes alone. */
const byRatio = ["ecs.u1", "ecs.e"].flatMap((family) =>
  [1, 2, 4, 8].flatMap((memoryPerCore) =>
    sizes.slice(0, 5).map(([size, cores]): InstanceType => {
      const memory = cores * memoryPerCore;
      return { id: `${family}-c1m${memoryPerCore}.${size}`, cores, memory, enis: 2, ipsPerEni: 6 };
    }),
  ),
);

const single: readonly InstanceType[] = [
  { id: "ecs.n1.small", cores: 1, memory: 2, enis: 1, ipsPerEni: 1 },
  { id: "ecs.n4.small", cores: 1, memory: 2, enis: 1, ipsPerEni: 2 },
  { id: "ecs.t6-c1m1.large", cores: 2, memory: 2, enis: 2, ipsPerEni: 2 },
  { id: "ecs.t6-c1m2.large", cores: 2, memory: 4, enis: 2, ipsPerEni: 2 },
  { id: "ecs.s6-c1m1.small", cores: 1, memory: 1, enis: 2, ipsPerEni: 2 },
  { id: "ecs.sn1.medium", cores: 2, memory: 4, enis: 2, ipsPerEni: 6 },
  {
    id: "ecs.gn6i-c4g1.xlarge",
    cores: 4,
    memory: 15,
    enis: 2,
    ipsPerEni: 10,
    gpu: { amount: 1, spec: "NVIDIA T4" },
  },
  {
    id: "ecs.gn6v-c8g1.2xlarge",
    cores: 8,
    memory: 32,
    enis: 4,
    ipsPerEni: 10,
    gpu: { amount: 1, spec: "NVIDIA V100" },
  },
  {
    id: "ecs.gn7i-c8g1.2xlarge",
    cores: 8,
    memory: 30,
    enis: 4,
    ipsPerEni: 15,
    gpu: { amount: 1, spec: "NVIDIA A10" },
  },
  {
    id: "ecs.gn7i-c16g1.4xlarge",
    cores: 16,
    memory: 60,
    enis: 8,
    ipsPerEni: 30,
    gpu: { amount: 1, spec: "NVIDIA A10" },
  },
];

/** A few families of which every region has some. */
export const INSTANCE_TYPES: readonly InstanceType[] = [
  ...families.flatMap(([family, memoryPerCore]) =>
    sizes.map(([size, cores, enis, ipsPerEni]) => ({
      id: `${family}.${size}`,
      cores,
      memory: cores * memoryPerCore,
      enis,
      ipsPerEni,
    })),
  ),
  ...byRatio,
  ...single,
];

/** `ecs.g7` of `ecs.g7.xlarge`. */
export function familyOf(instanceType: string): string {
  return instanceType.split(".").slice(0, 2).join(".");
}

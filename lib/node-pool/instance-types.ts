import { instanceType } from "../instance-types";

// What is documented of an ECS instance type, or else what its name tells: ecs.<family>.<size>.

/** Families of ARM instances have r, y or m behind their generation: c6r, g8y, g9m. The x86 family i4r is none of them. */
const arm = /^ecs\.(ebm)?[cgr]\d+[rym]\w*\./;

/** gn7i, ebmgn7, vgn6i, sgn7i-vws, sccgn6, ga1. */
const gpu = /^ecs\.(ebm|scc|s|v)?g[an]\d/;

/** Up to 2 vCPUs, but for some types of the first generations. */
const small = /\.(nano|tiny|small|medium|large)$/;

export function isArm(name: string): boolean {
  const figures = instanceType(name);
  return figures === undefined ? arm.test(name) : figures.architecture === "arm64";
}

/** Whether the documentation knows the type as x86: of a family that is newer than this library, no name tells. */
export function isKnownX86(name: string): boolean {
  return instanceType(name)?.architecture === "x86_64";
}

/** Whether the type has fewer vCPUs than 4, which all that are larger than `large` have. */
export function isSmall(name: string): boolean {
  const figures = instanceType(name);
  return figures === undefined ? small.test(name) : figures.vcpus < 4;
}

export function isGpu(name: string): boolean {
  return gpu.test(name);
}

/** Whether the documentation knows the type, and gives it no GPU. */
export function isKnownWithoutGpu(name: string): boolean {
  const figures = instanceType(name);
  return figures !== undefined && figures.gpu === undefined && !isGpu(name);
}

/** Elastic bare metal. */
export function isBareMetal(name: string): boolean {
  return name.startsWith("ecs.ebm");
}

// What the name of an ECS instance type tells: ecs.<family>.<size>.

/** Families of ARM instances have r, y or m behind their generation: c6r, g8y, g9m. The x86 family i4r is none of them. */
const arm = /^ecs\.(ebm)?[cgr]\d+[rym]\w*\./;

/** gn7i, ebmgn7, vgn6i, sgn7i-vws, sccgn6, ga1. */
const gpu = /^ecs\.(ebm|scc|s|v)?g[an]\d/;

export function isArm(instanceType: string): boolean {
  return arm.test(instanceType);
}

export function isGpu(instanceType: string): boolean {
  return gpu.test(instanceType);
}

/** Elastic bare metal. */
export function isBareMetal(instanceType: string): boolean {
  return instanceType.startsWith("ecs.ebm");
}

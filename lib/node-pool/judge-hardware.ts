import type { IConstruct } from "constructs";
import { declareFacts } from "../limits";
import { gpuFacts } from "./gpu-facts";
import { gpuLimits } from "./gpu-limits";
import { migLimits } from "./mig-limits";
import type { ResolvedPoolProps } from "./pool-arguments";
import { windowsFacts, windowsLimits } from "./windows-limits";

const gpuPoolLimits = [...gpuLimits, ...migLimits];

/** Registers the facts of pools with GPUs or Windows; the many others cost nothing. */
export function judgeHardware(pool: IConstruct, props: ResolvedPoolProps): void {
  const gpu = gpuFacts(props);
  if (gpu !== undefined) {
    declareFacts(pool, gpuPoolLimits, gpu);
  }
  const windows = windowsFacts(props);
  if (windows !== undefined) {
    declareFacts(pool, windowsLimits, windows);
  }
}

import type { AddonMember } from "../addons";
import { fact, isToken } from "../limits";
import { gpuLabels } from "../workloads";
import { repairsNodes as repairs } from "./management";
import type { NodePoolOptions } from "./node-pool-options";

/** What a pool asks of the add-ons of its cluster. Most ask nothing, and then it costs nothing. */
export function addonNeeds(options: NodePoolOptions): AddonMember | undefined {
  const { billing, management, imageType, labels, runtime } = options;
  const isSpot = billing?.isSpot === true;
  const repairsNodes = repairs(management);
  const image = imageType?.name;
  const asksOfImage = image === "CentOS" || isToken(image);
  const schedule = labels?.[gpuLabels.schedule];
  // Of a way that nobody knows yet, nothing can be said.
  const gpuSchedule = schedule === "default" || isToken(schedule) ? undefined : schedule;
  const isSandboxed = runtime?.isSandboxed === true;
  const external = fact(labels?.["alibabacloud.com/external"]);
  return isSpot ||
    repairsNodes ||
    asksOfImage ||
    gpuSchedule !== undefined ||
    isSandboxed ||
    external !== undefined
    ? {
        kind: "pool",
        isSpot,
        repairsNodes,
        imageType: asksOfImage ? fact(image) : undefined,
        gpuSchedule,
        isSandboxed,
        external,
      }
    : undefined;
}

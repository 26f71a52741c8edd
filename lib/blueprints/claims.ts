import { noPublicEndpoint, noWayOut } from "./exposure-claims";
import {
  canBeDestroyed,
  encryptsAtRest,
  isProtected,
  isReachedFromOutside,
  keepsLogs,
  meetsBenchmarks,
} from "./safety-claims";
import { atMostNodes, holdsNodes, keepsNodes, keepsOtherPodsOff, shrinksToNothing } from "./size-claims";
import { survivesZoneLoss } from "./zone-claims";

/**
 * What can be claimed of a cluster, a stack or any other construct, and shown by what Terraform gets. Each gives a list of findings: where the
 * claim does not hold, or cannot be shown to, because only Terraform knows a value. An empty list proves it:
 *
 *     expect(claims.survivesZoneLoss(stack)).toEqual([]);
 *
 * They see overrides, and resources made with the generated classes; not those that `count` or `for_each` multiplies.
 */
export const claims = {
  atMostNodes,
  canBeDestroyed,
  encryptsAtRest,
  holdsNodes,
  isProtected,
  isReachedFromOutside,
  keepsLogs,
  keepsNodes,
  keepsOtherPodsOff,
  meetsBenchmarks,
  noPublicEndpoint,
  noWayOut,
  shrinksToNothing,
  survivesZoneLoss,
} as const;

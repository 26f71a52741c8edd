import type { TerraformStack } from "cdktf";
import { Capacity, type ZonalNodePoolsOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, numberToken, poolOptions, proCluster, severalTypes, terway } from "../support/stacks";

/** Pools of a cluster in three zones, for each zone one. */
const perZone = (changes: Partial<ZonalNodePoolsOptions>) => (stack: TerraformStack) => {
  const network = terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"] });
  const { instances, login } = poolOptions({ instances: severalTypes });
  proCluster(stack, { network }).addNodePoolPerZone("web", {
    instances,
    login,
    capacity: Capacity.fixed(3),
    ...changes,
  });
};
const nodes = (count: number) => perZone({ capacity: Capacity.fixed(count) });

const at = "shop/cluster/web";

export const zonalLimitCases: CasesById = {
  "zonal-pools-spread": {
    violating: {
      "a number that only Terraform knows": {
        build: (stack) => nodes(numberToken(stack))(stack),
        at,
        got: "a number of nodes that only Terraform knows",
        want: "a number, which is spread over the zones",
        fix: "write the number out, or add a pool for each zone yourself: cluster.addNodePool",
      },
      "half a node": {
        build: nodes(1.5),
        at,
        got: "nodes 1.5",
        want: "a whole number from 0",
        fix: "Capacity.fixed(3)",
      },
      "fewer than none": {
        build: perZone({ capacity: Capacity.autoscale({ min: -1, max: 3 }) }),
        at,
        got: "min -1",
        want: "a whole number from 0",
        fix: "Capacity.fixed(3)",
      },
      "bounds in the wrong order": {
        build: perZone({ capacity: Capacity.autoscale({ min: 4, max: 3 }) }),
        at,
        got: "min 4 and max 3 for all zones together",
        want: "min at most max",
        fix: "Capacity.autoscale({ min: 3, max: 30 })",
      },
      "no zone": {
        build: perZone({ zones: [] }),
        at,
        got: "no zone",
        want: "a zone of the network of the cluster",
        fix: "leave zones out for all of them",
      },
      "a zone more than once": {
        build: perZone({ zones: ["h", "i", "h"] }),
        at,
        got: 'the zone "h" more than once',
        want: "zones that differ",
        fix: "leave the second one out",
      },
      "zones that only Terraform knows": {
        build: (stack) => perZone({ zones: listToken(stack) })(stack),
        at,
        got: "zones that only Terraform knows",
        want: "keys of the zones of the network",
        fix: 'write the keys out: zones: ["h", "i"]',
      },
    },
    legal: { "a number that does not divide": nodes(4), "two of the zones": perZone({ zones: ["k", "h"] }) },
  },
  "zonal-pools-fewer-nodes-than-zones": {
    violating: {
      "two nodes in three zones": {
        build: nodes(2),
        at,
        got: "at most 2 nodes in 3 zones",
        want: "3 nodes or more",
      },
    },
    legal: {
      "a node in each zone": nodes(3),
      "no node for now": nodes(0),
      "two nodes in two zones": perZone({ capacity: Capacity.fixed(2), zones: ["h", "i"] }),
    },
  },
};

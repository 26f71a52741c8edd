import { limitsOnClusters, Organisation } from "cdktf-ack";
import type { TerraformStack } from "cdktf";
import type { CasesById } from "../support/limit-cases";
import { proCluster, terway } from "../support/stacks";

const noBasics = (id: string) =>
  limitsOnClusters().oneOf(id, "edition", ["pro"], {
    statement: "Clusters are Pro clusters.",
    source: { title: "Platform handbook" },
  });

const limited = (id: string) => (stack: TerraformStack) => {
  Organisation.of(stack).limitClusters(noBasics(id));
  proCluster(stack);
};

export const organisationLimitCases: CasesById = {
  "organisation-before-constructs": {
    violating: {
      "defaults after a network": {
        build: (stack) => {
          terway(stack);
          Organisation.of(stack).setDefaults({ tags: { team: "shop" } });
        },
        at: "shop",
        got: "defaults after shop/network-vpc was made",
        want: "defaults before any construct of the scope",
      },
      "limits of the app after a cluster in a stack": {
        build: (stack) => {
          proCluster(stack);
          Organisation.of(stack).limitClusters(noBasics("own-pro"));
        },
        at: "shop",
        got: "limits after shop/cluster-network-vpc was made",
        want: "limits before any construct of the scope",
      },
    },
    legal: {
      "what is said at the beginning": limited("own-pro"),
      "what is said of a cluster before its pools": (stack) => {
        Organisation.of(proCluster(stack)).setDefaults({ tags: { team: "shop" } });
      },
    },
  },
  "organisation-limit-id": {
    violating: {
      "an id without the beginning": {
        build: limited("pro-only"),
        at: "shop",
        got: 'the id "pro-only"',
        want: "an id that begins with own-",
      },
      "an id of this library": {
        build: limited("cluster-cidrs-disjoint"),
        at: "shop",
        got: 'the id "cluster-cidrs-disjoint"',
        want: "an id that begins with own-",
      },
      capitals: {
        build: limited("own-Pro"),
        at: "shop",
        got: 'the id "own-Pro"',
        want: "an id that begins with own-",
      },
    },
    legal: { "small letters, digits and hyphens": limited("own-pro-2") },
  },
};

import type { TerraformStack } from "cdktf";
import { ClusterSecurityGroup, Quotas } from "cdktf-ack";
import { securityGroup } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { besideStack, proCluster, textToken } from "../support/stacks";

/** Security groups of the user's own. */
function groups(stack: TerraformStack, count: number): void {
  for (let index = 0; index < count; index++) {
    new securityGroup.SecurityGroup(stack, `group-${index}`, {});
  }
}

/** A cluster for which ACK makes a group, beside some of the user's own. */
const clusterBeside = (count: number) => (stack: TerraformStack) => {
  groups(stack, count);
  proCluster(stack);
};

/** A cluster and groups in each of two stacks. */
function twoStacks(stack: TerraformStack, counts: readonly [number, number], account?: string): void {
  const stacks = [stack, besideStack(stack, "ads")];
  for (const [index, one] of stacks.entries()) {
    if (account !== undefined) {
      Quotas.of(one).inAccount(account);
    }
    groups(one, counts[index] ?? 0);
    proCluster(one, { name: `cluster-${index}` });
  }
}

const words = (total: number, max: number) => ({
  at: "shop/cluster",
  got: `${total} security groups, counting one for each cluster that has none of its own`,
  want: `at most ${max}`,
  fix:
    "share groups (ClusterSecurityGroup.existing), or raise the quota (Quota Center, product ECS) and declare it: " +
    `Quotas.of(stack).set({ securityGroups: ${total} })`,
});

/** Clusters that bring their security group. */
const clusters = (count: number) => (stack: TerraformStack) => {
  for (let index = 0; index < count; index++) {
    proCluster(stack, { id: `cluster-${index}`, securityGroup: ClusterSecurityGroup.existing("sg-1") });
  }
};

const tooMany = (count: number, max: number) => ({
  at: "shop/cluster-0",
  got: `${count} clusters`,
  want: `at most ${max}, the quota of clusters of an account (clusters)`,
  fix:
    "make fewer, or raise the quota (Quota Center, product ACK) and declare it: " +
    `Quotas.of(stack).set({ clusters: ${count} })`,
});

export const accountLimitCases: CasesById = {
  "security-group-quota": {
    violating: {
      "101 groups: 100 of one's own and one that ACK makes": {
        build: clusterBeside(100),
        ...words(101, 100),
        rows: ["security-group-quota-100"],
      },
      "101 groups in two stacks that name one account": {
        build: (stack) => twoStacks(stack, [49, 50], "1234567890"),
        ...words(101, 100),
        at: "ads/cluster",
      },
      "3 groups and a declared quota of 2": {
        build: (stack) => {
          Quotas.of(stack).set({ securityGroups: 2 });
          clusterBeside(2)(stack);
        },
        ...words(3, 2),
      },
    },
    legal: {
      "100 groups: 99 of one's own and one that ACK makes": {
        build: clusterBeside(99),
        rows: ["security-group-quota-100"],
      },
      "100 groups of one's own, of which the cluster uses one": (stack) => {
        groups(stack, 100);
        proCluster(stack, { securityGroup: ClusterSecurityGroup.existing("sg-1") });
      },
      "100 groups in two stacks that name one account": (stack) => twoStacks(stack, [49, 49], "1234567890"),
      "101 groups in two stacks that name no account": (stack) => twoStacks(stack, [49, 50]),
      "3 groups and a declared quota of 3": (stack) => {
        Quotas.of(stack).set({ securityGroups: 3 });
        clusterBeside(2)(stack);
      },
    },
  },
  "cluster-quota": {
    violating: {
      "51 clusters": { build: clusters(51), ...tooMany(51, 50), rows: ["quota-clusters-nodes-new"] },
      "2 clusters in two stacks that name one account, and a declared quota of 1": {
        build: (stack) => {
          Quotas.of(stack).set({ clusters: 1 });
          twoStacks(stack, [0, 0], "1234567890");
        },
        ...tooMany(2, 1),
        at: "ads/cluster",
      },
    },
    legal: {
      "50 clusters": { build: clusters(50), rows: ["quota-clusters-nodes-new"] },
      "51 clusters and a declared quota of 51": (stack) => {
        Quotas.of(stack).set({ clusters: 51 });
        clusters(51)(stack);
      },
      "a cluster in each of two stacks that name no account, and a declared quota of 1": (stack) => {
        Quotas.of(stack).set({ clusters: 1 });
        twoStacks(stack, [0, 0]);
      },
    },
  },
  "cluster-name-unique": {
    violating: {
      "two clusters of one stack": {
        build: (stack) => {
          proCluster(stack, { id: "one", name: "shop" });
          proCluster(stack, { id: "two", name: "shop" });
        },
        at: "shop/two",
        got: 'the name "shop", which shop/one has as well',
        want: "a name of its own for each cluster",
      },
      "clusters of two stacks that name one account": {
        build: (stack) => {
          for (const one of [stack, besideStack(stack, "ads")]) {
            Quotas.of(one).inAccount("1234567890");
            proCluster(one, { name: "shop" });
          }
        },
        at: "shop/cluster",
        got: 'the name "shop", which ads/cluster has as well',
        want: "a name of its own for each cluster",
      },
    },
    legal: {
      "names that differ in case": (stack) => {
        proCluster(stack, { id: "one", name: "shop" });
        proCluster(stack, { id: "two", name: "Shop" });
      },
      "clusters of two stacks that name no account": (stack) => {
        for (const one of [stack, besideStack(stack, "ads")]) {
          proCluster(one, { name: "shop" });
        }
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => {
          proCluster(stack, { id: "one", name: "shop" });
          proCluster(stack, { id: "two", name: textToken(stack) });
        },
        limit: "partly",
      },
    },
  },
};

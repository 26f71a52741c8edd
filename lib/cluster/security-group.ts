import type { Dependency } from "../resource";
import type { ISecurityGroup } from "../security-groups";

/** The security group of the nodes of a cluster. */
export class ClusterSecurityGroup {
  /** ACK makes an enterprise group, which holds up to 65,536 addresses. Read at creation alone. */
  public static enterprise(): ClusterSecurityGroup {
    return new ClusterSecurityGroup({ isEnterpriseSecurityGroup: true }, true, 65_536);
  }

  /** ACK makes a basic group, which holds up to 2,000 addresses. Read at creation alone. */
  public static basic(): ClusterSecurityGroup {
    return new ClusterSecurityGroup({}, true, 2_000);
  }

  /** A group that exists, in the VPC of the cluster, by its id alone. */
  public static existing(securityGroupId: string): ClusterSecurityGroup {
    return new ClusterSecurityGroup({ securityGroupId }, false, undefined);
  }

  /** A group of this app, or one that it imports, with its rules: the cluster waits for those that were said before it. */
  public static of(group: ISecurityGroup): ClusterSecurityGroup {
    const capacity = group.type === "enterprise" ? 65_536 : 2_000;
    return new ClusterSecurityGroup(
      { securityGroupId: group.securityGroupId },
      false,
      capacity,
      group.before,
    );
  }

  private constructor(
    /** The arguments of the cluster that say this. */
    public readonly clusterArguments: {
      readonly isEnterpriseSecurityGroup?: true;
      readonly securityGroupId?: string;
    },
    /** Whether ACK makes the group, which then counts against the quota of the account. */
    public readonly madeByAck: boolean,
    /** How many private addresses it holds; undefined for one that exists, which may be of either type. */
    public readonly capacity: number | undefined,
    /** What the cluster waits for: without their rules, nodes do not join. */
    public readonly before: readonly Dependency[] = [],
  ) {}
}

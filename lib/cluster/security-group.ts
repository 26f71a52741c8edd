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

  /** A group that exists, in the VPC of the cluster. */
  public static existing(securityGroupId: string): ClusterSecurityGroup {
    return new ClusterSecurityGroup({ securityGroupId }, false, undefined);
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
  ) {}
}

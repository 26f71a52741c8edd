import { SecurityGroup as SecurityGroupResource } from "@cdktf/provider-alicloud/lib/security-group";
import { TerraformStack, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { declareFacts, fact, isToken, joinRelation } from "../limits";
import { securityGroups, type IVpc } from "../network";
import { withDefaults } from "../organisation";
import {
  inheritProvider,
  judgeRegion,
  judgeTags,
  metaArguments,
  nameFromPath,
  type ResourceOptions,
  type Timeouts,
} from "../resource";
import { SecurityGroupBase, type ISecurityGroup, type SecurityGroupType } from "./security-group-base";
import { groupLimits } from "./limits";

export interface SecurityGroupProps extends ResourceOptions {
  readonly vpc: IVpc;

  /**
   * `enterprise` holds 65,536 addresses, and knows address blocks alone; `basic` holds 2,000 unless the quota was raised, lets its
   * members reach each other, and takes other basic groups as peers. A change replaces the group.
   * @default "enterprise"
   */
  readonly type?: SecurityGroupType;

  /**
   * Whether members of a basic group reach each other by rules alone. Can be changed in place.
   * @default false; members of an enterprise group always do
   */
  readonly isolated?: boolean;

  /**
   * Name in the cloud. Can be changed in place.
   * @default - the path of the construct, for example `shop-prod-nodes`
   */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;

  /** @default - the default resource group of the account */
  readonly resourceGroupId?: string;

  /** @default - none */
  readonly tags?: Record<string, string>;

  /** @default - create 5m, update 5m, delete 10m */
  readonly timeouts?: Timeouts;
}

/** A security group that this app does not own. */
export interface SecurityGroupAttributes {
  readonly securityGroupId: string;

  /** Its type, which the console shows. */
  readonly type: SecurityGroupType;

  /**
   * The provider configuration of its rules.
   * @default - the configuration without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * A security group, with rules that say what they are for. It lets nobody in until a rule does; a basic group lets its members reach
 * each other, and everything out.
 */
export class SecurityGroup extends SecurityGroupBase {
  /** Refers to a group that this app does not own. Rules that this app adds to it are its own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: SecurityGroupAttributes,
  ): ISecurityGroup {
    return new ImportedSecurityGroup(scope, id, attributes);
  }

  public readonly resource: SecurityGroupResource;
  public readonly vpc: IVpc;
  public readonly securityGroupId: string;
  public readonly type: SecurityGroupType;
  public readonly provider: TerraformProvider | undefined;
  protected readonly groupKey: string;
  protected readonly options: ResourceOptions;

  constructor(scope: Construct, id: string, given: SecurityGroupProps) {
    super(scope, id);
    const props = withDefaults(scope, id, given, ["tags", "resourceGroupId"]);
    const { vpc, isolated, tags } = props;
    const isEnterprise = (props.type ?? "enterprise") === "enterprise";
    this.vpc = vpc;
    this.type = isEnterprise ? "enterprise" : "basic";
    this.groupKey = `new:${this.node.path}`;
    this.provider = inheritProvider(this, props.provider, vpc.provider);
    this.options = { ...props, provider: this.provider };
    const name = props.name ?? nameFromPath(this);
    this.resource = new SecurityGroupResource(this, "group", {
      ...metaArguments(this, this.options),
      vpcId: vpc.vpcId,
      securityGroupName: name,
      securityGroupType: isEnterprise ? "enterprise" : "normal",
      // Of an enterprise group the provider drops it.
      ...(isEnterprise ? {} : { innerAccessPolicy: isolated === true ? "Drop" : "Accept" }),
      description: props.description,
      resourceGroupId: props.resourceGroupId,
      tags,
      timeouts: props.timeouts,
    });
    this.securityGroupId = this.resource.id;
    judgeRegion(this, vpc, "the VPC");
    judgeTags(this, tags);
    declareFacts(this, groupLimits, {
      groupName: fact(name),
      isolated: fact(isolated),
      isEnterprise,
    });
  }
}

class ImportedSecurityGroup extends SecurityGroupBase {
  public readonly securityGroupId: string;
  public readonly type: SecurityGroupType;
  public readonly provider: TerraformProvider | undefined;
  protected readonly groupKey: string;
  protected readonly options: ResourceOptions;

  constructor(scope: Construct, id: string, { securityGroupId, type, provider }: SecurityGroupAttributes) {
    super(scope, id);
    this.securityGroupId = securityGroupId;
    this.type = type;
    this.provider = provider;
    this.options = provider === undefined ? {} : { provider };
    this.groupKey = isToken(securityGroupId) ? `object:${this.node.path}` : `id:${securityGroupId}`;
    joinRelation(this, securityGroups, TerraformStack.of(this).node.path, {
      kind: "imported",
      securityGroupId,
      type: type === "enterprise" ? "enterprise" : "normal",
    });
  }
}

import { TerraformDataSource, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken } from "../limits";
import { resolved } from "../resource";
import { clusterArn } from "./ack-policy";
import { canBeLimited } from "./actions";
import { dataActions, resourceActions, type DeployerActions } from "./deployer-actions";
import { RamPolicyDocument, type RamStatement } from "./document";

/** What a deployer may do. */
export interface DeployerPolicyOptions {
  /**
   * Which steps of Terraform it takes: `plan` reads; `apply` makes and changes as well; `destroy` deletes as well, which a plan that
   * replaces something needs too.
   * @default "destroy"
   */
  readonly may?: "plan" | "apply" | "destroy";

  /**
   * Ids of the clusters that the stacks have made, once they are there: what can be limited to clusters then is. New clusters
   * still come with an action that cannot.
   * @default - clusters that the stacks make are not told apart from others
   */
  readonly clusterIds?: readonly string[];

  /**
   * Further statements: for backends, and for resources that this library knows no actions of.
   * @default - none
   */
  readonly also?: readonly RamStatement[];
}

/**
 * The least that the user or role needs that deploys a stack, computed from its resources and data. Where RAM refuses something all the
 * same, its answer names the action: give it in `also`.
 */
export class DeployerPolicy {
  /**
   * For a stack, or all stacks of an app. What comes in only when they are synthesized, such as service roles and account checks, counts
   * once they were.
   */
  public static of(scope: IConstruct, options: DeployerPolicyOptions = {}): DeployerPolicy {
    const unknownTypes = new Set<string>();
    const statements = elementsIn(scope).flatMap((element) => {
      const actions = actionsOf(element, options.may ?? "destroy");
      if (actions === undefined) {
        unknownTypes.add(element.terraformResourceType);
      }
      return statementsFor(element, actions ?? [], options.clusterIds);
    });
    return new DeployerPolicy(
      RamPolicyDocument.of(...statements, ...(options.also ?? [])),
      [...unknownTypes].sort(),
    );
  }

  private constructor(
    /** The whole policy. */
    public readonly document: RamPolicyDocument,
    /** Types of alicloud resources whose actions are not known here, and are missing: give them in `also`. */
    public readonly unknownTypes: readonly string[],
  ) {}

  /** The policy in parts of which each is as short as RAM wants it. A user or a role takes them all. */
  public get documents(): RamPolicyDocument[] {
    const parts: RamPolicyDocument[] = [];
    for (const one of pieces(this.document)) {
      const last = parts.at(-1);
      const longer = last?.and(one);
      if (longer !== undefined && longer.toJson().length <= longest) {
        parts[parts.length - 1] = longer;
      } else {
        parts.push(one);
      }
    }
    return parts;
  }
}

/** Characters that RAM takes. */
const longest = 6144;

type Element = TerraformResource | TerraformDataSource;

/** Elements of alicloud, those of other providers need nothing of RAM. */
function elementsIn(scope: IConstruct): Element[] {
  return scope.node
    .findAll()
    .filter(
      (node): node is Element =>
        TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node),
    )
    .filter(({ terraformResourceType }) => terraformResourceType.startsWith("alicloud_"));
}

function actionsOf(
  element: Element,
  may: NonNullable<DeployerPolicyOptions["may"]>,
): readonly string[] | undefined {
  const type = element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return dataActions[type];
  }
  const actions: DeployerActions | undefined = resourceActions[type];
  return actions === undefined
    ? undefined
    : [
        ...actions.read,
        ...(may === "plan" ? [] : [...actions.create, ...actions.update]),
        ...(may === "destroy" ? actions.delete : []),
      ];
}

/** What is in an existing cluster is limited to it; what is in one that the stacks make, to those whose ids are known. */
function statementsFor(
  element: Element,
  actions: readonly string[],
  clusterIds: readonly string[] | undefined,
): RamStatement[] {
  const own: unknown = resolved("clusterIdInput" in element ? element.clusterIdInput : undefined, element);
  const ids = typeof own === "string" && !isToken(own) ? [own] : clusterIds;
  const isOfCluster = (action: string): boolean =>
    ids !== undefined && ids.length > 0 && action.startsWith("cs:") && canBeLimited(action);
  const limited = actions.filter(isOfCluster);
  const others = actions.filter((action) => !isOfCluster(action));
  return [
    ...(limited.length === 0 ? [] : [{ actions: limited, resources: (ids ?? []).map(clusterArn) }]),
    ...(others.length === 0 ? [] : [{ actions: others }]),
  ];
}

/** A statement for each action; those that can stand together come together in the text. */
function pieces(document: RamPolicyDocument): RamPolicyDocument[] {
  const texts = new Map(
    document.statements
      .flatMap((statement) =>
        statement.allBut === true
          ? [statement]
          : statement.actions.map((action) => ({ ...statement, actions: [action] })),
      )
      .map((statement) => RamPolicyDocument.of(statement))
      .map((one) => [one.toJson(), one]),
  );
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

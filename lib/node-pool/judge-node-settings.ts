import type { IConstruct } from "constructs";
import { declareFacts, fact, facts, isToken, unknown, type Fact } from "../limits";
import { billingLimits } from "./billing-limits";
import { loginLimits } from "./login-limits";
import { managementLimits } from "./management-limits";
import { manages, saysWhat } from "./management";
import { exampleNodeName, type NodeNames } from "./node-names";
import { nodeNameLimits } from "./node-name-limits";
import { nodeLimits } from "./node-limits";
import { defaultPassword } from "./password";
import type { ResolvedPoolProps } from "./pool-arguments";

const settingLimits = [
  ...billingLimits,
  ...nodeLimits,
  ...nodeNameLimits,
  ...loginLimits,
  ...managementLimits,
];

/** Registers the facts of what few pools set; the many that set nothing of it cost nothing. */
export function judgeNodeSettings(pool: IConstruct, props: ResolvedPoolProps): void {
  if (!setsAnything(props)) {
    return;
  }
  const { billing, capacity, login, management, multiAzPolicy, nodeNames } = props;
  const { subscription, spot } = billing?.terms ?? {};
  const password = login?.passwordVariable;
  declareFacts(pool, settingLimits, {
    instanceTypes: facts(props.instances.instanceTypes) ?? [],
    vswitchCount: vswitchCount(props),
    imageType: fact(props.imageType?.name),
    isBasic: props.cluster.kind === "managed",
    months: fact(subscription?.months),
    renewMonths: fact(subscription?.renewMonths),
    isSpot: spot !== undefined,
    pricedTypes: spot?.maxPrices === undefined ? undefined : facts(Object.keys(spot.maxPrices)),
    prices: spot?.maxPrices === undefined ? undefined : facts(Object.values(spot.maxPrices)),
    isMixed: multiAzPolicy?.isMixed === true,
    onDemandBase: fact(multiAzPolicy?.mix.onDemandBase),
    onDemandPercentage: fact(multiAzPolicy?.mix.onDemandPercentage),
    spotPools: fact(multiAzPolicy?.mix.spotPools),
    isAutoscaled: capacity.isAutoscaled,
    scalingType: capacity.autoscaling?.type,
    nodeNames: nameFact(nodeNames),
    userData: fact(props.userData),
    usesPassword: password !== undefined,
    password: password === undefined ? undefined : (defaultPassword(password) ?? unknown("the password")),
    isRootLogin: login?.isRoot === true,
    isMlps: props.osHardening === "mlps",
    isManaged: management !== undefined && manages(management),
    saysWhat: management !== undefined && saysWhat(management),
    maxUnavailable: fact(management?.maxUnavailable),
  });
}

function setsAnything({ capacity, login, ...props }: ResolvedPoolProps): boolean {
  return (
    capacity.autoscaling?.type === "spot" ||
    login?.passwordVariable !== undefined ||
    props.billing !== undefined ||
    props.multiAzPolicy !== undefined ||
    props.nodeNames !== undefined ||
    props.userData !== undefined ||
    props.management !== undefined ||
    props.osHardening !== undefined
  );
}

function vswitchCount({ vswitchIds }: ResolvedPoolProps): Fact<number> {
  return isToken(vswitchIds) ? unknown("vswitchIds") : vswitchIds.length;
}

function nameFact(names: NodeNames | undefined): Fact<string> | undefined {
  return names === undefined ? undefined : (exampleNodeName(names) ?? unknown("nodeNames"));
}

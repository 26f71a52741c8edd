import { TerraformStack, type App } from "cdktf";
import { AlicloudProvider, Hardening, Login } from "cdktf-ack";
import {
  CostSaverCluster,
  DevelopmentCluster,
  EdgeSitesCluster,
  GpuCluster,
  HardenedCluster,
  NodelessCluster,
  PrivateCluster,
  ProductionCluster,
  type Blueprint,
} from "cdktf-ack/blueprints";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"] as const;
const login = Login.keyPair("ops");
const usual = { name: "shop", zones, login };

/** Every blueprint, with as few props as it takes. */
export const blueprints: Readonly<Record<string, (stack: TerraformStack) => Blueprint>> = {
  ProductionCluster: (stack) =>
    new ProductionCluster(stack, "shop", { ...usual, zones: [...zones, "cn-hangzhou-k"] }),
  DevelopmentCluster: (stack) =>
    new DevelopmentCluster(stack, "shop", { name: "shop", zone: "cn-hangzhou-h", login }),
  PrivateCluster: (stack) => new PrivateCluster(stack, "shop", usual),
  CostSaverCluster: (stack) => new CostSaverCluster(stack, "shop", usual),
  HardenedCluster: (stack) => {
    Hardening.checkOn(stack);
    return new HardenedCluster(stack, "shop", {
      ...usual,
      registries: ["registry-vpc.cn-hangzhou.aliyuncs.com/shop/"],
      namespaces: ["shop"],
    });
  },
  GpuCluster: (stack) => new GpuCluster(stack, "shop", usual),
  NodelessCluster: (stack) => new NodelessCluster(stack, "shop", { name: "shop", zones }),
  EdgeSitesCluster: (stack) =>
    new EdgeSitesCluster(stack, "shop", { ...usual, siteCidrs: ["192.168.0.0/16"] }),
};

/** A stack with a provider, and a blueprint in it. */
export function stackWith<Made>(app: App, make: (stack: TerraformStack) => Made): [TerraformStack, Made] {
  const stack = new TerraformStack(app, "blueprint");
  new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou", accountType: "Domestic" });
  return [stack, make(stack)];
}

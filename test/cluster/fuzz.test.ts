import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  Capacity,
  ClusterSecurityGroup,
  Disk,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  InstanceSelection,
  LimitError,
  ManagedCluster,
  Placement,
  ProCluster,
  SecretKmsEncryption,
  TerwayNetwork,
  type ClusterProps,
  type FlannelNetworkInNewVpcProps,
  type NodePoolOptions,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { expectAccepted } from "../../lab/lib/core";
import { testStack } from "../support/stacks";
import {
  clusters,
  networks,
  pools,
  type ClusterInput,
  type NetworkInput,
  type PoolInput,
} from "./fuzz-arbitraries";
import { makeExtras } from "./fuzz-pool-extras";
import { makeAutoscaling, makeSettings } from "./fuzz-pool-settings";
import { TOKEN, type OrToken } from "./fuzz-values";

/** Puts variables in the place of tokens. */
class Tokens {
  private made = 0;

  constructor(private readonly stack: TerraformStack) {}

  public text(value: OrToken<string>): string {
    return value === TOKEN ? this.variable("string").stringValue : (value as string);
  }

  public number(value: OrToken<number>): number {
    return value === TOKEN ? this.variable("number").numberValue : (value as number);
  }

  public list(value: OrToken<readonly OrToken<string>[]>): string[] {
    return value === TOKEN
      ? this.variable("list(string)").listValue
      : (value as OrToken<string>[]).map((member) => this.text(member));
  }

  public map(value: Record<string, OrToken<string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.text(member)]));
  }

  private variable(type: string): TerraformVariable {
    return new TerraformVariable(this.stack, `variable-${this.made++}`, { type });
  }
}

/** Applies to what is given. */
function given<T, R>(value: T | undefined, map: (value: T) => R): R | undefined {
  return value === undefined ? undefined : map(value);
}

const egresses = {
  natGateway: () => Egress.natGateway(),
  byAck: () => Egress.byAck(),
  table: () => Egress.existing({ snatTableId: "stb-1", snatIp: "47.0.0.1" }),
  existing: () => Egress.existing(),
  none: () => Egress.none(),
};

function makeNetwork(stack: TerraformStack, tokens: Tokens, input: NetworkInput) {
  const { plugin, zones, egress, ...rest } = input;
  const props = {
    cidr: tokens.text(rest.cidr),
    secondaryCidrs: given(rest.secondaryCidrs, (list) => tokens.list(list)),
    zones: Array.isArray(zones)
      ? zones
      : Object.fromEntries(
          Object.entries(zones).map(([key, { zone, slot, ...texts }]) => [
            key,
            { zone: tokens.text(zone), slot, ...optionalTexts(tokens, texts, plugin) },
          ]),
        ),
    serviceCidr: given(rest.serviceCidr, (text) => tokens.text(text)),
    nodesPerZone: rest.nodesPerZone,
    nodeRange: given(rest.nodeRange, (text) => tokens.text(text)),
    peerCidrs: given(rest.peerCidrs, (list) => tokens.list(list)),
    customRouteEntries: given(rest.customRouteEntries, (number) => tokens.number(number)),
    tags: given(rest.tags, (tags) => tokens.map(tags)),
    egress: egresses[egress](),
  } satisfies FlannelNetworkInNewVpcProps;
  return plugin === "flannel"
    ? FlannelNetwork.inNewVpc(stack, "network", {
        ...props,
        podCidr: given(rest.podCidr, (text) => tokens.text(text)),
        nodeCidrMask: given(rest.nodeCidrMask, (number) => tokens.number(number)),
      })
    : TerwayNetwork.inNewVpc(stack, "network", {
        ...props,
        podsPerZone: rest.podsPerZone,
        podRange: given(rest.podRange, (text) => tokens.text(text)),
      });
}

function optionalTexts(tokens: Tokens, texts: Record<string, OrToken<string> | undefined>, plugin: string) {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([name]) => plugin === "terway" || !name.startsWith("pod"))
      .map(([name, text]) => [name, given(text, (known) => tokens.text(known))]),
  );
}

function makeCluster(
  stack: TerraformStack,
  tokens: Tokens,
  input: ClusterInput,
  network: TerwayNetwork | FlannelNetwork,
) {
  const { window, logs, audiences, creationAddons, encryption, rotationDays } = input;
  const props: ClusterProps = {
    name: tokens.text(input.name),
    network,
    version: given(input.version, (text) => tokens.text(text)),
    proxyMode: input.proxyMode,
    clusterDomain: given(input.clusterDomain, (text) => tokens.text(text)),
    apiServerSans: given(input.apiServerSans, (list) => tokens.list(list)),
    apiServer: given(input.apiServer, ({ privateLoadBalancerId, publicLoadBalancerId, dnsVpcIds }) => ({
      privateLoadBalancerId: given(privateLoadBalancerId, (text) => tokens.text(text)),
      publicLoadBalancerId: given(publicLoadBalancerId, (text) => tokens.text(text)),
      internalDns: given(dnsVpcIds, (ids) => ({
        enabled: false,
        vpcIds: ids.map((vpcId) => tokens.text(vpcId)),
      })),
    })),
    serviceAccountTokens: given(audiences, (list) => ({
      issuer: "https://issuer.example",
      audiences: tokens.list(list),
    })),
    maintenanceWindow: given(window, ({ start, hours, autoUpgrade }) => ({
      start: tokens.text(start),
      hours: tokens.number(hours),
      autoUpgrade,
    })),
    controlPlaneLogs: given(logs, ({ components, retentionDays }) => ({
      components,
      retentionDays: given(retentionDays, (number) => tokens.number(number)),
    })),
    addons: given(creationAddons, (names) => names.map((name) => ({ name: tokens.text(name) }))),
    securityGroup:
      input.securityGroup === "existing"
        ? ClusterSecurityGroup.existing("sg-1")
        : ClusterSecurityGroup[input.securityGroup](),
  };
  if (input.kind === "edge" && network instanceof FlannelNetwork) {
    return new EdgeCluster(stack, "cluster", { ...props, network });
  }
  if (input.kind === "managed") {
    return new ManagedCluster(stack, "cluster", props);
  }
  const secretEncryption = given(encryption, (key) =>
    key === "new"
      ? new SecretKmsEncryption(stack, "secrets", {
          rotationDays: given(rotationDays, (days) => tokens.number(days)),
        })
      : SecretKmsEncryption.withKey(stack, "secrets", tokens.text(key)),
  );
  return new ProCluster(stack, "cluster", { ...props, secretEncryption });
}

function poolOptions(tokens: Tokens, input: PoolInput): NodePoolOptions {
  const disk = ({
    make,
    sizeGiB,
    performanceLevel,
    encrypted,
    kmsKeyId,
  }: NonNullable<PoolInput["systemDisk"]>) => {
    const options = {
      sizeGiB: tokens.number(sizeGiB),
      encrypted,
      kmsKeyId: given(kmsKeyId, (text) => tokens.text(text)),
    };
    return make === "essd" ? Disk.essd({ ...options, performanceLevel }) : Disk[make](options);
  };
  const min = tokens.number(input.min);
  return {
    name: given(input.name, (text) => tokens.text(text)),
    instances: InstanceSelection.types(...tokens.list(input.types)),
    capacity:
      given(input.max, (max) =>
        Capacity.autoscale({ min, max: tokens.number(max), ...makeAutoscaling(tokens, input.autoscaling) }),
      ) ?? Capacity.fixed(min),
    systemDisk: given(input.systemDisk, disk),
    dataDisks: input.dataDisks?.map(disk),
    labels: given(input.labels, (labels) => tokens.map(labels)),
    taints: input.taints?.map(({ key, value, effect }) => ({
      key: tokens.text(key),
      value: given(value, (text) => tokens.text(text)),
      // What JavaScript can say although TypeScript does not let it.
      effect: effect as "NoSchedule",
    })),
    placement: given(input.placement, (zones) => Placement.zones(...zones)),
    ...makeSettings(tokens, input.settings),
    ...makeExtras(tokens, input.extras),
  };
}

/** Everything that users can say, right or wrong, known or not. */
function build(
  network: NetworkInput,
  cluster: ClusterInput,
  poolInputs: readonly PoolInput[],
): TerraformStack {
  const stack = testStack();
  const tokens = new Tokens(stack);
  const made = makeCluster(stack, tokens, cluster, makeNetwork(stack, tokens, network));
  poolInputs.forEach((input, index) => made.addNodePool(`pool-${index}`, poolOptions(tokens, input)));
  cluster.managedAddons.forEach((name, index) =>
    made.addAddon(`addon-${index}`, { name: tokens.text(name) }),
  );
  poolInputs.forEach(({ labels }, index) => {
    if (labels === undefined) return;
    // Labels that nodes may have are labels that any object may have.
    const metadata = { name: `pool-${index}`, labels: tokens.map(labels) };
    new NamespaceV1(stack, `namespace-${index}`, { metadata });
  });
  return stack;
}

test("any configuration either becomes one that the providers accept or breaks a documented limit", () => {
  const outcomes = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(networks, clusters, pools, (network, cluster, poolInputs) => {
      let json: object;
      try {
        ({ json } = synthesize(build(network, cluster, poolInputs)));
      } catch (error) {
        expect(error).toBeInstanceOf(LimitError);
        outcomes.refused++;
        return;
      }
      expectAccepted(json);
      outcomes.accepted++;
    }),
    { numRuns: 200 },
  );
  // Both must happen, or the test says nothing about one of them.
  expect(outcomes.accepted).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
});

import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";

const program = (body: string) => `
  import { App, TerraformStack } from "cdktf";
  import { Adopt, FlannelNetwork, ProCluster, ServerlessNetwork, Vpc } from "cdktf-ack";
  const stack = new TerraformStack(new App(), "shop");
  ${body}
`;

test("every network has vSwitches to adopt", () => {
  expectCompiles(
    program(`
      declare const flannel: FlannelNetwork;
      declare const serverless: ServerlessNetwork;
      Adopt.vswitches(flannel, { nodes: { h: "vsw-1" } });
      Adopt.vswitches(serverless, { pods: { h: "vsw-1" } });
    `),
  );
});

test("what the app only refers to cannot be adopted: it has no resource", () => {
  expectDoesNotCompile(
    program(`
      const existing = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1", nodeVSwitches: {} });
      Adopt.cluster(existing, "c1");
    `),
    /is not assignable to parameter of type 'OwnedCluster/,
  );
  expectDoesNotCompile(
    program(`Adopt.vpc(Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" }), "vpc-1");`),
    /is not assignable to parameter of type 'Vpc'/,
  );
});

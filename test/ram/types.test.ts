import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";

test("an action that ACK does not have does not type-check, and one with a * does", () => {
  const of = (action: string) => `
    import { AckPolicy } from "cdktf-ack";
    AckPolicy.of(["${action}"], { clusters: "all" });`;
  expectDoesNotCompile(of("cs:DeleteClusterNodePool"), /"cs:DeleteClusterNodePool"' is not assignable/);
  expectDoesNotCompile(of("vpc:DescribeVpcs"), /"vpc:DescribeVpcs"' is not assignable/);
  expectCompiles(of("cs:Delete*"));
});

test("a service role that there is not does not type-check", () => {
  expectDoesNotCompile(
    `
    import { ServiceRoles } from "cdktf-ack";
    import { TerraformStack } from "cdktf";
    declare const stack: TerraformStack;
    ServiceRoles.createFor(stack, { also: ["AliyunCSManagedKmsRole"] });`,
    /"AliyunCSManagedKmsRole"' is not assignable/,
  );
});

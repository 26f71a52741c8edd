import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossibleGovernance } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import { benchmarkScan, Policy } from "cdktf-ack";
  ${body}
`;

test("policies with the parameters that they take type-check", () => {
  expectCompiles(
    program(`
      Policy.named("ACKNoEnvVarSecrets");
      Policy.named("ACKContainerLimits");
      Policy.named("ACKContainerLimits", { cpu: "1" });
      Policy.named("ACKAllowedRepos", { repos: ["registry.cn-hangzhou.aliyuncs.com/acs/"] });
      Policy.of("ACKNewPolicy", { some: { thing: [1, true, "text"] } });
      benchmarkScan({ name: "scan", benchmark: "cis-kubernetes-1.34" });
    `),
  );
});

test.each(impossibleGovernance)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});

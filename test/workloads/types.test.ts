import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";

const program = (body: string) => `
  import type { DeploymentV1SpecTemplate } from "@cdktf/provider-kubernetes/lib/deployment-v1";
  import { Gpu, sandboxedPods, windowsPods, type NodePoolOptions } from "cdktf-ack";
  ${body}
`;

test.each([
  [
    "requests, placement and annotations, in the template of a Deployment",
    `const { limits, podLabels, nodeSelector } = Gpu.shared().request({ memoryGiB: 4, gpus: 2 });
    const { runtimeClassName, annotations } = sandboxedPods({ nasPassthrough: true });
    const template: DeploymentV1SpecTemplate = {
      metadata: { labels: { app: "a", ...podLabels }, annotations },
      spec: { nodeSelector, runtimeClassName, container: [{ name: "a", image: "a:1", resources: { limits } }] },
    };
    const windows: DeploymentV1SpecTemplate = {
      metadata: {}, spec: { ...windowsPods(), container: [{ name: "a", image: "a:1" }] },
    };`,
  ],
  [
    "a share of the computing where it is kept apart",
    `Gpu.shared({ isolation: "memory-and-compute" }).request({ memoryGiB: 4, computePercent: 30 });`,
  ],
  ["a part of a sequence", `Gpu.partitionSequence("3g.20gb", "4g.20gb").request({ profile: "4g.20gb" });`],
])("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each<[string, string, RegExp]>([
  ["a way to share that does not exist", `Gpu.shared({ isolation: "time" });`, /'"time"' is not assignable/],
  ["whole GPUs of a pool that shares them", `Gpu.shared().request({ gpus: 1 });`, /'memoryGiB' is missing/],
  ["memory of whole GPUs", `Gpu.exclusive().request({ memoryGiB: 4 });`, /'memoryGiB' does not exist/],
  [
    "a share of the computing where memory alone is kept apart",
    `Gpu.shared({ isolation: "memory" }).request({ memoryGiB: 4, computePercent: 30 });`,
    /'number' is not assignable to type 'undefined'|computePercent/,
  ],
  [
    "no share of the computing where it is kept apart",
    `Gpu.shared({ isolation: "memory-and-compute" }).request({ memoryGiB: 4 });`,
    /'computePercent' is missing/,
  ],
  [
    "a part that the pool does not make",
    `Gpu.partitions("1g.5gb").request({ profile: "3g.20gb" });`,
    /'"3g.20gb"' is not assignable to type '"1g.5gb"'/,
  ],
  ["a sequence of one part", `Gpu.partitionSequence("1g.5gb");`, /Expected at least 2 arguments/],
  [
    "two ways in one pool",
    `const pool: Partial<NodePoolOptions> = { gpu: [Gpu.shared(), Gpu.topology()] };`,
    /is missing in type|is not assignable to type/,
  ],
])("%s does not type-check", (_name, body, message) => {
  expectDoesNotCompile(program(body), message);
});

import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossibleGovernance: readonly Impossible[] = [
  {
    name: "a policy that ACK does not have",
    body: `Policy.named("ACKPSPPrivilegedContainers");`,
    message: /not assignable to parameter of type 'keyof PolicyParameters'/,
  },
  {
    name: "a policy without its parameters",
    body: `Policy.named("ACKAllowedRepos");`,
    message: /Expected 2 arguments, but got 1/,
  },
  {
    name: "a parameter that a policy does not have",
    body: `Policy.named("ACKAllowedRepos", { repositories: ["a/"] });`,
    message: /'repositories' does not exist in type/,
  },
  {
    name: "parameters of a policy that takes none",
    body: `Policy.named("ACKNoEnvVarSecrets", { repos: ["a/"] });`,
    message: /Expected 1 arguments, but got 2/,
  },
  {
    name: "a benchmark that is none of CIS",
    body: `benchmarkScan({ name: "scan", benchmark: "nsa-1.0" });`,
    message: /not assignable to type '`cis-\$\{string\}`'/,
  },
  {
    name: "a scan for another task than its own",
    body: `benchmarkScan({ name: "scan", taskName: "other" });`,
    message: /'taskName' does not exist in type 'BenchmarkScanOptions'/,
  },
];

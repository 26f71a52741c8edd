import type { AddonConfig } from "../addons";
import type { PolicyName, PolicyParameters } from "./policy-parameters";

/** Parameters are an argument where a policy has any, and one of them is required. */
type ParametersOf<Name extends PolicyName> = [keyof PolicyParameters[Name]] extends [never]
  ? []
  : string extends keyof PolicyParameters[Name]
    ? []
    : Partial<PolicyParameters[Name]> extends PolicyParameters[Name]
      ? [parameters?: PolicyParameters[Name]]
      : [parameters: PolicyParameters[Name]];

/** What a policy asks of the objects of a cluster. */
export class Policy {
  /** A policy of the libraries of ACK, by the name that it has there: `Policy.named("ACKAllowedRepos", { repos: [...] })`. */
  public static named<Name extends PolicyName>(name: Name, ...[parameters]: ParametersOf<Name>): Policy {
    return new Policy(name, parameters as AddonConfig | undefined);
  }

  /** A policy that this version of the library does not know, with its parameters as ACK documents them. */
  public static of(name: string, parameters?: AddonConfig): Policy {
    return new Policy(name, parameters);
  }

  private constructor(
    public readonly name: string,
    public readonly parameters: AddonConfig | undefined,
  ) {}
}

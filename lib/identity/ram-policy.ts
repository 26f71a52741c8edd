/** Policies of RAM, as roles take them. */
export class RamPolicy {
  /** A policy that Alibaba Cloud keeps, for example `AliyunOSSReadOnlyAccess`. */
  public static system(name: string): RamPolicy {
    return new RamPolicy(name, "System");
  }

  /**
   * A policy of the account. Give the name of one that exists, or `resource.policyName` of an `alicloud_ram_policy` of the app:
   * the role then waits for it.
   */
  public static custom(name: string): RamPolicy {
    return new RamPolicy(name, "Custom");
  }

  private constructor(
    public readonly name: string,
    public readonly type: "System" | "Custom",
  ) {}
}

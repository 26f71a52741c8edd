/** Which ECS instances a pool may use. */
export class InstanceSelection {
  /** Instance types in order of preference, 1 to 10: the next one is tried where the first is sold out. */
  public static types(...types: string[]): InstanceSelection {
    return new InstanceSelection(types);
  }

  private constructor(public readonly instanceTypes: readonly string[]) {}
}

import type { ResourceModel } from "./model";

/** The resources, or the data sources, of a provider by type. A run needs a handful of hundreds: each model is made when it is asked for. */
export class Models {
  private readonly made = new Map<string, ResourceModel>();
  private readonly makers: ReadonlyMap<string, () => ResourceModel>;

  constructor(makers: Iterable<readonly [string, () => ResourceModel]>) {
    this.makers = new Map(makers);
  }

  public get types(): string[] {
    return [...this.makers.keys()];
  }

  public get(type: string): ResourceModel | undefined {
    const known = this.made.get(type) ?? this.makers.get(type)?.();
    if (known !== undefined) this.made.set(type, known);
    return known;
  }
}

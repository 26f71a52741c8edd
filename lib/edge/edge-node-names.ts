/** Under which names machines join an edge cluster. */
export class EdgeNodeNames {
  /** Each under its host name. */
  public static readonly HOST_NAME = new EdgeNodeNames("");

  /** Each under six random characters, and an ending of its own for the pool: `random("shop-7")` gives `k3x9qa.shop-7`. */
  public static random(ending?: string): EdgeNodeNames {
    return new EdgeNodeNames(ending === undefined ? "*" : `*.${ending}`);
  }

  private constructor(
    /** The parameter `nodeNameOverride` of the join script. */
    public readonly override: string,
  ) {}
}

import type { ICluster } from "../cluster/kinds";
import { ValueError } from "../values";

/** Where the nodes of a pool are. */
export abstract class Placement {
  /** Whether vSwitches are named that the network of the cluster may not have. */
  public readonly namesVSwitches: boolean = false;

  /** In some zones of the network of the cluster, by their keys. */
  public static zones(...keys: string[]): Placement {
    return new ZonePlacement(keys);
  }

  /** In vSwitches of the VPC of the cluster, by their ids; the first is preferred. */
  public static vswitches(...ids: string[]): Placement {
    return new VSwitchPlacement(ids);
  }

  /** In all zones of the network of the cluster. */
  public static everywhere(): Placement {
    return new ZonePlacement(undefined);
  }

  /** The ids of the vSwitches; throws a `ValueError` when the cluster has no such zone. */
  public abstract vswitchIds(cluster: ICluster): string[];
}

class ZonePlacement extends Placement {
  constructor(private readonly keys: readonly string[] | undefined) {
    super();
  }

  public override vswitchIds(cluster: ICluster): string[] {
    const vswitches = cluster.nodeVSwitches;
    return (this.keys ?? [...vswitches.keys()]).map((key) => {
      const id = vswitches.get(key);
      if (id === undefined) {
        throw new ValueError({
          got: `the zone "${key}"`,
          want: `a zone of the network of ${cluster.node.path}: ${[...vswitches.keys()].join(", ")}`,
        });
      }
      return id;
    });
  }
}

class VSwitchPlacement extends Placement {
  public override readonly namesVSwitches = true;

  constructor(private readonly ids: readonly string[]) {
    super();
  }

  public override vswitchIds(): string[] {
    return [...this.ids];
  }
}

import { parseFaults, type Fault, type FaultPlan } from "../faults";
import type { InspectableAccount } from "./account";
import { Cloud } from "./cloud";
import { queries } from "./queries";
import { Quotas, type QuotaName } from "./quotas";
import { behaviourOf } from "./services";
import { SimulatedAccount } from "./simulated-account";
import { Store } from "./store";
import { inFile } from "./store-file";

export interface AccountOptions {
  /** Keeps the account in a file, where the next command finds it. In memory, unless said. */
  readonly file?: string;
  /** Quotas that differ from those of a new account. */
  readonly quotas?: Readonly<Partial<Record<QuotaName, number>>>;
  /** Versions of Kubernetes that ACK offers, newest first, in the regions where they are not the usual ones. */
  readonly kubernetesVersions?: Readonly<Record<string, readonly string[]>>;
  readonly faults?: FaultPlan | readonly Fault[];
  /**
   * What an id stands for that was never made here. `assumed`: something outside of what is rehearsed, which exists. `strict`: nothing.
   * What was made here and deleted is gone either way.
   */
  readonly existing?: "assumed" | "strict";
  /**
   * Whether ACK was authorised in this account before, as it is in most. `strict`: only by the service roles that are made here, as in
   * an account that is new.
   */
  readonly serviceRoles?: "assumed" | "strict";
  /** The region, until a provider names its own. */
  readonly region?: string;
  readonly accountId?: string;
  /** Ends the process that serves the provider, for the fault `crash`. */
  readonly onCrash?: () => void | Promise<void>;
}

export function createAccount(options: AccountOptions = {}): InspectableAccount {
  const { file, quotas, faults = [], onCrash = () => undefined } = options;
  const { existing = "assumed", serviceRoles = "assumed" } = options;
  const store = new Store(file === undefined ? undefined : inFile(file));
  const scene = {
    region: options.region ?? "cn-hangzhou",
    accountId: options.accountId ?? "1234567890123456",
  };
  const cloud = new Cloud(
    store,
    new Quotas(quotas),
    scene,
    existing === "assumed",
    serviceRoles === "assumed",
    options.kubernetesVersions,
  );
  const plan: readonly Fault[] = parseFaults("faults" in faults ? faults : { faults });
  return new SimulatedAccount({ store, cloud, behaviourOf, queries, faults: plan, onCrash });
}

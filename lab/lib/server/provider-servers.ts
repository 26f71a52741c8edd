import type { Account } from "../account/account";
import type { ProviderModel } from "../schema";
import { forTerraform, unixSocket, type Address, type Transport } from "./address";
import { ProviderServer } from "./provider-server";

export interface ServersOptions {
  readonly transport: Transport;
  /** With tcp: the first port, the next provider gets the next one. Left out, the system chooses. */
  readonly port?: number;
  /** Where sockets are made. */
  readonly folder: string;
  /** Terraform checks the answers as it checks those of providers that are not made with the SDK. */
  readonly strict?: boolean;
}

/** OpenTofu looks the same providers up under a host of its own. */
const HOSTS = ["registry.terraform.io", "registry.opentofu.org"];

/**
 * Names of one provider. A configuration without `required_providers` means the one in the namespace of HashiCorp, where the registry
 * has this provider, too; most examples of its documentation are written like that.
 */
const OTHER_SOURCES: Readonly<Record<string, readonly string[]>> = {
  "aliyun/alicloud": ["hashicorp/alicloud"],
};

/** All providers, in this process. */
export class ProviderServers {
  private readonly servers: readonly ProviderServer[];

  constructor(providers: readonly ProviderModel[], account: Account, options: ServersOptions) {
    const { transport, folder, port = 0, strict = false } = options;
    const address = (index: number): Address =>
      transport === "unix"
        ? unixSocket(folder, `p${index}.sock`)
        : { network: "tcp", port: port === 0 ? 0 : port + index };
    this.servers = providers.map(
      (provider, index) => new ProviderServer(provider, account, address(index), { lenient: !strict }),
    );
  }

  /** Starts those that do not listen: all of them at first, and after a crash. */
  public async start(): Promise<void> {
    try {
      for (const server of this.servers) await server.start();
    } catch (failure) {
      this.stop();
      throw failure;
    }
  }

  public stop(): void {
    for (const server of this.servers) server.stop();
  }

  public get areListening(): boolean {
    return this.servers.every(({ isListening }) => isListening);
  }

  /** The value of TF_REATTACH_PROVIDERS. */
  public get attachment(): string {
    const entries = this.servers.flatMap(({ provider, address }) => {
      const how = {
        Protocol: "grpc",
        ProtocolVersion: 5,
        Pid: process.pid,
        // Without this Terraform ends the process that serves.
        Test: true,
        Addr: forTerraform(address),
      };
      const name = provider.source.split("/").slice(1).join("/");
      const names = [name, ...(OTHER_SOURCES[name] ?? [])];
      return HOSTS.flatMap((host) => names.map((one) => [`${host}/${one}`, how]));
    });
    return JSON.stringify(Object.fromEntries(entries));
  }
}

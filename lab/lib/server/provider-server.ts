import { rmSync } from "node:fs";
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import type { Account } from "../account/account";
import type { ProviderModel } from "../schema";
import type { Address } from "./address";
import { bindTo } from "./address";
import { handlersOf } from "./handlers";
import { providerService } from "./protocol";
import type { ServiceOptions } from "./provider-service";

/** Terraform sends whole states in one message. */
const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** One provider at one address. */
export class ProviderServer {
  private server: Server | undefined;
  private bound: Address;

  constructor(
    public readonly provider: ProviderModel,
    private readonly account: Account,
    address: Address,
    private readonly options: ServiceOptions,
  ) {
    this.bound = address;
  }

  /** Where it listens; after the start, with the port that it was given. */
  public get address(): Address {
    return this.bound;
  }

  public get isListening(): boolean {
    return this.server !== undefined;
  }

  /** Starts to listen; again at the same address after a crash. */
  public async start(): Promise<void> {
    if (this.server) return;
    const server = new Server(UNLIMITED);
    server.addService(providerService(), handlersOf(this.provider, this.account, this.options));
    const port = await bind(server, this.bound);
    if (this.bound.network === "tcp") this.bound = { network: "tcp", port };
    this.server = server;
  }

  /** Goes away in the middle of whatever it does, as a process that is killed. */
  public stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    if (this.bound.network === "unix") rmSync(this.bound.path, { force: true });
  }
}

// Failures come to whoever called; the library would print them as well.
setLogVerbosity(logVerbosity.NONE);

/** The library wraps the one failure in a sentence on all the addresses that it tried. */
function reason({ message }: Error): string {
  return /\[(.*)\]$/s.exec(message)?.[1] ?? message;
}

function bind(server: Server, address: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(bindTo(address), ServerCredentials.createInsecure(), (failure, port) => {
      if (failure === null) return resolve(port);
      server.forceShutdown();
      const place = address.network === "unix" ? address.path : `port ${address.port} of 127.0.0.1`;
      reject(new Error(`the lab cannot listen on ${place}: ${reason(failure)}`));
    });
  });
}

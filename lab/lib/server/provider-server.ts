import { rmSync } from "node:fs";
import { createServer, type Server as Listener, type Socket } from "node:net";
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import type { Account } from "../account/account";
import type { ProviderModel } from "../schema";
import type { Address } from "./address";
import { LOOPBACK } from "./address";
import { handlersOf } from "./handlers";
import { providerService } from "./protocol";
import type { ServiceOptions } from "./provider-service";

/** Terraform sends whole states in one message. */
const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/**
 * One provider at one address.
 *
 * Every connection is a configured provider of its own, as every process of a real one is: a stack can work in two regions at once.
 */
export class ProviderServer {
  private listener: Listener | undefined;
  private readonly connections = new Map<Socket, Server>();
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
    return this.listener !== undefined;
  }

  /** Starts to listen; again at the same address after a crash. */
  public async start(): Promise<void> {
    if (this.listener) return;
    const listener = createServer((socket) => this.serve(socket));
    const port = await listen(listener, this.bound);
    if (this.bound.network === "tcp") this.bound = { network: "tcp", port };
    this.listener = listener;
  }

  /** Goes away in the middle of whatever it does, as a process that is killed. */
  public stop(): void {
    this.listener?.close();
    this.listener = undefined;
    for (const [socket, server] of this.connections) {
      server.forceShutdown();
      socket.destroy();
    }
    this.connections.clear();
    if (this.bound.network === "unix") rmSync(this.bound.path, { force: true });
  }

  private serve(socket: Socket): void {
    const server = new Server(UNLIMITED);
    server.addService(providerService(), handlersOf(this.provider, this.account, this.options));
    this.connections.set(socket, server);
    // Whoever hangs up early has been killed: there is nobody to tell.
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      this.connections.delete(socket);
      server.forceShutdown();
    });
    server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  }
}

// Failures come to whoever called; the library would print them as well.
setLogVerbosity(logVerbosity.NONE);

function listen(listener: Listener, address: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    listener.once("error", ({ message }) => {
      const place = address.network === "unix" ? address.path : `port ${address.port} of 127.0.0.1`;
      reject(new Error(`the lab cannot listen on ${place}: ${message}`));
    });
    const place =
      address.network === "unix" ? { path: address.path } : { host: LOOPBACK, port: address.port };
    listener.listen(place, () => {
      const bound = listener.address();
      resolve(typeof bound === "object" && bound !== null ? bound.port : 0);
    });
  });
}

import { Client, credentials, type ServiceDefinition } from "@grpc/grpc-js";
import { decodeValue, encodeValue } from "../../lib/server/codec";
import { providerService } from "../../lib/server/protocol";
import type { CtyType, Value } from "../../lib/values";

export type Reply = Readonly<Record<string, unknown>>;

/** A diagnostic as it crosses the wire. */
export interface WireDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly attribute: { readonly steps: readonly object[] } | null;
}

/** Calls a provider as Terraform does. */
export class TestClient {
  private readonly client: Client;
  private readonly service: ServiceDefinition = providerService();

  constructor(attachment: string, source: string) {
    const { Addr } = (
      JSON.parse(attachment) as Record<string, { Addr: { Network: string; String: string } }>
    )[source] ?? { Addr: { Network: "none", String: "" } };
    const address = Addr.Network === "unix" ? `unix:${Addr.String}` : Addr.String;
    this.client = new Client(address, credentials.createInsecure());
  }

  public call(name: string, request: object = {}): Promise<Reply> {
    const method = this.service[name];
    if (method === undefined) throw new Error(`no ${name}`);
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        (failure, reply) => (failure ? reject(failure) : resolve(reply as Reply)),
      );
    });
  }

  public close(): void {
    this.client.close();
  }
}

export function wire(type: CtyType, value: Value): { msgpack: Buffer } {
  return { msgpack: encodeValue(type, value) };
}

export function unwire(type: CtyType, value: unknown): Value {
  return decodeValue(type, (value as { msgpack: Buffer }).msgpack);
}

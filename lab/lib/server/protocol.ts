import { join } from "node:path";
import type { ServiceDefinition } from "@grpc/grpc-js";
import { loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { ProviderModel } from "../schema";
import { schemaAnswer } from "./schema";

const PROTO = join(__dirname, "..", "..", "proto", "tfplugin5.proto");

interface Protocol {
  readonly service: ServiceDefinition;
  readonly encodeSchema: (answer: object) => Buffer;
}

let loaded: Protocol | undefined;

function protocol(): Protocol {
  loaded ??= load();
  return loaded;
}

function load(): Protocol {
  const definition = loadSync(PROTO, { keepCase: true, longs: Number, enums: String, defaults: true });
  const { tfplugin5 } = loadPackageDefinition(definition) as unknown as {
    tfplugin5: { Provider: { service: ServiceDefinition } };
  };
  const { service } = tfplugin5.Provider;
  const { GetSchema } = service;
  if (GetSchema === undefined) throw new Error(`${PROTO} has no GetSchema`);
  return {
    // The largest answer by far is always the same: it arrives here as bytes.
    service: { ...service, GetSchema: { ...GetSchema, responseSerialize: (bytes: Buffer) => bytes } },
    encodeSchema: GetSchema.responseSerialize,
  };
}

/** The service `Provider` of tfplugin5.proto. */
export function providerService(): ServiceDefinition {
  return protocol().service;
}

const encodedSchemas = new WeakMap<ProviderModel, Buffer>();

/** The answer to GetSchema, put into bytes once for each provider. */
export function encodedSchema(provider: ProviderModel): Buffer {
  const bytes = encodedSchemas.get(provider) ?? protocol().encodeSchema(schemaAnswer(provider));
  encodedSchemas.set(provider, bytes);
  return bytes;
}

import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { ProviderModel } from "../schema";
import type { Answer } from "./messages";
import { encodedSchema } from "./protocol";
import { ProviderService, type ServiceOptions } from "./provider-service";
import type { Account } from "../account/account";

type Handler = (request: never) => Promise<Answer>;

/** The calls of the protocol, by name. What is not among them, gRPC answers with "unimplemented" by itself. */
export function handlersOf(
  provider: ProviderModel,
  account: Account,
  options: ServiceOptions,
): UntypedServiceImplementation {
  const service = new ProviderService(provider, account, options);
  const calls: Readonly<Record<string, Handler>> = {
    PrepareProviderConfig: (request) => service.prepareProviderConfig(request),
    ValidateResourceTypeConfig: (request) => service.validateResourceTypeConfig(request),
    ValidateDataSourceConfig: (request) => service.validateDataSourceConfig(request),
    UpgradeResourceState: (request) => service.upgradeResourceState(request),
    Configure: (request) => service.configure(request),
    ReadResource: (request) => service.readResource(request),
    PlanResourceChange: (request) => service.planResourceChange(request),
    ApplyResourceChange: (request) => service.applyResourceChange(request),
    ImportResourceState: (request) => service.importResourceState(request),
    ReadDataSource: (request) => service.readDataSource(request),
    Stop: () => service.stop(),
  };
  const answered = Object.entries(calls).map(([name, call]) => [
    name,
    ({ request }: ServerUnaryCall<never, Answer>, done: sendUnaryData<Answer>): void => {
      call(request)
        .catch((thrown: unknown) => service.failed(name, request, thrown))
        .then(
          (answer) => done(null, answer),
          (thrown: unknown) => done(thrown as Error),
        );
    },
  ]);
  return {
    ...Object.fromEntries(answered),
    GetSchema: (_call: unknown, done: sendUnaryData<Buffer>): void => {
      done(null, encodedSchema(provider));
    },
  };
}

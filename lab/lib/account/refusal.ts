import { error, type Diagnostic } from "../diagnostic";

/** The service says no. */
export class Refusal extends Error {
  constructor(
    public readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** A no that may not last. The provider asks again for as long as it has time; the lab does so for a moment. */
export class PassingRefusal extends Refusal {}

/** Real answers carry an id of the request; one that never changes keeps messages comparable. */
const REQUEST_ID = "00000000-0000-4000-8000-000000000000";

/** A refusal in the words of the provider that passes it on. */
export function refusalDiagnostic(type: string, action: string, { code, message }: Refusal): Diagnostic {
  if (!type.startsWith("alicloud_")) return error(message);
  const title = `[ERROR] terraform-provider-alicloud/${type}: ${action} failed: ${code}`;
  return error(title, `SDKError: Code: ${code} Message: ${message} RequestId: ${REQUEST_ID}`);
}

import { isObject, valueAt, type Path, type ResourceChange } from "./change";
import { isNothing, UNKNOWN, type Difference } from "./difference";

const LONGEST = 80;

/**
 * Arguments that hold secrets, or may: Terraform marks few of them. The settings of add-ons and the user data of nodes
 * are free text, in which teams put tokens.
 */
const secretNames =
  /password|passwd|(?:^|_)token$|secret_data|secret_key|private_key|access_key|client_(?:key|cert)|certificate_authority|kube_?config|user_data|plaintext|encryption_context|^(?:config|parameters)$/i;

/** `pod_cidr "172.20.0.0/16" -> "172.30.0.0/16"`, without what is secret. */
export function showDifference(
  name: string,
  { path, before, after }: Difference,
  change: Pick<ResourceChange, "beforeSensitive" | "afterSensitive">,
): string {
  const show = (value: unknown, mask: unknown) => (isSecret(path, mask) ? hidden(value) : showValue(value));
  return `${name} ${show(before, change.beforeSensitive)} -> ${show(after, change.afterSensitive)}`;
}

/** The value at a path of a synthesized document, without what is secret. */
export function showAt(path: Path, value: unknown): string {
  return isSecret(path, undefined) ? hidden(value) : showValue(value);
}

/** A value on one line, cut where it is long, with the secrets that its names give away left out. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (value === UNKNOWN) return "(known after apply)";
  const json = JSON.stringify(value, (key, inner: unknown) => {
    if (inner === UNKNOWN) return "(known after apply)";
    return secretNames.test(key) ? hidden(inner) : inner;
  });
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}...` : json;
}

function hidden(value: unknown): string {
  return isNothing(value) ? "nothing" : "(not shown)";
}

/** Whether a value, something around it or something in it is secret. */
function isSecret(path: Path, mask: unknown): boolean {
  if (path.some((part) => typeof part === "string" && secretNames.test(part))) return true;
  return path.some((_, end) => valueAt(mask, path.slice(0, end)) === true) || hasTrue(valueAt(mask, path));
}

function hasTrue(mask: unknown): boolean {
  if (mask === true) return true;
  if (Array.isArray(mask)) return mask.some(hasTrue);
  return isObject(mask) && Object.values(mask).some(hasTrue);
}

/** What nobody writes by chance. */
const patterns = {
  "an AccessKey": /\bLTAI[A-Za-z0-9]{12,}/,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a key in a kubeconfig": /client-key-data: *[A-Za-z0-9+/]{40}/,
};

/** Arguments whose values open something. Those of which KMS has made ciphertext are none. */
const secretArgument =
  /^(password|.*_password|access_key|secret_key|secret_access_key|access_key_secret|security_token|token|client_key|private_key)$/;
const ciphertext = /^kms_/;

/** Attributes that an output would print. */
const secretAttribute = /\b(kube_config|client_key|certificate_authority|password|secret|private_key)\b/;

/** Everything in the JSON of a stack that is secret, and readable there; each with its place. */
export function plainSecretsIn(json: unknown): readonly string[] {
  const { variable = {}, output = {} } = json as {
    variable?: Record<string, { sensitive?: boolean; default?: unknown }>;
    output?: Record<string, { sensitive?: boolean; value?: unknown }>;
  };
  const secretVariables = new Set<string>();
  const inValues = valuesIn(json, []).flatMap(({ path, value }) => {
    const place = path.join(".");
    const found = Object.entries(patterns).flatMap(([what, pattern]) =>
      [value, decoded(value)].some((text) => pattern.test(text)) ? [`${place}: ${what}`] : [],
    );
    const name = path.at(-1) ?? "";
    if (
      path[0] === "output" ||
      path[0] === "variable" ||
      !secretArgument.test(name) ||
      ciphertext.test(name)
    ) {
      return found;
    }
    for (const [, reference = ""] of value.matchAll(/var\.([\w-]+)/g)) {
      secretVariables.add(reference);
    }
    const isReference = value === "" || /^\$\{.*\}$/s.test(value);
    return isReference ? found : [...found, `${place}: a secret that is no reference`];
  });
  const open = [...secretVariables]
    .filter((name) => variable[name]?.sensitive !== true)
    .map((name) => `variable.${name}: not sensitive`);
  const defaults = Object.entries(variable)
    .filter(([, body]) => body.sensitive === true && typeof body.default === "string" && body.default !== "")
    .map(([name]) => `variable.${name}: a default`);
  const printed = Object.entries(output)
    .filter(([, body]) => body.sensitive !== true && secretAttribute.test(JSON.stringify(body.value)))
    .map(([name]) => `output.${name}: not sensitive`);
  return [...inValues, ...open, ...defaults, ...printed];
}

function valuesIn(node: unknown, path: readonly string[]): { path: readonly string[]; value: string }[] {
  if (typeof node === "string") {
    return [{ path, value: node }];
  }
  return typeof node === "object" && node !== null
    ? Object.entries(node).flatMap(([key, member]) => valuesIn(member, [...path, key]))
    : [];
}

/** User data are Base64. */
function decoded(text: string): string {
  return /^[A-Za-z0-9+/=]{24,}$/.test(text) ? Buffer.from(text, "base64").toString("utf8") : "";
}

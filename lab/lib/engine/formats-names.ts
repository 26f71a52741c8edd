/** The names that the API of Kubernetes takes, and what it says of others. */

interface Form {
  readonly pattern: RegExp;
  readonly longest: number;
  readonly wants: string;
}

const label: Form = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
  wants:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
};

const subdomain: Form = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  longest: 253,
  wants:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
};

const namePart: Form = {
  pattern: /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/,
  longest: 63,
  wants:
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
};

const labelValueForm: Form = {
  pattern: /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/,
  longest: 63,
  wants:
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
};

/** A name can be too long and of the wrong form at once. */
function problems({ pattern, longest, wants }: Form, value: string): string[] {
  return [
    ...(Buffer.byteLength(value) > longest ? [`must be no more than ${longest} characters`] : []),
    ...(pattern.test(value) ? [] : [wants]),
  ];
}

export function subdomainProblems(name: string): string[] {
  return problems(subdomain, name);
}

/** The API adds to the prefix, so that a dash may stand at its end. */
export function generatedNameProblems(prefix: string): string[] {
  const masked = prefix.length > 1 && prefix.endsWith("-") ? `${prefix.slice(0, -2)}a` : prefix;
  return problems(label, masked);
}

/** Names of RBAC objects only have to fit into a path. */
export function pathSegmentProblems(name: string): string[] {
  if (name === "." || name === "..") return [`may not be '${name}'`];
  return ["/", "%"].filter((part) => name.includes(part)).map((part) => `may not contain '${part}'`);
}

export function labelValueProblems(value: string): string[] {
  return problems(labelValueForm, value);
}

/** The key of a label or annotation: `name` or `prefix/name`. */
export function qualifiedNameProblems(key: string): string[] {
  const parts = key.split("/");
  if (parts.length > 2) {
    return [
      `a qualified name ${namePart.wants} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const prefixProblems = prefix === "" ? ["must be non-empty"] : prefix ? subdomainProblems(prefix) : [];
  return [
    ...prefixProblems.map((problem) => `prefix part ${problem}`),
    ...(name === "" ? ["name part must be non-empty"] : []),
    ...problems(namePart, name).map((problem) => `name part ${problem}`),
  ];
}

/** The name of a port of a service. */
export function portNameProblems(name: string): string[] {
  return [
    ...(name.length > 15 ? ["must be no more than 15 characters"] : []),
    ...(/^[-a-z0-9]+$/.test(name)
      ? []
      : ["must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"]),
    ...(/[a-z]/.test(name) ? [] : ["must contain at least one letter (a-z)"]),
    ...(name.includes("--") ? ["must not contain consecutive hyphens"] : []),
    ...(name.startsWith("-") || name.endsWith("-") ? ["must not begin or end with a hyphen"] : []),
  ];
}

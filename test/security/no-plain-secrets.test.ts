import { App, Testing, type TerraformStack } from "cdktf";
import { blueprints, examples } from "../lab/support";
import { plainSecretsIn } from "./plain-secrets";

const stacks = { ...examples, ...blueprints };
const json = (make: (app: App) => TerraformStack): unknown => JSON.parse(Testing.synth(make(new App())));

describe.each(Object.entries(stacks))("%s", (_name, make) => {
  test("has no secret in its JSON, and hides those that it prints", () => {
    expect(plainSecretsIn(json(make))).toEqual([]);
  });
});

test("every example keeps the certificates of control planes out of the state", () => {
  const open = Object.entries(stacks).flatMap(([name, make]) => {
    const { resource = {} } = json(make) as { resource?: Record<string, Record<string, object>> };
    return ["alicloud_cs_managed_kubernetes", "alicloud_cs_kubernetes"]
      .flatMap((type) => Object.values(resource[type] ?? {}))
      .filter(
        (body) => !("skip_set_certificate_authority" in body) || body.skip_set_certificate_authority !== true,
      )
      .map(() => name);
  });
  expect(open).toEqual([]);
});

test.each([
  ["an AccessKey", { a: { user: "LTAI5tAbCdEfGhIjKlMnOpQr" } }, "a.user: an AccessKey"],
  ["a private key", { a: [{ pem: "-----BEGIN RSA PRIVATE KEY-----\nMIIE" }] }, "a.0.pem: a private key"],
  [
    "a private key in user data",
    { user_data: Buffer.from("-----BEGIN PRIVATE KEY-----").toString("base64") },
    "user_data: a private key",
  ],
  ["a password", { password: "Hunter-22" }, "password: a secret that is no reference"],
  [
    "the secret of a provider",
    { provider: [{ secret_key: "x" }] },
    "provider.0.secret_key: a secret that is no reference",
  ],
  [
    "a variable that is not sensitive",
    { resource: { password: "${var.word}" }, variable: { word: { type: "string" } } },
    "variable.word: not sensitive",
  ],
  [
    "a variable with a default",
    { variable: { word: { sensitive: true, default: "Hunter-22" } } },
    "variable.word: a default",
  ],
  [
    "an output that is not sensitive",
    {
      output: {
        key: { value: "${data.alicloud_cs_cluster_credential.c.certificate_authority[0].client_key}" },
      },
    },
    "output.key: not sensitive",
  ],
])("the scan finds %s", (_name, given, found) => {
  expect(plainSecretsIn(given)).toEqual([found]);
});

test("the scan lets references, ciphertext and sensitive outputs be", () => {
  expect(
    plainSecretsIn({
      resource: { password: "${var.word}", kms_encrypted_password: "ciphertext", token: "" },
      variable: { word: { type: "string", sensitive: true } },
      output: { key: { value: "${data.alicloud_cs_cluster_credential.c.kube_config}", sensitive: true } },
    }),
  ).toEqual([]);
});

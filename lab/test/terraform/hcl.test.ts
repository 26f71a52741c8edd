import { stateTies } from "../../lib/terraform/hcl";

describe("A file of HCL", () => {
  test.each([
    ['terraform {\n  backend "oss" {\n    bucket = "b"\n  }\n}', "a backend"],
    ['terraform {\n  required_version = ">= 1"\n  backend "s3" {}\n}', "a backend"],
    ['terraform { cloud { organization = "o" } }', "a cloud block"],
    ['data "terraform_remote_state" "net" {\n  backend = "oss"\n}', "a terraform_remote_state"],
    ['resource "a" "b" {\n}\n\ndata "terraform_remote_state" "net" {\n}', "a terraform_remote_state"],
  ])("is tied to a state by %j", (text, ties) => {
    expect(stateTies(text)).toBe(ties);
  });

  test.each([
    'terraform {\n  required_providers {\n    alicloud = { source = "aliyun/alicloud" }\n  }\n}',
    '# terraform { backend "oss" {} }',
    '/*\ndata "terraform_remote_state" "net" {\n}\n*/',
    '// data "terraform_remote_state" "net" {}',
    'locals {\n  text = "terraform { backend "\n}',
    'locals {\n  text = <<EOT\nterraform {\n  backend "oss" {}\n}\nEOT\n}',
    'resource "alicloud_thing" "a" {\n  cloud {\n    x = 1\n  }\n  backend "b" {\n  }\n}',
    'locals {\n  name = "${var.a ? "{" : "x"}"\n}\nresource "x" "y" {\n  backend "z" {}\n}',
    'variable "backend" {}',
  ])("is free of ties: %j", (text) => {
    expect(stateTies(text)).toBeUndefined();
  });

  test("is read to its end, whatever it begins with", () => {
    const quirks = 'locals {\n  a = "${upper("}")} \\" {"\n  b = <<-E\n    }}\n    E\n}\n';
    expect(stateTies(`${quirks}terraform {\n  backend "oss" {}\n}`)).toBe("a backend");
  });
});

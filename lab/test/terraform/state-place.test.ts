import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { stateName } from "../../lib/terraform/state-place";
import { newFolder, removeFolders } from "./folder";

afterAll(removeFolders);

describe("The name of a state", () => {
  test.each([
    [
      "oss",
      { bucket: "b", key: "shop.tfstate" },
      { key: "shop.tfstate", bucket: "b", access_key: "x", region: "r" },
    ],
    ["oss", { bucket: "b", prefix: "env:", key: "terraform.tfstate" }, { bucket: "b" }],
    [
      "local",
      { path: "terraform.shop.tfstate" },
      { path: "/project/terraform.shop.tfstate", workspace_dir: null },
    ],
    ["local", { path: "${path.module}/x.tfstate" }, { path: "x.tfstate" }],
    [
      "remote",
      { organization: "o", workspaces: { name: "w" } },
      { organization: "o", workspaces: [{ name: "w" }] },
    ],
    ["s3", { bucket: "b", key: "k" }, { bucket: "b", key: "k", dynamodb_table: "locks" }],
  ])("is the same for the same place in %s", (backend, one, other) => {
    expect(stateName(backend, one, "/project")).toBe(stateName(backend, other, "/project"));
  });

  test("is the same for a cloud block and the remote backend that reads it", () => {
    const place = { organization: "o", workspaces: { name: "w" } };
    expect(stateName("cloud", place, "/p")).toBe(stateName("remote", place, "/p"));
  });

  test.each([
    ["oss", { bucket: "b", key: "k" }, { bucket: "c", key: "k" }],
    ["oss", { bucket: "b", key: "k" }, { bucket: "b", key: "k", prefix: "p" }],
    [
      "remote",
      { organization: "o", workspaces: { name: "w" } },
      { organization: "o", workspaces: { name: "v" } },
    ],
    ["local", {}, { path: "other.tfstate" }],
  ])("differs for different places in %s", (backend, one, other) => {
    expect(stateName(backend, one, "/project")).not.toBe(stateName(backend, other, "/project"));
  });

  test("differs for stacks without a backend in different folders", () => {
    expect(stateName("local", {}, "/project/a")).not.toBe(stateName("local", {}, "/project/b"));
  });

  test("is readable", () => {
    expect(stateName("oss", { bucket: "states", key: "shop/prod.tfstate" }, "/p")).toMatch(
      /^states-env-shop-prod\.tfstate-[0-9a-f]{8}$/,
    );
    expect(stateName("local", { path: "/work/shop/terraform.prod.tfstate" }, "/p")).toMatch(
      /^shop-terraform\.prod-/,
    );
  });

  test("does not care by which link a path leads to the state", () => {
    const folder = newFolder();
    const link = join(newFolder(), "link");
    symlinkSync(folder, link);
    expect(stateName("local", { path: join(link, "a.tfstate") }, "/p")).toBe(
      stateName("local", { path: join(folder, "a.tfstate") }, "/p"),
    );
  });

  test("cannot be told of a place that is an expression", () => {
    expect(() => stateName("oss", { bucket: "${var.bucket}" }, "/p")).toThrow("is an expression");
  });
});

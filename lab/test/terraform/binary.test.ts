import { join } from "node:path";
import { findBinary } from "../../lib/terraform";
import { file, newFolder, removeFolders } from "./folder";

afterAll(removeFolders);

/** A folder with a program that tells this version. */
function programs(versions: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, says] of Object.entries(versions))
    file(folder, name, `#!/bin/sh\necho "${says}"\n`, 0o755);
  return folder;
}

describe("Terraform", () => {
  test("is found on the PATH, and before OpenTofu", async () => {
    const folder = programs({ terraform: "Terraform v1.11.4\non linux_amd64", tofu: "OpenTofu v1.10.6" });
    expect(await findBinary(undefined, { PATH: folder })).toEqual({
      path: join(folder, "terraform"),
      product: "terraform",
      version: "1.11.4",
    });
  });

  test("may be OpenTofu", async () => {
    const PATH = programs({ tofu: "OpenTofu v1.6.0" });
    expect(await findBinary(undefined, { PATH })).toMatchObject({ product: "opentofu", version: "1.6.0" });
  });

  test("is the one that is given, before that of the environment, before that of the PATH", async () => {
    const PATH = programs({
      terraform: "Terraform v1.9.0",
      one: "Terraform v1.9.1",
      two: "Terraform v1.9.2",
    });
    const env = { PATH, TERRAFORM_BINARY_NAME: "one" };
    expect((await findBinary(undefined, env)).version).toBe("1.9.1");
    expect((await findBinary("two", env)).version).toBe("1.9.2");
    expect((await findBinary(join(PATH, "two"), env)).version).toBe("1.9.2");
  });

  test("inside of a lab is the one that the lab runs, not the lab again", async () => {
    const PATH = programs({ terraform: "Terraform v1.9.0", real: "Terraform v1.9.3" });
    const env = { PATH, TERRAFORM_BINARY_NAME: "terraform", CDKTF_ACK_LAB_TERRAFORM: join(PATH, "real") };
    expect((await findBinary(undefined, env)).version).toBe("1.9.3");
  });

  test.each([
    ["Terraform v1.5.6", "is Terraform 1.5.6; the lab needs 1.5.7 or later"],
    ["Terraform v0.15.5", "is Terraform 0.15.5; the lab needs 1.5.7 or later"],
    ["OpenTofu v1.5.9", "is OpenTofu 1.5.9; the lab needs 1.6.0 or later"],
    ["something else", "is neither Terraform nor OpenTofu"],
  ])("is refused as %s", async (says, why) => {
    const PATH = programs({ terraform: says });
    await expect(findBinary(undefined, { PATH })).rejects.toThrow(`${join(PATH, "terraform")} ${why}`);
  });

  test("is missed with words on what to do", async () => {
    const PATH = newFolder();
    await expect(findBinary(undefined, { PATH })).rejects.toThrow(
      "neither terraform nor tofu is on the PATH",
    );
    await expect(findBinary("tf", { PATH })).rejects.toThrow(
      'there is no executable "tf"; the lab needs Terraform',
    );
  });
});

import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Mirror, RehearsalFolder } from "../../lib/terraform";
import { file, newFolder, removeFolders } from "./folder";

afterAll(removeFolders);

describe("The mirror of a stack", () => {
  let project: string;
  let stack: string;
  let rehearsal: RehearsalFolder;
  let mirror: Mirror;

  beforeEach(() => {
    project = newFolder();
    file(project, "cdktf.json", {});
    stack = join(project, "cdktf.out/stacks/shop");
    file(stack, "cdk.tf.json", { terraform: { backend: { oss: { bucket: "b" } } } });
    rehearsal = new RehearsalFolder(newFolder());
    mirror = new Mirror(stack, rehearsal);
  });

  function mirrored(name: string): string {
    return readFileSync(join(mirror.folder, name), "utf8");
  }

  test("has a backend of the lab, and the stack keeps its own", () => {
    mirror.refresh();
    expect(mirrored("cdk.tf.json")).toContain(join(rehearsal.root, "states"));
    expect(mirrored("cdk.tf.json")).not.toContain("oss");
    expect(readFileSync(join(stack, "cdk.tf.json"), "utf8")).toContain("oss");
  });

  test("leads to the other files of the stack", () => {
    file(stack, "assets/policy.json", "{}");
    file(stack, "terraform.tfvars", 'a = "b"');
    mirror.refresh();
    expect(mirrored("assets/policy.json")).toBe("{}");
    expect(mirrored("terraform.tfvars")).toBe('a = "b"');
  });

  test("leads along relative paths to where they lead from the stack, as far as the project goes", () => {
    file(project, "modules/vpc/main.tf", "# vpc");
    mirror.refresh();
    expect(mirrored("../../../modules/vpc/main.tf")).toBe("# vpc");
  });

  test("does not have what Terraform and real states left in the project", () => {
    file(stack, ".terraform/environment", "prod");
    file(stack, "terraform.tfstate", "real");
    file(stack, "terraform.tfstate.d/prod/terraform.tfstate", "real");
    file(stack, "terraform.shop.tfstate.backup", "real");
    file(project, "terraform.shop.tfstate", "real");
    mirror.refresh();
    expect(readdirSync(mirror.folder)).toEqual(["cdk.tf.json"]);
    expect(existsSync(join(mirror.folder, "../../../terraform.shop.tfstate"))).toBe(false);
  });

  test("has copies of locked versions and of installed modules, which Terraform may write to", () => {
    file(stack, ".terraform.lock.hcl", "locked");
    file(stack, ".terraform/modules/modules.json", "{}");
    mirror.refresh();
    expect(mirrored(".terraform.lock.hcl")).toBe("locked");
    expect(lstatSync(join(mirror.folder, ".terraform.lock.hcl")).isSymbolicLink()).toBe(false);
    expect(realpathSync(join(mirror.folder, ".terraform/modules/modules.json"))).toContain(rehearsal.root);
  });

  test("gives a stack without a backend a state, and different stacks different ones", () => {
    const place = (folder: string): string => {
      file(folder, "main.tf", "# nothing");
      const other = new Mirror(folder, rehearsal);
      other.refresh();
      return readFileSync(join(other.folder, "cdktf-ack-lab-backend.tf.json"), "utf8");
    };
    expect(place(join(project, "a"))).toContain(join(rehearsal.root, "states"));
    expect(place(join(project, "a"))).not.toBe(place(join(project, "b")));
  });

  test("follows the stack", () => {
    file(stack, "more.tf.json", {});
    file(stack, "main.tf", "");
    mirror.refresh();
    rmSync(join(stack, "more.tf.json"));
    rmSync(join(stack, "main.tf"));
    file(stack, "cdk.tf.json", { output: { a: { value: 1 } } });
    mirror.refresh();
    expect(readdirSync(mirror.folder).sort()).toEqual(["cdk.tf.json", "cdktf-ack-lab-backend.tf.json"]);
    expect(mirrored("cdk.tf.json")).toContain("output");
  });

  test("keeps what Terraform has written into it", () => {
    mirror.refresh();
    file(mirror.folder, "plan", "rehearsed");
    file(stack, "plan", "real");
    mirror.refresh();
    expect(mirrored("plan")).toBe("rehearsed");
  });

  test("stands beside the mirrors of stacks around it", () => {
    const around = new Mirror(join(project, "cdktf.out"), rehearsal);
    around.refresh();
    mirror.refresh();
    around.refresh();
    expect(mirrored("cdk.tf.json")).toContain(rehearsal.root);
    expect(lstatSync(mirror.folder).isSymbolicLink()).toBe(false);
  });

  test("has to be initialized at first, and again when backend, providers or modules change", () => {
    expect(mirror.refresh().needsInit).toBe(true);
    mirror.noteInit();
    expect(mirror.refresh().needsInit).toBe(false);
    file(stack, "cdk.tf.json", { terraform: { backend: { oss: { bucket: "b" } } }, resource: { a: {} } });
    expect(mirror.refresh().needsInit).toBe(false);
    file(stack, "cdk.tf.json", {
      terraform: { backend: { oss: { bucket: "b" } } },
      module: { a: { source: "./a" } },
    });
    expect(mirror.refresh().needsInit).toBe(true);
  });

  test("is refused for HCL that names a state, with the file", () => {
    const path = file(stack, "backend.tf", 'terraform {\n  backend "oss" {}\n}\n');
    expect(() => mirror.refresh()).toThrow(`${path} has a backend`);
  });

  test.each([
    ["{", "is not JSON"],
    ["[]", "is not a configuration"],
  ])("is refused for %s in place of a configuration", (text, why) => {
    const path = file(stack, "cdk.tf.json", text);
    expect(() => mirror.refresh()).toThrow(`${path} ${why}`);
  });

  test("does not mind a folder that is itself in the mirror", () => {
    mkdirSync(join(stack, "empty"));
    mirror.refresh();
    mirror.refresh();
    expect(readdirSync(join(mirror.folder, "empty"))).toEqual([]);
  });
});

describe("The folder of a lab", () => {
  test("serves one lab at a time", () => {
    const root = newFolder();
    const first = new RehearsalFolder(root);
    first.open();
    expect(() => new RehearsalFolder(root).open()).toThrow(
      `another lab (process ${process.pid}) works in ${root}`,
    );
    first.release();
    const next = new RehearsalFolder(root);
    expect(() => next.open()).not.toThrow();
    next.release();
  });

  test("is free again when the lab that had it has died", () => {
    const root = newFolder();
    file(root, "lab.lock", "999999999");
    const next = new RehearsalFolder(root);
    expect(() => next.open()).not.toThrow();
    next.release();
    expect(existsSync(join(root, "lab.lock"))).toBe(false);
  });

  test("is not freed by a lab that did not get it", () => {
    const root = newFolder();
    const first = new RehearsalFolder(root);
    first.open();
    const second = new RehearsalFolder(root);
    expect(() => second.open()).toThrow();
    second.release();
    expect(existsSync(join(root, "lab.lock"))).toBe(true);
    first.release();
  });
});

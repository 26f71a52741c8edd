import { devNull } from "node:os";
import { terraformEnvironment } from "../../lib/terraform";
import { file, newFolder, removeFolders } from "./folder";

afterAll(removeFolders);

describe("The environment of Terraform", () => {
  test("leads to the lab and nowhere else", () => {
    const env = terraformEnvironment("attachment", {
      TF_REATTACH_PROVIDERS: "other",
      TF_DATA_DIR: "/real/.terraform",
      TF_CLI_ARGS_init: "-backend-config=real.hcl",
      TF_CLI_ARGS: "-state=real.tfstate",
    });
    expect(env).toEqual({
      TF_REATTACH_PROVIDERS: "attachment",
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
    });
  });

  test("keeps variables, workspace and all that is not Terraform's", () => {
    const base = { TF_VAR_name: "shop", TF_WORKSPACE: "blue", PATH: "/bin" };
    expect(terraformEnvironment("attachment", base)).toMatchObject(base);
  });

  test("has no configuration file that does not exist, of which Terraform would warn at each call", () => {
    const present = file(newFolder(), "terraform.rc", "");
    const named = (TF_CLI_CONFIG_FILE: string): unknown =>
      terraformEnvironment("attachment", { TF_CLI_CONFIG_FILE })["TF_CLI_CONFIG_FILE"];
    expect(named("/no/such/file")).toBe(devNull);
    expect(named(present)).toBe(present);
  });
});

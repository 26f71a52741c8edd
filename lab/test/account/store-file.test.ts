import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccount } from "../../lib/account";
import { CloudUser } from "./support/cloud-user";

describe("an account in a file", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "account-"));
    file = join(folder, "account.json");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is found by the next process", async () => {
    const first = new CloudUser({ file });
    const vpc = await first.create("alicloud_vpc", { vpc_name: "v" });
    const cluster = await first.create("alicloud_cs_managed_kubernetes", {
      name: "c",
      vswitch_ids: ["vsw-a"],
    });
    const second = new CloudUser({ file });
    expect(second.account.objects()).toEqual(first.account.objects());
    expect(await second.read("alicloud_vpc", vpc)).toEqual(vpc);
    await second.delete("alicloud_cs_managed_kubernetes", cluster);
    expect(await new CloudUser({ file }).read("alicloud_cs_managed_kubernetes", cluster)).toBeNull();
  });

  it("remembers what is gone, and gives its id to nothing else", async () => {
    const first = new CloudUser({ file });
    const vpc = await first.create("alicloud_vpc");
    await first.delete("alicloud_vpc", vpc);
    const second = new CloudUser({ file });
    await expect(
      second.create("alicloud_vswitch", { vpc_id: vpc["id"] ?? "", zone_id: "z" }),
    ).rejects.toThrow("NotFound");
    expect((await second.create("alicloud_vpc"))["id"]).not.toBe(vpc["id"]);
  });

  it("keeps what many calls at once have made, and no drafts", async () => {
    const user = new CloudUser({ file });
    await Promise.all(
      Array.from({ length: 30 }, (_one, index) =>
        user.create("alicloud_security_group", { description: String(index) }),
      ),
    );
    expect(new CloudUser({ file }).account.objects()).toHaveLength(30);
    expect(readdirSync(folder)).toEqual(["account.json"]);
  });

  it("keeps integers that JSON has no place for", async () => {
    const user = new CloudUser({ file });
    const big = 2n ** 60n;
    const state = await user.create("alicloud_nas_file_system", { capacity: big });
    expect(await new CloudUser({ file }).read("alicloud_nas_file_system", state)).toMatchObject({
      capacity: big,
    });
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", "does not hold an account"],
    ['{"version":99}', "has version 99, this lab reads version 1"],
    ['{"version":1,"objects":{}}', "does not hold an account"],
    ['{"version":1,"objects":[{"id":1}],"gone":[],"counts":{}}', "has an object without type, id or values"],
  ])("says what is wrong with %s", (content, why) => {
    writeFileSync(file, content);
    expect(() => createAccount({ file })).toThrow(`the account file ${file} ${why}`);
  });
});

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProviderServers, type ServersOptions } from "../../lib/server";
import { UNKNOWN, type ValueObject } from "../../lib/values";
import { TestClient, unwire, wire, type WireDiagnostic } from "./client";
import { OneThing, provider, thing } from "./one-provider";

const { type } = thing.block;
const whole: ValueObject = { id: "t-1", zone: "h", labels: null, names: null, disk: [] };

describe("A served provider", () => {
  let folder: string;
  let account: OneThing;
  let servers: ProviderServers;
  let client: TestClient;

  async function serve(options: Partial<ServersOptions> = {}): Promise<void> {
    servers = new ProviderServers([provider], account, { transport: "unix", folder, ...options });
    await servers.start();
    client = new TestClient(servers.attachment, provider.source);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lab-server-"));
    account = new OneThing();
  });

  afterEach(() => {
    client.close();
    servers.stop();
    rmSync(folder, { recursive: true });
  });

  function diagnosticsOf(reply: Record<string, unknown>): WireDiagnostic[] {
    return reply["diagnostics"] as WireDiagnostic[];
  }

  test.each(["unix", "tcp"] as const)("answers over %s", async (transport) => {
    await serve({ transport });
    const reply = await client.call("GetSchema");
    expect(Object.keys(reply["resource_schemas"] as object)).toEqual(["thing", "fixed"]);
  });

  test("is found by Terraform and by OpenTofu under their own hosts", async () => {
    await serve();
    const attachment = JSON.parse(servers.attachment) as Record<string, object>;
    expect(Object.keys(attachment)).toEqual([
      "registry.terraform.io/test/one",
      "registry.opentofu.org/test/one",
    ]);
    expect(attachment[provider.source]).toMatchObject({ Protocol: "grpc", ProtocolVersion: 5, Test: true });
  });

  test("tells its schema with types, nesting and version", async () => {
    await serve();
    const { resource_schemas: schemas } = await client.call("GetSchema");
    const { version, block } = (schemas as Record<string, { version: number; block: object }>)["thing"] ?? {};
    expect(version).toBe(3);
    expect(block).toMatchObject({
      attributes: [
        { name: "id", computed: true, optional: false },
        { name: "zone", type: Buffer.from('"string"') },
        { name: "labels", type: Buffer.from('["map","string"]') },
        { name: "names", type: Buffer.from('["set","string"]') },
      ],
      block_types: [{ type_name: "disk", nesting: "LIST", min_items: 0, max_items: 0 }],
    });
  });

  test("hands the arguments of the provider block to the account", async () => {
    await serve();
    const config = wire(provider.config.type, { region: "cn-hangzhou" });
    expect(await client.call("PrepareProviderConfig", { config })).toMatchObject({ prepared_config: config });
    await client.call("Configure", { config });
    expect(account.region).toBe("cn-hangzhou");
  });

  test("plans a new object with what is known later", async () => {
    await serve();
    const proposed = { ...whole, id: null };
    const reply = await client.call("PlanResourceChange", {
      type_name: "thing",
      prior_state: wire(type, null),
      proposed_new_state: wire(type, proposed),
      config: wire(type, proposed),
      prior_private: Buffer.from("private"),
    });
    expect(unwire(type, reply["planned_state"])).toMatchObject({ id: UNKNOWN, zone: "h" });
    expect(reply["planned_private"]).toEqual(Buffer.from("private"));
  });

  test("names the arguments that need a new object", async () => {
    await serve();
    const proposed = { ...whole, zone: "i", labels: { team: "shop" } };
    const reply = await client.call("PlanResourceChange", {
      type_name: "thing",
      prior_state: wire(type, { ...whole, labels: { team: "bank" } }),
      proposed_new_state: wire(type, proposed),
      config: wire(type, proposed),
    });
    const paths = (reply["requires_replace"] as { steps: object[] }[]).map(({ steps }) => steps);
    expect(paths).toContainEqual([{ attribute_name: "zone" }]);
    expect(paths).toContainEqual([{ attribute_name: "labels" }]);
  });

  test("sends what does not change back byte for byte", async () => {
    await serve();
    const prior = wire(type, { ...whole, names: ["b", "a"] });
    const proposed = wire(type, { ...whole, names: ["a", "b"] });
    const reply = await client.call("PlanResourceChange", {
      type_name: "thing",
      prior_state: prior,
      proposed_new_state: proposed,
      config: proposed,
    });
    expect(reply["planned_state"]).toMatchObject(prior);
  });

  test("plans an end as nothing", async () => {
    await serve();
    const gone = wire(type, null);
    const reply = await client.call("PlanResourceChange", {
      type_name: "thing",
      prior_state: wire(type, whole),
      proposed_new_state: gone,
      config: gone,
    });
    expect(reply["planned_state"]).toMatchObject(gone);
  });

  test.each([
    [false, true],
    [true, false],
  ])("with strict %s it asks for leniency %s", async (strict, lenient) => {
    await serve({ strict });
    const request = { type_name: "thing", prior_state: wire(type, null), config: wire(type, whole) };
    const planned = await client.call("PlanResourceChange", {
      ...request,
      proposed_new_state: wire(type, whole),
    });
    const applied = await client.call("ApplyResourceChange", {
      ...request,
      planned_state: wire(type, whole),
    });
    expect([planned["legacy_type_system"], applied["legacy_type_system"]]).toEqual([lenient, lenient]);
  });

  test("makes, changes, reads and deletes in the account", async () => {
    await serve();
    const apply = (
      prior: ValueObject | null,
      planned: ValueObject | null,
    ): Promise<Record<string, unknown>> =>
      client.call("ApplyResourceChange", {
        type_name: "thing",
        prior_state: wire(type, prior),
        planned_state: wire(type, planned),
        config: wire(type, planned),
        planned_private: Buffer.from("private"),
      });
    const made = await apply(null, { ...whole, id: UNKNOWN });
    expect(unwire(type, made["new_state"])).toEqual(whole);
    expect(made["private"]).toEqual(Buffer.from("private"));
    await apply(whole, { ...whole, zone: "i" });
    expect(account.stored).toMatchObject({ id: "t-1", zone: "i" });
    const request = { type_name: "thing", current_state: wire(type, whole) };
    expect(unwire(type, (await client.call("ReadResource", request))["new_state"])).toMatchObject({
      zone: "i",
    });
    await apply(whole, null);
    expect(unwire(type, (await client.call("ReadResource", request))["new_state"])).toBeNull();
  });

  test("imports what exists, leaves what does not to the read that follows, and refuses what cannot be", async () => {
    await serve();
    account.stored = whole;
    const imported = async (name: string, id: string): Promise<Record<string, unknown>> =>
      client.call("ImportResourceState", { type_name: name, id });
    const states = async (id: string): Promise<unknown> => {
      const { imported_resources: all } = await imported("thing", id);
      return unwire(type, (all as { state: unknown }[])[0]?.state);
    };
    expect(await states("t-1")).toEqual(whole);
    expect(await states("t-2")).toMatchObject({ id: "t-2", zone: null });
    expect(diagnosticsOf(await imported("fixed", "t-1"))).toMatchObject([
      { severity: "ERROR", summary: "resource fixed doesn't support import" },
    ]);
  });

  test("answers data sources", async () => {
    await serve();
    const config = wire(type, { ...whole, id: null });
    const reply = await client.call("ReadDataSource", { type_name: "thing", config });
    expect(unwire(type, reply["state"])).toEqual({ ...whole, id: "found" });
  });

  test("reads states of before, and says which it cannot read", async () => {
    await serve();
    const upgrade = (json: string): Promise<Record<string, unknown>> =>
      client.call("UpgradeResourceState", { type_name: "thing", raw_state: { json: Buffer.from(json) } });
    const upgraded = await upgrade('{"id":"t-1","zone":"h","forgotten":1,"disk":[]}');
    expect(unwire(type, upgraded["upgraded_state"])).toEqual(whole);
    const [problem] = diagnosticsOf(await upgrade('{"disk":7}'));
    expect(problem).toMatchObject({
      summary: "The state of thing cannot be read",
      detail: "state.disk is no list",
    });
  });

  test("calls what breaks in it a defect of the lab, and loses no state over it", async () => {
    await serve();
    account.update = async () => Promise.reject(new Error("out of order"));
    const prior = wire(type, whole);
    const reply = await client.call("ApplyResourceChange", {
      type_name: "thing",
      prior_state: prior,
      planned_state: wire(type, { ...whole, zone: "i" }),
      config: prior,
    });
    const [problem] = diagnosticsOf(reply);
    expect(problem?.summary).toBe("Defect of cdktf-ack-lab in ApplyResourceChange of thing");
    expect(problem?.detail).toContain("out of order");
    expect(reply["new_state"]).toMatchObject(prior);
  });

  test("says so when it does not know a type", async () => {
    await serve();
    const reply = await client.call("ValidateResourceTypeConfig", {
      type_name: "other",
      config: wire(type, null),
    });
    expect(diagnosticsOf(reply)[0]?.detail).toContain("the schema has no other");
  });

  test("tells the account when Terraform wants to stop", async () => {
    await serve();
    await client.call("Stop");
    expect(account.stopped).toBe(true);
  });

  test("leaves no socket behind, and listens at the same address again after a crash", async () => {
    await serve();
    const before = servers.attachment;
    servers.stop();
    expect(readdirSync(folder)).toEqual([]);
    expect(servers.areListening).toBe(false);
    await servers.start();
    expect(servers.attachment).toBe(before);
    await expect(client.call("GetSchema")).resolves.toBeDefined();
  });

  test("says which port is taken", async () => {
    await serve();
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    const late = new ProviderServers([provider], account, { transport: "tcp", folder, port });
    await expect(late.start()).rejects.toThrow(
      `cannot listen on port ${port} of 127.0.0.1: listen EADDRINUSE`,
    );
    other.close();
  });

  test("refuses a folder whose sockets the kernel could not name", async () => {
    await serve();
    const deep = join(folder, "x".repeat(100));
    expect(() => new ProviderServers([provider], account, { transport: "unix", folder: deep })).toThrow(
      "use tcp",
    );
    expect(existsSync(deep)).toBe(false);
  });
});

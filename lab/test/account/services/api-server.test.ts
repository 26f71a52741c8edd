import { UNKNOWN, type Value, type ValueObject } from "../../../lib/values";
import { CloudUser, refusalOf } from "../support/cloud-user";

const CLUSTER = "alicloud_cs_managed_kubernetes";
const NAMESPACE = "kubernetes_namespace_v1";
const named = { metadata: [{ name: "shop" }] };

interface World {
  readonly user: CloudUser;
  readonly cluster: ValueObject;
  readonly internet: string;
  readonly intranet: string;
}

async function clusterWith(given: ValueObject = {}): Promise<World> {
  const user = new CloudUser();
  const cluster = await user.create(CLUSTER, { name: "shop", vswitch_ids: ["vsw-a", "vsw-b"], ...given });
  const { api_server_internet: internet, api_server_intranet: intranet } = cluster[
    "connections"
  ] as ValueObject;
  return { user, cluster, internet: String(internet), intranet: String(intranet) };
}

/** What a provider of Kubernetes is configured with: the certificates of a credential, decoded. */
async function doorFor({ user, cluster }: World, host: Value): Promise<ValueObject> {
  const { certificate_authority: given } = await user.query("alicloud_cs_cluster_credential", {
    cluster_id: cluster["id"] ?? "",
    temporary_duration_minutes: 60,
  });
  const decoded = (name: string) => Buffer.from(String((given as ValueObject)[name]), "base64").toString();
  return {
    host,
    cluster_ca_certificate: decoded("cluster_cert"),
    client_certificate: decoded("client_cert"),
    client_key: decoded("client_key"),
  };
}

async function answerTo(user: CloudUser, provider: ValueObject): Promise<string> {
  user.account.configure?.("registry.terraform.io/hashicorp/kubernetes", provider);
  return refusalOf(await user.tryCreate(NAMESPACE, named));
}

describe("a caller of Kubernetes", () => {
  it("is let in with the certificates of a credential, at the private address and at the public one", async () => {
    for (const isPublic of [false, true]) {
      const world = await clusterWith({ slb_internet_enabled: isPublic });
      const door = await doorFor(world, isPublic ? world.internet : world.intranet);
      expect(await answerTo(world.user, door)).toBe("");
    }
  });

  it("calls localhost without an address, or with one that Terraform does not know yet", async () => {
    const world = await clusterWith({ slb_internet_enabled: false });
    expect(world.internet).toBe("");
    for (const host of ["", UNKNOWN]) {
      expect(await answerTo(world.user, await doorFor(world, host))).toContain(
        'Get "http://localhost/api/v1/namespaces": dial tcp [::1]:80: connect: connection refused',
      );
    }
  });

  it("waits in vain at the public address of a private cluster, and where a cluster was", async () => {
    const world = await clusterWith({ slb_internet_enabled: false });
    const { user, cluster, intranet } = world;
    const { kube_config: kubeconfig } = await user.query("alicloud_cs_cluster_credential", {
      cluster_id: cluster["id"] ?? "",
    });
    const [, server = ""] = /server: (\S+)/.exec(String(kubeconfig)) ?? [];
    expect(await answerTo(user, await doorFor(world, server))).toContain("i/o timeout");
    const door = await doorFor(world, intranet);
    await user.delete(CLUSTER, cluster);
    expect(await answerTo(user, door)).toContain("i/o timeout");
  });

  it("is turned away with the certificate of another cluster, with none, and with one in Base64", async () => {
    const world = await clusterWith();
    const other = await clusterWith({ name: "other" });
    const door = await doorFor(world, world.intranet);
    const stranger = await doorFor(other, world.intranet);
    const { client_certificate: certificate, cluster_ca_certificate: authority } = stranger;
    expect(await answerTo(world.user, { ...door, client_certificate: certificate ?? "" })).toContain(
      "Unauthorized",
    );
    expect(await answerTo(world.user, { ...door, client_certificate: null })).toContain("Unauthorized");
    expect(await answerTo(world.user, { ...door, cluster_ca_certificate: authority ?? "" })).toContain(
      "certificate signed by unknown authority",
    );
    const encoded = Buffer.from(String(door["client_certificate"])).toString("base64");
    expect(await answerTo(world.user, { ...door, client_certificate: encoded })).toContain("Unauthorized");
  });

  it("is taken at its word with a token or a program, and where a file or the environment says where it goes", async () => {
    const world = await clusterWith();
    const { cluster_ca_certificate: authority } = await doorFor(world, world.intranet);
    const host = { host: world.intranet, cluster_ca_certificate: authority ?? "" };
    expect(await answerTo(world.user, { ...host, token: "t" })).toBe("");
    const others: ValueObject[] = [
      { ...host, exec: [{ command: "ack-ram-tool" }] },
      {},
      { config_path: "kubeconfig" },
      { host: "https://192.0.2.1:6443" },
    ];
    for (const provider of others) {
      const { user } = await clusterWith();
      expect(await answerTo(user, provider)).toBe("");
    }
  });
});

describe("the endpoints of an API server", () => {
  const balancers = [
    { endpoint_type: "private", load_balancer_id: "nlb-private" },
    { endpoint_type: "public", load_balancer_id: "nlb-public" },
  ];

  it("have a public address with a public load balancer of the user", async () => {
    const endpoints = { load_balancers_config: balancers };
    const { cluster, internet, intranet } = await clusterWith({
      slb_internet_enabled: false,
      control_plane_endpoints_config: [endpoints],
    });
    expect(internet).toMatch(/^https:\/\/[\d.]+:6443$/);
    expect(cluster["control_plane_endpoints_config"]).toMatchObject([
      {
        load_balancers_config: [
          { ...balancers[0], endpoint: intranet },
          { ...balancers[1], endpoint: internet },
        ],
      },
    ]);
  });

  it("have an internal name that is switched on in a cluster that exists, and not at creation", async () => {
    const endpoints = [{ internal_dns_config: [{ enabled: true, bind_vpcs: [] }] }];
    const { user, cluster } = await clusterWith({ control_plane_endpoints_config: endpoints });
    const read = await user.read(CLUSTER, cluster);
    expect(read?.["control_plane_endpoints_config"]).toMatchObject([
      { internal_dns_config: [{ enabled: false }] },
    ]);
    const changed = await user.update(CLUSTER, cluster, { control_plane_endpoints_config: endpoints });
    const after = await user.read(CLUSTER, changed);
    expect(after?.["control_plane_endpoints_config"]).toMatchObject(endpoints);
  });
});

it("a credential that is issued for a while is another one each time, and the permanent one stays", async () => {
  const { user, cluster } = await clusterWith();
  const ask = (minutes: number | null) =>
    user.query("alicloud_cs_cluster_credential", {
      cluster_id: cluster["id"] ?? "",
      temporary_duration_minutes: minutes,
    });
  expect(await ask(60)).not.toEqual(await ask(60));
  expect(await ask(null)).toEqual(await ask(null));
});

import { ackGuide, limitsOn, provider, type Fact } from "../limits";

/** What the limits of the masters of a dedicated cluster need to know. */
export interface MastersFacts {
  readonly count: number;
  readonly diskCategory: string;
  /** GiB. */
  readonly diskSize: Fact<number>;
  readonly loginIsRoot: boolean;
  readonly sshFromInternet: boolean;
  readonly publicApiServer: Fact<boolean>;
  readonly months: Fact<number> | undefined;
  readonly renewMonths: Fact<number> | undefined;
}

const masters = limitsOn<MastersFacts>("Clusters");

export const mastersLimits = [
  masters.oneOf("master-count-3-or-5", "count", [3, 5], {
    prop: "number of masters",
    statement: "A dedicated cluster has 3 or 5 masters.",
    source: ackGuide("4.3.1 Create a dedicated cluster", "4287"),
    authority: "service",
    rows: ["master-count-3-or-5"],
    fix: "name an instance type for each of 3 or 5 masters",
  }),
  masters.oneOf("master-disk-category", "diskCategory", ["cloud_essd", "cloud_ssd", "cloud_efficiency"], {
    prop: "masters systemDisk",
    statement: "The system disk of a master is an ESSD, an SSD or an ultra disk.",
    source: ackGuide("4.3.1 Create a dedicated cluster", "4293"),
    rows: ["master-disk-category"],
    fix: "take Disk.essd({ sizeGiB: 120 })",
  }),
  masters.range(
    "master-disk-size",
    "diskSize",
    { min: 40, max: 500, unit: "GiB" },
    {
      prop: "masters systemDisk sizeGiB",
      statement: "The system disk of a master has 40 to 500 GiB.",
      source: provider("alicloud_cs_kubernetes.master_disk_size"),
      authority: "provider",
      fix: "systemDisk: Disk.essd({ sizeGiB: 120 })",
    },
  ),
  masters.limit(
    "master-login-root",
    ["loginIsRoot"],
    {
      statement: "Masters have no other login than root.",
      source: provider("alicloud_cs_kubernetes (has no login_as_non_root)"),
      authority: "provider",
      fix: 'take Login.keyPair("...") without asNonRoot',
    },
    ({ loginIsRoot }) =>
      loginIsRoot ? [] : [{ got: "masters with a login asNonRoot", want: "a login as root" }],
  ),
  masters.limit(
    "master-ssh-needs-eip",
    ["sshFromInternet", "publicApiServer"],
    {
      statement: "Masters are reached by SSH from the internet over the public address of the API server.",
      source: ackGuide("4.3.1 Create a dedicated cluster", "4163-4172"),
      rows: ["master-ssh-needs-eip"],
      fix: "set publicApiServer: true, or log in from the VPC",
    },
    ({ sshFromInternet, publicApiServer }) =>
      sshFromInternet && !publicApiServer
        ? [{ got: "sshFromInternet without publicApiServer", want: "a public API server beside it" }]
        : [],
  ),
  masters.oneOf("master-subscription-months", "months", [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60], {
    prop: "masters subscription months",
    statement: "A subscription of masters is for 1 to 9, 12, 24, 36, 48 or 60 months.",
    source: provider("alicloud_cs_kubernetes.master_period"),
    authority: "provider",
    fix: "subscription: { months: 12 }",
  }),
  masters.oneOf("master-renewal-months", "renewMonths", [1, 2, 3, 6, 12], {
    prop: "masters subscription renewMonths",
    statement: "A subscription of masters is renewed for 1, 2, 3, 6 or 12 months.",
    source: provider("alicloud_cs_kubernetes.master_auto_renew_period"),
    authority: "provider",
    fix: "renewMonths: 12",
  }),
];

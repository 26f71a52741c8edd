/** What ACK offers unless an account says otherwise, newest first; as of August 2026. It changes a few times a year. */
export const KUBERNETES_VERSIONS = ["1.35.2-aliyun.1", "1.34.3-aliyun.1", "1.33.3-aliyun.1"] as const;

export const RUNTIMES = [
  { name: "containerd", version: "2.1.5" },
  { name: "containerd", version: "1.6.39" },
] as const;

/** Add-ons that ACK will not do without. */
export const REQUIRED_ADDONS: readonly string[] = [
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "cloud-controller-manager",
  "coredns",
  "kube-proxy",
];

/** Versions by add-on; the others get the first that most have. */
const addonVersions: Readonly<Record<string, string>> = {
  "terway-eniip": "v1.16.3",
  flannel: "v0.15.1.25-3b7c0d41-aliyun",
  "csi-plugin": "v1.34.1-b0f1e1b-aliyun",
  "csi-provisioner": "v1.34.1-b0f1e1b-aliyun",
  coredns: "v1.11.3.8-12d3a3e-aliyun",
  "nginx-ingress-controller": "v1.13.3-aliyun.1",
  "metrics-server": "v0.7.2.5",
  "ack-node-problem-detector": "1.2.25",
};

export function addonVersion(name: string): string {
  return addonVersions[name] ?? "v1.0.0";
}

/** Disk images by the type of image that pools name. */
const images: Readonly<Record<string, string>> = {
  AliyunLinux3: "aliyun_3_x64_20G_alibase_20260115.vhd",
  AliyunLinux3Arm64: "aliyun_3_arm64_20G_alibase_20260115.vhd",
  AliyunLinux3ContainerOptimized: "aliyun_3_x64_20G_container_optimized_alibase_20260115.vhd",
  AliyunLinux4: "aliyun_4_x64_20G_alibase_20260115.vhd",
  AliyunLinux4ContainerOptimized: "aliyun_4_x64_20G_container_optimized_alibase_20260115.vhd",
  ContainerOS: "lifsea_3_x64_10G_containerd_alibase_20260115.vhd",
  Ubuntu: "ubuntu_22_04_x64_20G_alibase_20260115.vhd",
  Windows: "win2022_21H2_x64_dtc_en-us_40G_container_alibase_20260115.vhd",
  WindowsCore: "wincore_2022_x64_dtc_en-us_40G_container_alibase_20260115.vhd",
};

export const DEFAULT_IMAGE_TYPE = "AliyunLinux3";

export function imageOf(type: string): string {
  return images[type] ?? images[DEFAULT_IMAGE_TYPE] ?? "";
}

/** Zones by region. Of the regions that are not here, the lab takes the first three letters for granted. */
const zones: Readonly<Record<string, string>> = {
  "cn-hangzhou": "bcdefghijk",
  "cn-shanghai": "abefglmn",
  "cn-beijing": "acdefghijkl",
  "cn-shenzhen": "acdef",
  "cn-hongkong": "bcd",
  "ap-southeast-1": "abc",
};

export function zonesOf(region: string): string[] {
  return [...(zones[region] ?? "abc")].map((letter) =>
    region.startsWith("cn-") ? `${region}-${letter}` : `${region}${letter}`,
  );
}

export const REGIONS = [
  "cn-hangzhou",
  "cn-shanghai",
  "cn-beijing",
  "cn-shenzhen",
  "cn-zhangjiakou",
  "cn-huhehaote",
  "cn-wulanchabu",
  "cn-guangzhou",
  "cn-chengdu",
  "cn-qingdao",
  "cn-hongkong",
  "ap-southeast-1",
  "ap-southeast-5",
  "ap-northeast-1",
  "eu-central-1",
  "us-west-1",
  "us-east-1",
] as const;

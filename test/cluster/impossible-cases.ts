import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossibleClusters: readonly Impossible[] = [
  {
    name: "a node pool in a cluster without nodes",
    body: `new ServerlessCluster(stack, "c", { name: "c", network: serverless }).addNodePool("p", poolOptions);`,
    message: /'addNodePool' does not exist on type 'ServerlessCluster'/,
  },
  {
    name: "a node pool given a cluster without nodes",
    body: `declare const cluster: AcsCluster; new NodePool(stack, "p", { ...poolOptions, cluster });`,
    message: /'AcsCluster' is not assignable to type 'INodeCluster'/,
  },
  {
    name: "a network with nodes for a cluster without",
    body: `new AcsCluster(stack, "c", { name: "c", network: terway });`,
    message:
      /'TerwayNetwork' is not assignable to type 'ServerlessNetwork'|is missing the following properties from type 'ServerlessNetwork'/,
  },
  {
    name: "a network without nodes for a dedicated cluster",
    body: `declare const masters: Masters; new DedicatedCluster(stack, "c", { name: "c", network: serverless, masters });`,
    message: /'ServerlessNetwork' is (not assignable|missing)/,
  },
  {
    name: "a proxy mode in a cluster without nodes",
    body: `new AcsCluster(stack, "c", { name: "c", network: serverless, proxyMode: "ipvs" });`,
    message: /'string' is not assignable to type 'undefined'/,
  },
  {
    name: "IPv6 for Pods with Flannel",
    body: `FlannelNetwork.inNewVpc(stack, "n", { cidr: "10.0.0.0/16", zones: ["cn-hangzhou-h"], ipv6: true, dualStack: true });`,
    message: /'dualStack' does not exist/,
  },
  {
    name: "four masters",
    body: `declare const t: string; declare const login: Login; const masters: Masters = { instanceTypes: [t, t, t, t], login };`,
    message:
      /Source has 4 element\(s\) but target allows only 3|not assignable to type 'ForEachMaster<string>'/,
  },
  {
    name: "a maintenance window on a dedicated cluster",
    body: `declare const masters: Masters; new DedicatedCluster(stack, "c", { name: "c", network: terway, masters, maintenanceWindow: { start: "", hours: 3 } });`,
    message: /is not assignable to type 'undefined'/,
  },
  {
    name: "load balancers of one's own for the API server of a dedicated cluster",
    body: `declare const masters: Masters; new DedicatedCluster(stack, "c", { name: "c", network: terway, masters, apiServer: {} });`,
    message: /is not assignable to type 'undefined'/,
  },
  {
    name: "a registered cluster that Terraform makes",
    body: `new RegisteredCluster();`,
    message: /Constructor of class 'RegisteredCluster' is private/,
  },
  {
    name: "encrypted Secrets on a basic cluster",
    body: `new ManagedCluster(stack, "c", { name: "c", network: terway, secretEncryption });`,
    message: /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  },
  {
    name: "encrypted Secrets on an edge cluster",
    body: `new EdgeCluster(stack, "c", { name: "c", network: flannel, secretEncryption });`,
    message: /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  },
  {
    name: "encrypted Secrets in props that are spread over a basic cluster",
    body: `const props = { name: "c", network: terway, secretEncryption }; new ManagedCluster(stack, "c", { ...props });`,
    message: /'SecretKmsEncryption' is not assignable to type 'undefined'/,
  },
  {
    name: "Terway on an edge cluster",
    body: `new EdgeCluster(stack, "c", { name: "c", network: terway });`,
    message:
      /'TerwayNetwork' is (missing the following properties from|not assignable to) type 'FlannelNetwork'/,
  },
  {
    name: "a number beside the bounds of the autoscaler",
    body: `Capacity.autoscale({ min: 1, max: 3, fixed: 2 });`,
    message: /'fixed' does not exist/,
  },
  {
    name: "a capacity of one's own making",
    body: `new Capacity(1, 3, true);`,
    message: /Constructor of class 'Capacity<Existing>' is private/,
  },
  {
    name: "a performance level on an efficiency disk",
    body: `Disk.efficiency({ sizeGiB: 500, performanceLevel: "PL2" });`,
    message: /'performanceLevel' does not exist in type 'DiskOptions'/,
  },
  {
    name: "a performance level that does not exist",
    body: `Disk.essd({ sizeGiB: 500, performanceLevel: "PL4" });`,
    message: /'"PL4"' is not assignable/,
  },
  {
    name: "two zones for production",
    body: `new ProductionCluster(stack, "c", { name: "c", zones: ["h", "i"] });`,
    message: /Source has 2 element\(s\) but target requires 3/,
  },
  {
    name: "a literal password",
    body: `Login.password("Secret-123");`,
    message: /'string' is not assignable to parameter of type 'TerraformVariable'/,
  },
  {
    name: "any cluster where a Pro cluster is wanted",
    body: `declare const c: ICluster; const pro: IProCluster = c;`,
    message: /'ICluster' is not assignable to type 'IProCluster'/,
  },
  {
    name: "an existing basic cluster where a Pro cluster is wanted",
    body: `const pro: IProCluster = ManagedCluster.fromAttributes(stack, "c", { clusterId: "c1" });`,
    message: /'"managed"' is not assignable to type '"pro"'/,
  },
  {
    name: "a cluster without a network",
    body: `new ProCluster(stack, "c", { name: "c" });`,
    message: /Property 'network' is missing/,
  },
  {
    name: "a tier that does not exist",
    body: `new ProTier("ack.pro.3xlarge");`,
    message: /Constructor of class 'ProTier' is private/,
  },
  {
    name: "an edition of an edge cluster that does not exist",
    body: `new EdgeCluster(stack, "c", { name: "c", network: flannel, edition: "ack.pro.xlarge" });`,
    message: /'"ack.pro.xlarge"' is not assignable to type/,
  },
  {
    name: "a profile of a cluster of one's own",
    body: `new ManagedCluster(stack, "c", { name: "c", network: terway, profile: "edge" });`,
    message: /'profile' does not exist in type 'ManagedClusterProps'/,
  },
  {
    name: "a proxy mode that does not exist",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, proxyMode: "userspace" });`,
    message: /'"userspace"' is not assignable to type/,
  },
  {
    name: "automatic upgrades without a maintenance window",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, maintenanceWindow: { autoUpgrade: "patch" } });`,
    message: /is missing the following properties from type 'MaintenanceWindow': start, hours/,
  },
  {
    name: "a certificate authority of one's own",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, userCa: "ca.pem" });`,
    message: /'userCa' does not exist in type 'ProClusterProps'/,
  },
  {
    name: "masters of a cluster",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, masterCount: 3 });`,
    message: /'masterCount' does not exist in type 'ProClusterProps'/,
  },
  {
    name: "a key of a tag twice",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, tags: { team: "a", team: "b" } });`,
    message: /An object literal cannot have multiple properties with the same name/,
  },
  {
    name: "two kinds of security groups of a cluster",
    body: `new ClusterSecurityGroup({ isEnterpriseSecurityGroup: true, securityGroupId: "sg-1" }, true, 2000);`,
    message: /Constructor of class 'ClusterSecurityGroup' is private/,
  },
  {
    name: "a VPC that ACK makes",
    body: `new ProCluster(stack, "c", { name: "c", network: terway, zoneIds: ["cn-hangzhou-h"] });`,
    message: /'zoneIds' does not exist in type 'ProClusterProps'/,
  },
];

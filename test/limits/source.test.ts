import {
  ackGuide,
  alibabaCloud,
  dedicatedGpuGuide,
  edgeGuide,
  formatSource,
  kubernetes,
  provider,
  type Source,
} from "../../lib/limits";

test.each<[Source, string]>([
  [ackGuide("4.3", "3949-3951"), "ACK user guide (2021-12-02), 4.3, lines 3949-3951"],
  [ackGuide("4.3", "3953"), "ACK user guide (2021-12-02), 4.3, line 3953"],
  [edgeGuide("2.1", "7"), "ACK@Edge user guide (2021-11-29), 2.1, line 7"],
  [
    dedicatedGpuGuide("Restrictions", "24 and 26"),
    "Create a dedicated GPU cluster (guide), Restrictions, lines 24 and 26",
  ],
  [
    provider("alicloud_vpc.cidr_block"),
    "Terraform provider aliyun/alicloud 1.289.0, alicloud_vpc.cidr_block",
  ],
  [kubernetes("Labels"), "Kubernetes documentation, Labels"],
  [alibabaCloud("CreateVpc"), "Alibaba Cloud documentation, CreateVpc"],
  [{ title: "A page" }, "A page"],
])("the source %j reads as %s", (source, text) => {
  expect(formatSource(source)).toBe(text);
});

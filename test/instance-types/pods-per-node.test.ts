import { podsPerNode, ValueError } from "cdktf-ack";
import { testFacts } from "../support/fact-cases";
import { instanceTypeFactCases } from "./fact-cases";

testFacts(instanceTypeFactCases);

describe("the Pods of a node", () => {
  test("are bounded by the addresses of its interfaces, and the answer says so", () => {
    expect(podsPerNode("ecs.g7.xlarge")).toEqual({
      pods: 45,
      bottleneck: "the 3 network interfaces that ecs.g7.xlarge has for Pods, with 15 addresses each",
      least: 12,
      canJoin: true,
    });
  });

  test("are as many with a trunk interface as without", () => {
    expect(podsPerNode("ecs.g7.4xlarge", "trunk-eni")).toEqual(podsPerNode("ecs.g7.4xlarge", "shared-eni"));
  });

  test("have an interface each where it is exclusive", () => {
    expect(podsPerNode("ecs.g7.4xlarge", "exclusive-eni")).toEqual({
      pods: 7,
      bottleneck: "the 7 network interfaces that ecs.g7.4xlarge has for Pods",
      least: 7,
      canJoin: true,
    });
  });

  test("are too few on a small node", () => {
    expect(podsPerNode("ecs.g6.large")).toMatchObject({ pods: 6, canJoin: false });
    expect(podsPerNode("ecs.g6.large")?.bottleneck).toBe(
      "the 1 network interface that ecs.g6.large has for Pods, with 6 addresses each",
    );
    expect(podsPerNode("ecs.g6.xlarge", "exclusive-eni")).toMatchObject({ pods: 2, canJoin: false });
  });

  test("are unknown where the figures are", () => {
    expect(podsPerNode("ecs.g99.xlarge")).toBeUndefined();
    expect(podsPerNode("ecs.c4.xlarge")).toBeUndefined();
    expect(podsPerNode("ecs.c4.xlarge", "exclusive-eni")).toMatchObject({ pods: 2 });
  });

  test("of Flannel have the block of the node, whatever its type", () => {
    expect(podsPerNode("ecs.g99.xlarge", "flannel")).toMatchObject({ pods: 256 });
    expect(podsPerNode("ecs.g6.large", "flannel", 26)).toEqual({
      pods: 64,
      bottleneck: "the /26 of a node in the Pod CIDR",
      least: 1,
      canJoin: true,
    });
  });

  test("have no mask beyond those that ACK takes, and no other mode", () => {
    expect(() => podsPerNode("ecs.g7.xlarge", "flannel", 29)).toThrow(ValueError);
    expect(() => podsPerNode("ecs.g7.xlarge", "eniip" as "shared-eni")).toThrow(
      'got the mode "eniip", want one of shared-eni, trunk-eni, exclusive-eni, flannel',
    );
  });
});

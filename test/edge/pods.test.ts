import { edgeHubCache, onCloudNodes, onEdgeNodes, ValueError } from "cdktf-ack";

test("Pods on cloud nodes select them by a text, and tolerate their taint whatever its value is", () => {
  expect(onCloudNodes()).toEqual({
    nodeSelector: { "alibabacloud.com/is-edge-worker": "false" },
    toleration: [{ key: "node-role.alibabacloud.com/addon", operator: "Exists", effect: "NoSchedule" }],
  });
});

test("Pods on edge nodes select them by a text", () => {
  expect(onEdgeNodes()).toEqual({
    nodeSelector: { "alibabacloud.com/is-edge-worker": "true" },
  });
});

test.each([
  [["edge-app"], "edge-app"],
  [["edge-app", "collector"], "edge-app,collector"],
])("the cache of the edge has the programs %j", (names, text) => {
  expect(edgeHubCache(...names)).toEqual({ cache_agents: text });
});

test.each([[["edge app"]], [["a,b"]], [["a，b"]], [[""]], [[]]])("%j are no user agents", (names) => {
  expect(() => edgeHubCache(...names)).toThrow(ValueError);
});

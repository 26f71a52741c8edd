import { isToken } from "../limits";
import { ValueError } from "../values";

/**
 * The data of the ConfigMap `edge-hub-cfg` in `kube-system`: for these programs the edge keeps what the API server has
 * answered, so that their Pods start again while the line is down. A program is named by the user agent of its requests, usually
 * its command. Restart its Pods afterwards; leave out what lists and watches much, because it fills the disk.
 *
 * @throws ValueError for a name with a comma or a space, and when there is none
 */
export function edgeHubCache(...userAgents: readonly string[]): Readonly<Record<"cache_agents", string>> {
  const wrong = userAgents.find((name) => !isToken(name) && !/^[^\s,，]+$/.test(name));
  if (wrong !== undefined || userAgents.length === 0) {
    throw new ValueError({
      got: wrong === undefined ? "no user agent" : `the user agent ${JSON.stringify(wrong)}`,
      want: "names without commas and spaces",
      fix: 'edgeHubCache("edge-app", "collector")',
      source: "ACK@Edge user guide (2021-11-29), lines 1826-1841",
    });
  }
  return { cache_agents: userAgents.join(",") };
}

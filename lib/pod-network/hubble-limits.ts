import { ackGuide, limitsOn, type FactList } from "../limits";

/** What the limits of Hubble need to know. */
export interface HubbleFacts {
  readonly metrics: FactList<string> | undefined;
}

const hubble = limitsOn<HubbleFacts>("Networks of Pods");

export const hubbleLimits = [
  hubble.eachFormat(
    "hubble-metrics",
    "metrics",
    /^(drop|tcp|flow|port-distribution|icmp)(:[^,]+)?$/,
    {
      member: "metric",
      want: "drop, tcp, flow, port-distribution or icmp, with or without options after a colon",
    },
    {
      statement: "Hubble in Terway counts what happens below layer 7: no names (dns), and no calls (http).",
      source: ackGuide("13.3.8 Watch the network with ACK Terway Hubble", "45671-45682"),
      rows: ["hubble-metrics-enum"],
      fix: 'metrics: ["drop", "tcp", "flow"]',
    },
  ),
];

import type { Source } from "../limits";

/** A control of the CIS benchmark for ACK, which `security-inspector` scans for as `cis-kubernetes-ack-1.0`. */
export function ackBenchmark(control: string): Source {
  return { title: "CIS benchmark for ACK 1.0.0", chapter: `control ${control}` };
}

/** A control of the CIS benchmark for accounts of Alibaba Cloud. */
export function foundationBenchmark(control: string): Source {
  return { title: "CIS benchmark for the foundation of Alibaba Cloud 1.0.0", chapter: `control ${control}` };
}

/** A safeguard of the CIS controls, which hold for all software. */
export function cisControls(safeguard: string): Source {
  return { title: "CIS controls 8", chapter: `safeguard ${safeguard}` };
}

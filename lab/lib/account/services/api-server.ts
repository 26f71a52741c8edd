import { isUnknown, type Value, type ValueObject } from "../../values";
import type { Cloud } from "../cloud";
import { blocks, flag, text } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import type { StoredObject } from "../store";
import { isPublic, madeFor } from "./cluster-made";

/** Whether callers from the internet come to the API server: by an address of ACK, or by a load balancer of the user. */
export function hasPublicEndpoint(cluster: ValueObject): boolean {
  const balancers = blocks(cluster, "control_plane_endpoints_config").flatMap((endpoints) =>
    blocks(endpoints, "load_balancers_config"),
  );
  return isPublic(cluster) || balancers.some((balancer) => balancer["endpoint_type"] === "public");
}

export function publicAddress(clusterId: string, cloud: Cloud): string {
  return `https://${madeFor(clusterId, cloud).publicIp}:6443`;
}

export function privateAddress(clusterId: string, cloud: Cloud): string {
  return `https://${madeFor(clusterId, cloud).privateIp}:6443`;
}

/**
 * Texts that look like certificates, and are none; in Base64, as a kubeconfig has them.
 *
 * @param serial tells those apart that are issued for a while
 */
export function certificatesOf(id: string, serial = ""): ValueObject {
  const pem = (kind: string, holder: string): string => {
    const body = Buffer.from(`${kind} of ${holder}`).toString("base64");
    return Buffer.from(`-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`).toString("base64");
  };
  return {
    cluster_cert: pem("CERTIFICATE", id),
    client_cert: pem("CERTIFICATE", `${id}${serial}`),
    client_key: pem("PRIVATE KEY", `${id}${serial}`),
  };
}

/** Remembers that nobody answers any more where a cluster was. */
export function closeApiServer(clusterId: string, cloud: Cloud): void {
  for (const address of [publicAddress(clusterId, cloud), privateAddress(clusterId, cloud)]) {
    cloud.bury(API_SERVER, address);
  }
}

const API_SERVER = "api server";

/**
 * Refuses a call to Kubernetes that would not get through, by the `provider` block of its caller. Where the block leaves the
 * address to a file or to the environment, and where the address is none of this account, nobody knows.
 */
export function refuseCaller(provider: ValueObject, path: string, cloud: Cloud): void {
  const host = provider["host"] ?? null;
  if (host === null) return;
  if (isUnknown(host) || typeof host !== "string" || host === "") {
    // What is not known reads as not given, and that as the machine that Terraform runs on.
    throw new Refusal(
      "ConnectionRefused",
      `Get "http://localhost/api/v1/${path}": dial tcp [::1]:80: connect: connection refused`,
    );
  }
  const address = host.replace(/\/$/, "");
  const cluster = cloud.ofType(...CLUSTERS).find(({ id }) => addressesOf(id, cloud).includes(address));
  if (cluster === undefined ? cloud.isGone(API_SERVER, address) : !answersAt(cluster, address, cloud)) {
    const place = address.replace(/^https?:\/\//, "");
    throw new Refusal("Timeout", `Get "${address}/api/v1/${path}": dial tcp ${place}: i/o timeout`);
  }
  if (cluster !== undefined) refuseStranger(provider, cluster);
}

function addressesOf(id: string, cloud: Cloud): readonly string[] {
  return [publicAddress(id, cloud), privateAddress(id, cloud)];
}

function answersAt({ id, values }: StoredObject, address: string, cloud: Cloud): boolean {
  return address === privateAddress(id, cloud) || hasPublicEndpoint(values);
}

/** A certificate has to be of the cluster. Tokens and programs are taken at their word. */
function refuseStranger(provider: ValueObject, { id }: StoredObject): void {
  const certificate = text(provider, "client_certificate");
  const authority = text(provider, "cluster_ca_certificate");
  if (authority !== undefined && !flag(provider, "insecure") && !isOf(authority, id)) {
    throw new Refusal(
      "Untrusted",
      "tls: failed to verify certificate: x509: certificate signed by unknown authority",
    );
  }
  const showsOther = text(provider, "token") !== undefined || blocks(provider, "exec").length > 0;
  if (certificate === undefined ? !showsOther && !hasPassword(provider) : !isOf(certificate, id)) {
    throw new Refusal("Unauthorized", "Unauthorized");
  }
}

function hasPassword(provider: ValueObject): boolean {
  return text(provider, "username") !== undefined;
}

/** Whether what looks like a certificate was made here for the cluster. In Base64, as it stands in a kubeconfig, it is none. */
function isOf(pem: string, id: string): boolean {
  const body = /^-----BEGIN CERTIFICATE-----\n(.*)\n-----END CERTIFICATE-----\n?$/.exec(pem)?.[1] ?? "";
  return Buffer.from(body, "base64").toString().startsWith(`CERTIFICATE of ${id}`);
}

/** The endpoints of a cluster of which the user says nothing. */
export function endpointsOf(id: string, values: ValueObject, cloud: Cloud): Value {
  const { loadBalancer } = madeFor(id, cloud);
  const balancer = (kind: string): ValueObject => ({
    load_balancer_id: loadBalancer,
    endpoint_type: kind,
    endpoint: kind === "public" ? publicAddress(id, cloud) : privateAddress(id, cloud),
  });
  const balancers = [balancer("private"), ...(isPublic(values) ? [balancer("public")] : [])];
  return [{ internal_dns_config: [{ bind_vpcs: [], enabled: false }], load_balancers_config: balancers }];
}

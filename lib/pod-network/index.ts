export { balancerUses } from "./balancer-uses";
export {
  PodEip,
  SinglePodEip,
  type AllocatedEipProps,
  type EipLine,
  type ExistingEipProps,
  type PodEipProps,
} from "./pod-eip";
export {
  ServiceIpFamilies,
  type DualStackServiceProps,
  type IpFamily,
  type Ipv6LoadBalancer,
  type Ipv6ServiceProps,
  type ServiceFamilySpec,
} from "./service-ip-families";
export { ServiceLoadBalancer, type ServiceLoadBalancerProps } from "./service-load-balancer";
export { TerwayHubble, type HubbleMetric, type TerwayHubbleProps } from "./terway-hubble";

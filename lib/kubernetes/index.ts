export {
  ClusterKubernetesProvider,
  type ClusterKubernetesProviderProps,
} from "./cluster-kubernetes-provider";

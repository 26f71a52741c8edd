export { ProductionCluster, type ProductionClusterProps } from "./production-cluster";

import type { Queries } from "../behaviour";
import { catalogues } from "./catalogues";
import { compute } from "./compute";
import { kubernetesQueries } from "./kubernetes";
import { lists } from "./lists";
import { quotaQueries } from "./quotas";
import { single } from "./single";

/** All data sources that answer from the account. To add one, write it into the file that fits, or a new one, and list that here. */
export const queries: Queries = {
  ...lists,
  ...catalogues,
  ...quotaQueries,
  ...compute,
  ...single,
  ...kubernetesQueries,
};

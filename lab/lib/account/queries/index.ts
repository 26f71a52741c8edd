import type { Queries } from "../behaviour";

/** All data sources that answer from the account. To add one, write it into the file of its service, or a new one, and list it here. */
export const queries: Queries = {};

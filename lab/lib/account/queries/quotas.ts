import type { ValueObject } from "../../values";
import type { Queries } from "../behaviour";
import type { Cloud } from "../cloud";
import { usageOf } from "../consumption";
import { digest, letters } from "../digest";
import { QUOTA_LISTINGS, QUOTA_NAMES, type QuotaName } from "../quotas";
import { blocks, text } from "../reading";
import { matches, rows, typeOf } from "./rows";

/** What Quota Center says of the quotas that the account is held to. */
export const quotaQueries: Queries = {
  alicloud_quotas_quotas(config, cloud, model) {
    const given = QUOTA_NAMES.filter((name) => isMeant(name, config, cloud)).map((name) =>
      rowOf(name, cloud),
    );
    return {
      ids: given.map(({ id }) => id),
      names: given.map(({ quota_name: name }) => name),
      quotas: rows(typeOf(model, "quotas"), given, cloud),
    };
  },
};

function rowOf(name: QuotaName, cloud: Cloud) {
  const code = codeOf(name);
  const usage = usageOf(name, cloud);
  return {
    id: `${QUOTA_LISTINGS[name].product}:${code}`,
    quota_action_code: code,
    quota_name: QUOTA_LISTINGS[name].name ?? name,
    quota_type: "normal",
    total_quota: cloud.quotas.limit(name),
    total_usage: usage ?? 0,
    adjustable: true,
    consumable: usage !== undefined,
  };
}

function isMeant(name: QuotaName, config: ValueObject, cloud: Cloud): boolean {
  const { product, isRegional = false, name: shown = name } = QUOTA_LISTINGS[name];
  return (
    text(config, "product_code") === product &&
    (text(config, "quota_action_code") ?? codeOf(name)) === codeOf(name) &&
    (text(config, "quota_category") ?? "CommonQuota") === "CommonQuota" &&
    matches(config["name_regex"], shown) &&
    blocks(config, "dimensions").every(
      ({ key, value }) => isRegional && key === "regionId" && value === cloud.scene.region,
    )
  );
}

/** Quota Center has codes that say nothing; where none is documented, nobody can rely on one. */
function codeOf(name: QuotaName): string {
  return QUOTA_LISTINGS[name].code ?? `q_${letters(digest("quota", name), 6)}`;
}

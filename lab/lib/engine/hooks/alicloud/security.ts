import type { HooksByType } from "../hooks";
import { all, is, isOtherThan, onceMade, sameDocument } from "./shared";

const paysAsItGoes = is("payment_type", "PayAsYouGo");
/** The service rotates secrets of other kinds by itself. */
const isRotated = all(isOtherThan("secret_type", "Generic"), onceMade);

/** Identities, their policies, keys and secrets. */
export const securityHooks: HooksByType = {
  alicloud_kms_instance: {
    suppress: {
      key_num: paysAsItGoes,
      period: paysAsItGoes,
      renew_period: paysAsItGoes,
      renew_status: paysAsItGoes,
      secret_num: paysAsItGoes,
      spec: paysAsItGoes,
      vpc_num: paysAsItGoes,
    },
  },
  alicloud_kms_key: { suppress: { policy: sameDocument } },
  alicloud_kms_secret: {
    suppress: {
      extended_config: isRotated,
      policy: sameDocument,
      recovery_window_in_days: is("force_delete_without_recovery", true),
      secret_data: isRotated,
    },
  },
  alicloud_ram_policy: { suppress: { policy_document: sameDocument, document: sameDocument } },
  alicloud_ram_role: { suppress: { assume_role_policy_document: sameDocument, document: sameDocument } },
};

import type { AddonMember } from "../addons";
import { fact, isToken } from "../limits";
import type { Billing } from "./billing";
import type { ImageType } from "./image-type";
import type { Management } from "./management";

interface Needing {
  readonly billing?: Billing;
  readonly management?: Management;
  readonly imageType?: ImageType;
}

/** What a pool asks of the add-ons of its cluster. Most ask nothing, and then it costs nothing. */
export function addonNeeds({ billing, management, imageType }: Needing): AddonMember | undefined {
  const isSpot = billing?.isSpot === true;
  const repairsNodes = management?.autoRepair === true;
  const image = imageType?.name;
  const asksOfImage = image === "CentOS" || isToken(image);
  return isSpot || repairsNodes || asksOfImage
    ? { kind: "pool", isSpot, repairsNodes, imageType: asksOfImage ? fact(image) : undefined }
    : undefined;
}

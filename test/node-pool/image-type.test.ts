import { ImageType } from "cdktf-ack";
import { allowedFor } from "./provider-pool";

test("each type of image that the provider takes has a member, and no member is of another type", () => {
  const members = Object.values(ImageType).filter((member) => member instanceof ImageType);
  expect(members.map(({ name }) => name).sort()).toEqual(
    allowedFor("image_type")
      .filter((name) => name !== "Custom")
      .sort(),
  );
});

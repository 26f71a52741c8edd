import { addresses, createTestApp } from "cdktf-ack/testing";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { ManagedTerway } from "../../examples/managed-terway";
import { Production } from "../../examples/production";
import { QuickStart } from "../../examples/quick-start";

/** An address that changes replaces what it stands for, in every deployment that was made from the example. */
test.each(Object.entries({ QuickStart, ManagedTerway, ManagedFlannel, Production }))(
  "the example %s has the addresses that it always had",
  (name, Example) => {
    expect(addresses(new Example(createTestApp(), name))).toMatchSnapshot();
  },
);

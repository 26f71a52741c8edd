import { addresses, createTestApp } from "cdktf-ack/testing";
import { ManagedFlannel } from "../../examples/managed-flannel";
import { ManagedTerway } from "../../examples/managed-terway";
import { NodePools } from "../../examples/node-pools";
import { Production } from "../../examples/production";
import { QuickStart } from "../../examples/quick-start";
import { WindowsPools } from "../../examples/windows-pools";

/** An address that changes replaces what it stands for, in every deployment that was made from the example. */
test.each(Object.entries({ QuickStart, ManagedTerway, ManagedFlannel, Production, NodePools, WindowsPools }))(
  "the example %s has the addresses that it always had",
  (name, Example) => {
    expect(addresses(new Example(createTestApp(), name))).toMatchSnapshot();
  },
);

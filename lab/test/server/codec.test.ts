import { encode, ExtData } from "@msgpack/msgpack";
import fc from "fast-check";
import { decodeValue, encodeValue } from "../../lib/server/codec";
import { UNKNOWN } from "../../lib/values";
import { typed } from "./values";

describe("The codec", () => {
  test("reads back whatever it has written", () => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        expect(decodeValue(type, encodeValue(type, value))).toEqual(value);
      }),
    );
  });

  test("writes an unknown value as Terraform does", () => {
    expect([...encodeValue("string", UNKNOWN)]).toEqual([0xd4, 0, 0]);
  });

  test("takes an unknown value of which Terraform knows something for unknown", () => {
    expect(decodeValue("string", encode(new ExtData(12, encode({ 1: false }))))).toBe(UNKNOWN);
  });

  test("completes objects with null", () => {
    const type = ["object", { id: "string", size: "number" }] as const;
    expect(decodeValue(type, encodeValue(type, { id: "x" }))).toEqual({ id: "x", size: null });
  });

  test("leaves out of objects what their type does not have", () => {
    const type = ["object", { id: "string" }] as const;
    expect(decodeValue(type, encodeValue(type, { id: "x", stray: 1 }))).toEqual({ id: "x" });
  });

  test("writes fractions as text, because their nearest double is another number", () => {
    expect([...encodeValue("number", 0.1)]).toEqual([...encode("0.1")]);
  });

  test("reads numbers in each form that Terraform chooses", () => {
    expect(decodeValue("number", encode("0.1"))).toBe(0.1);
    expect(decodeValue("number", encode(2.5))).toBe(2.5);
    expect(decodeValue("number", encode("9007199254740993"))).toBe(9007199254740993n);
    expect(decodeValue("number", encode(40n, { useBigInt64: true }))).toBe(40);
  });

  test("keeps a fraction that no double holds as it was written", () => {
    const digits = "0.1234567890123456789012345";
    expect(decodeValue("number", encodeValue("number", decodeValue("number", encode(digits))))).toBe(digits);
  });

  test("lets a value of an open type bring its own", () => {
    const manifest = { kind: "Pod", spec: { ports: [80, "http"], labels: { a: "b" } }, status: null };
    expect(decodeValue("dynamic", encodeValue("dynamic", manifest))).toEqual(manifest);
  });

  test("gives a value of an open type back with the type that it came with", () => {
    const sent = encode([
      new TextEncoder().encode('["object",{"names":["set","string"]}]'),
      { names: ["a"] },
    ]);
    expect([...encodeValue("dynamic", decodeValue("dynamic", sent))]).toEqual([...sent]);
  });
});

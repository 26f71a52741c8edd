import tseslint from "typescript-eslint";

const noEagerIndexes = {
  patterns: [
    {
      regex: "^@cdktf/provider-kubernetes$",
      message:
        "Its index loads every resource (about a second): import from @cdktf/provider-kubernetes/lib/<resource>.",
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "build/",
      "provider-alicloud/lib/",
      "provider-alicloud/.gen/",
      "**/cdktf.out/",
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ["**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", noEagerIndexes],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-extraneous-class": ["error", { allowStaticOnly: true }],
      "@typescript-eslint/explicit-member-accessibility": [
        "error",
        { accessibility: "explicit", overrides: { constructors: "no-public" } },
      ],
    },
  },
  { files: ["**/*.js", "**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);

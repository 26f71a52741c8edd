/** One resource, as the state has it. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly isData: boolean;
  readonly isTainted: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

interface RawModule {
  readonly resources?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly tainted?: boolean;
    readonly values: Readonly<Record<string, unknown>>;
  }[];
  readonly child_modules?: readonly RawModule[];
}

/** The parts of `terraform show -json` of a state that are read here. */
export interface StateJson {
  readonly values?: {
    readonly root_module?: RawModule;
  };
}

/** All resources of a state, those of modules included. */
export function resourcesOf({ values }: StateJson): StateResource[] {
  return values?.root_module ? ofModule(values.root_module) : [];
}

function ofModule({ resources = [], child_modules: children = [] }: RawModule): StateResource[] {
  const own = resources.map(({ address, mode, type, name, tainted, values }) => ({
    address,
    type,
    name,
    isData: mode === "data",
    isTainted: tainted ?? false,
    values,
  }));
  return [...own, ...children.flatMap(ofModule)];
}

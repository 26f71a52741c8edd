/** Where a limit is documented: title, chapter and line of a manual, or the document that settles it today. */
export interface Source {
  readonly title: string;
  readonly chapter?: string;
  readonly lines?: string;
}

/** The ACK user guide of 2 December 2021. */
export function ackGuide(chapter: string, lines: string): Source {
  return { title: "ACK user guide (2021-12-02)", chapter, lines };
}

/** The ACK@Edge user guide of 29 November 2021. */
export function edgeGuide(chapter: string, lines: string): Source {
  return { title: "ACK@Edge user guide (2021-11-29)", chapter, lines };
}

/** The guide to dedicated GPU clusters, whose account quotas are those of all clusters. */
export function dedicatedGpuGuide(chapter: string, lines: string): Source {
  return { title: "Create a dedicated GPU cluster (guide)", chapter, lines };
}

/** An argument of the Terraform provider, whose own check or documentation settles the limit. */
export function provider(argument: string): Source {
  return { title: "Terraform provider aliyun/alicloud 1.289.0", chapter: argument };
}

/** A page of the Kubernetes documentation. */
export function kubernetes(page: string): Source {
  return { title: "Kubernetes documentation", chapter: page };
}

/** A page of the Alibaba Cloud documentation, for what the manuals of 2021 do not say or no longer say. */
export function alibabaCloud(page: string): Source {
  return { title: "Alibaba Cloud documentation", chapter: page };
}

export function formatSource({ title, chapter, lines }: Source): string {
  const where = lines === undefined ? undefined : `${/^\d+$/.test(lines) ? "line" : "lines"} ${lines}`;
  return [title, chapter, where].filter((part) => part !== undefined).join(", ");
}

import type { Archive } from "../archive/model";
import { listOldAddresses } from "../share/old-addresses/old-addresses";
import { assembleSite } from "./assemble";
import { findClientComponents } from "./client-components";
import { compareExport, expectFiles } from "./expected-files";
import { listFolder } from "./list-files";
import { findPageSources } from "./page-source";
import { dropAssembly, openAssembly, refuseFolder, swapIn } from "./swap";

export type PublishOrder = {
  readonly archive: Archive;
  /** The content folder as it shall stand in problems: absolute, or from the working directory. */
  readonly content: string;
  /** Folders, as absolute paths. `publicFolder` is a source, `out` is the site's place. */
  readonly publicFolder: string;
  /** Where Next exported to, and its build folder. */
  readonly exported: string;
  readonly nextFolder: string;
  readonly out: string;
  /** Whether to write `.br` and `.gz` beside the files. */
  readonly precompress: boolean;
};

/** What is wrong, a line each; a site was published when there is none. */
export type PublishProblems = readonly string[];

/**
 * Turns Next's export into the finished site and puts it in its place, or says everything that is
 * wrong with it and leaves the earlier site as it is.
 * @throws Error when the disk does not do what it is asked to
 */
export function publishSite(order: PublishOrder): PublishProblems {
  const expected = expectFiles(order.archive, listFolder(order.publicFolder).files);
  const problems = [
    ...refuseFolder(order.out),
    ...findClientComponents(order.nextFolder),
    ...compareExport(listFolder(order.exported).files, expected),
  ];
  if (problems.length > 0) return problems;
  const site = openAssembly(order.out);
  try {
    const { settings } = order.archive;
    const url = new URL(settings.url);
    const wrong = assembleSite(site, {
      ...order,
      ...{ url, indexing: settings.indexing, expected },
      sourceOf: findPageSources(order.archive, order.content),
      oldAddresses: listOldAddresses(order.archive).addresses,
    });
    if (wrong.length === 0) swapIn(order.out);
    return wrong;
  } finally {
    dropAssembly(order.out);
  }
}

import { UNSET_ADDRESS } from "../archive/format/schema";
import { defaultTag } from "../archive/format/tag";
import type { ArchiveSettings } from "../archive/model";

/** A line for each setting that `archive.md` leaves open and that a published archive should state. */
export function describeUnset({ keeper, contact, url, tag }: ArchiveSettings): string[] {
  const isAddressUnset = url === UNSET_ADDRESS;
  const isTagUnset = !isAddressUnset && tag === defaultTag(UNSET_ADDRESS);
  return [
    keeper === undefined && "keeper: not set; no page says who keeps this archive",
    contact === undefined && "contact: not set; no page says where to ask for a removal",
    isAddressUnset && `url: not set; links, feeds and their identifiers lead to ${UNSET_ADDRESS}`,
    isTagUnset && `tag: not set, and no url in archive.md; identifiers in feeds begin with ${tag}`,
  ].flatMap((line) => (line === false ? [] : [`archive.md: ${line}`]));
}

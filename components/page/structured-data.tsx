import { type StructuredData, serializeData } from "../../lib/share/structured-data";

/** What machines read of a page: a data block, which browsers neither show nor run (WHATWG HTML §4.12.1). */
export function StructuredDataBlock({ data }: { data: StructuredData }) {
  return <script type="application/ld+json">{serializeData(data)}</script>;
}

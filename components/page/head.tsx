import { Fragment } from "react";
import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings } from "../../lib/archive/model";
import type { PageFacts } from "./page-facts";

/**
 * What the head of a page says of it. Printing adds what depends on the finished page, its policy and its styles, right
 * after the character encoding, which stands within the first 1024 bytes (WHATWG HTML §4.2.5.4).
 */
export function HeadFacts({ page, settings }: { page: PageFacts; settings: ArchiveSettings }) {
  const { file } = addressesOf(settings.url);
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{page.title}</title>
      <meta name="description" content={page.description} />
      {page.isHidden && <meta name="robots" content="noindex" />}
      {Object.entries(page.other).map(([name, content]) => (
        <meta key={name} name={name} content={content} />
      ))}
      {page.preview.map(([property, content]) => (
        <Fragment key={property}>{content && <meta property={property} content={content} />}</Fragment>
      ))}
      {page.canonical && <link rel="canonical" href={page.canonical} />}
      {Object.entries(page.copies).map(([type, href]) => (
        <link key={type} rel="alternate" type={type} href={href} />
      ))}
      {page.original && <link rel="original" href={page.original} />}
      <link rel="icon" href={file("icon.svg")} />
    </>
  );
}

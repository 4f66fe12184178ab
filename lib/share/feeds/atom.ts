import { ATOM } from "../media-types";
import { writeXml, type XmlElement, xml } from "../xml";
import type { Feed, FeedEntry, Line, Replies } from "./feed";
import { findNewest, NEVER } from "./moments";

/**
 * A feed in Atom 1.0 (RFC 4287) with the threads of RFC 4685. It is as new as the newest of its entries.
 *
 * @param self the address of this file, absolute
 */
export function writeAtom(feed: Feed, self: string): string {
  const { id, language, title, subtitle, rights, page, icon, entries } = feed;
  const namespaces = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
  };
  return writeXml(
    xml("feed", { ...namespaces, "xml:lang": language }, [
      xml("id", {}, [id]),
      line("title", title, language),
      ...(subtitle ? [line("subtitle", subtitle, language)] : []),
      xml("updated", {}, [findNewest(entries.map(({ updated }) => updated)) ?? NEVER]),
      link("self", ATOM, self),
      link("alternate", "text/html", page),
      xml("icon", {}, [icon]),
      line("rights", rights, language),
      ...entries.map((entry) => writeEntry(entry, language)),
    ]),
  );
}

function writeEntry(entry: FeedEntry, outer: string): XmlElement {
  const { id, language, title, page, original, author, published, updated, html } = entry;
  return xml("entry", { "xml:lang": language === outer ? undefined : language }, [
    xml("id", {}, [id]),
    line("title", title, language),
    link("alternate", "text/html", page),
    ...(original ? [xml("link", { rel: "via", href: original })] : []),
    xml("author", {}, [
      xml("name", {}, [author.name]),
      ...(author.url ? [xml("uri", {}, [author.url])] : []),
    ]),
    ...(published ? [xml("published", {}, [published])] : []),
    xml("updated", {}, [updated]),
    ...writeRelations(entry),
    ...(entry.summary ? [xml("summary", {}, [entry.summary])] : []),
    xml("content", { type: "html" }, [html]),
  ]);
}

function writeRelations({ inReplyTo, replies }: FeedEntry): XmlElement[] {
  const answered = inReplyTo && { ref: inReplyTo.id, href: inReplyTo.page, type: "text/html" };
  return [...(answered ? [xml("thr:in-reply-to", answered)] : []), ...(replies ? writeReplies(replies) : [])];
}

function writeReplies({ feed, count, total, updated }: Replies): XmlElement[] {
  const facts = { "thr:count": String(count), "thr:updated": updated };
  const known = total === undefined ? [] : [xml("thr:total", {}, [String(total)])];
  return [xml("link", { rel: "replies", type: ATOM, href: feed, ...facts }), ...known];
}

function link(rel: string, type: string, href: string): XmlElement {
  return xml("link", { rel, type, href });
}

/** @param outer the language of the element that this one lies in */
function line(name: string, { text, language }: Line, outer: string): XmlElement {
  return xml(name, { "xml:lang": language === outer ? undefined : language }, [text]);
}
